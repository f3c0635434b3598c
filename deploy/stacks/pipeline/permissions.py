"""What the roles of a pipeline may do, statement by statement."""

from aws_cdk import Stack

from config.pipelines import Pipeline, Pipelines
from stacks.delivery import DeliveryStack
from stacks.pipeline.role import Permission

# CodePipeline keeps artifacts under the first characters of the pipeline's name.
PREFIX_LENGTH = 20


def place_of(pipeline: Pipeline) -> str:
    return pipeline.name[:PREFIX_LENGTH]


def arn(stack: Stack, service: str, resource: str) -> str:
    return f"arn:{stack.partition}:{service}:{stack.region}:{stack.account}:{resource}"


def artifacts(stack: Stack, pipelines: Pipelines, delivery: DeliveryStack, prefixes: list[str]) -> list[Permission]:
    """The objects under these prefixes, and the key they are encrypted with."""
    bucket = f"arn:{stack.partition}:s3:::{pipelines.artifacts_bucket}"
    objects = [f"{bucket}/{prefix}/*" for prefix in prefixes]
    return [
        Permission("Artifacts", ["s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"], objects, "Artifacts of its own prefix are named while it runs."),
        Permission("ArtifactsBucket", ["s3:GetBucketLocation", "s3:GetBucketVersioning"], [bucket]),
        Permission("ArtifactsKey", ["kms:Decrypt", "kms:GenerateDataKey"], [delivery.key.key_arn]),
    ]


def connection(delivery: DeliveryStack) -> Permission:
    """Two names of one action: the service was renamed, and old connections keep their ARN."""
    return Permission("ReadGitHub", ["codestar-connections:UseConnection", "codeconnections:UseConnection"], [delivery.connection_arn])


def logs(stack: Stack, group: str) -> Permission:
    streams = arn(stack, "logs", f"log-group:{group}:*")
    return Permission("Log", ["logs:CreateLogStream", "logs:PutLogEvents"], [streams], "Each build has a log stream of its own in the pipeline's group.")


def reports(stack: Stack, names: list[str]) -> list[Permission]:
    actions = ["codebuild:CreateReport", "codebuild:UpdateReport", "codebuild:BatchPutTestCases"]
    return [Permission("Report", actions, [arn(stack, "codebuild", f"report-group/{name}") for name in names])] if names else []


def push_image(repository_arn: str) -> list[Permission]:
    """Into one repository; nothing may be overwritten or deleted there."""
    layers = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
    upload = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage", "ecr:DescribeImages"]
    return [
        Permission("PushImage", layers + upload, [repository_arn]),
        Permission("SignInToECR", ["ecr:GetAuthorizationToken"], ["*"], "The sign-in is the account's: IAM knows no resource for it."),
    ]


def publish(bucket_arn: str, key_arn: str, distribution_arn: str) -> list[Permission]:
    return [
        Permission("WriteSite", ["s3:GetObject", "s3:PutObject"], [f"{bucket_arn}/*"], "The site's files are named by its build."),
        Permission("ListSite", ["s3:ListBucket"], [bucket_arn]),
        Permission("SiteKey", ["kms:Decrypt", "kms:GenerateDataKey"], [key_arn]),
        Permission("InvalidateCache", ["cloudfront:CreateInvalidation"], [distribution_arn]),
    ]


def deploy_service(stack: Stack, cluster: str, service: str, family: str, roles: list[str]) -> list[Permission]:
    """What the ECS action does: reads the running definition, registers one with the new image, sets the service on it, watches."""
    definitions = arn(stack, "ecs", f"task-definition/{family}:*")
    tasks = arn(stack, "ecs", f"task/{cluster}/*")
    passed = {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}
    return [
        Permission("UpdateService", ["ecs:DescribeServices", "ecs:UpdateService"], [arn(stack, "ecs", f"service/{cluster}/{service}")]),
        Permission("RegisterDefinition", ["ecs:RegisterTaskDefinition", "ecs:TagResource"], [definitions], "Every deployment registers a new revision."),
        Permission("SeeDefinitions", ["ecs:DescribeTaskDefinition", "ecs:ListTasks"], ["*"], "IAM knows no resource for either; both only look."),
        Permission("WatchTasks", ["ecs:DescribeTasks"], [tasks], "Tasks are named when they start."),
        Permission("GiveRoles", ["iam:PassRole"], roles, conditions=passed),
    ]
