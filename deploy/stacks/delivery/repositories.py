"""Image repositories: a tag means one image for ever, each image is scanned, old ones go."""

import json

from aws_cdk import Aws
from aws_cdk import aws_ecr as ecr
from constructs import Construct

from config.pipelines import Pipelines


def image_repository(scope: Construct, image: str, pipelines: Pipelines) -> ecr.CfnRepository:
    """The repository of one image, under the image's name."""
    return ecr.CfnRepository(
        scope,
        "".join(part.capitalize() for part in image.split("-")),
        repository_name=image,
        image_scanning_configuration=ecr.CfnRepository.ImageScanningConfigurationProperty(scan_on_push=True),
        image_tag_mutability="IMMUTABLE",
        lifecycle_policy=ecr.CfnRepository.LifecyclePolicyProperty(lifecycle_policy_text=json.dumps({"rules": rules(pipelines)})),
    )


def function_repository(scope: Construct, pipelines: Pipelines) -> None:
    """The function's image is pulled by Lambda itself, for functions of this account."""
    repository = image_repository(scope, pipelines.function_image, pipelines)
    repository.repository_policy_text = {
        "Version": "2012-10-17",
        "Statement": [
            {
                "Effect": "Allow",
                "Principal": {"Service": "lambda.amazonaws.com"},
                "Action": ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
                "Condition": {"StringEquals": {"aws:SourceAccount": Aws.ACCOUNT_ID}},
            }
        ],
    }


def rules(pipelines: Pipelines) -> list[dict]:
    """What a push replaced goes at once; of the rest so many stay as a rollback may want."""
    untagged = {"tagStatus": "untagged", "countType": "sinceImagePushed", "countUnit": "days", "countNumber": pipelines.untagged_image_days}
    kept = {"tagStatus": "any", "countType": "imageCountMoreThan", "countNumber": pipelines.kept_images}
    return [
        {"rulePriority": priority, "description": description, "selection": selection, "action": {"type": "expire"}}
        for priority, (description, selection) in enumerate((("untagged images", untagged), ("all but the newest images", kept)), 1)
    ]
