"""The seven pipelines: what starts them, what they run, where that goes."""

import json

import pytest

import services
from states import states
from swift_imports import ROOT, modules, reached
from system import stack, task
from templates import Resource, Template, Templates

# Each pipeline, its folder, and what it deploys: a service of services.json or a bucket.
SERVICES = {
    "lang-portal-backend": ("Services/lang-portal-api", "lang-portal-api"),
    "haiku-backend": ("Services/haiku-api", "haiku-api"),
    "vocab-frontend": ("Services/vocab-frontend", "vocab-frontend"),
    "vocab-backend": ("Services/vocab-backend", "vocab-backend"),
    "writing-practice": ("Services/writing-practice", "writing-practice"),
}
SITES = {
    "lang-portal-frontend": ("Services/lang-portal-frontend", "lang-portal-frontend-dw"),
    "haiku-frontend": ("Services/haiku-frontend", "haiku-frontend-dw"),
}
ALL = SERVICES | SITES
STAGES = {name: ["Source", "Test", "Build", "Deploy"] for name in ALL} | {
    name: ["Source", "Test", "Build", "Approval", "Snapshot", "Deploy"] for name in ("lang-portal-backend", "haiku-backend")
}


def each(names: dict, numbers: str, *more: str) -> pytest.MarkDecorator:
    """One test for each pipeline, which holds these statements of its section."""
    return pytest.mark.parametrize("name", [pytest.param(name, marks=states(f"{name}-pipeline.{numbers}", *more)) for name in names])


def template(templates: Templates, name: str) -> Template:
    return templates["".join(part.capitalize() for part in name.split("-")) + "Pipeline"]


def pipeline(templates: Templates, name: str) -> Resource:
    return template(templates, name).only("AWS::CodePipeline::Pipeline", Name=name)


def action(templates: Templates, name: str, stage: str, wanted: str) -> Resource:
    """The one action of that name in the one stage of that name."""
    found = pipeline(templates, name)
    with templates.unrecorded():
        places = [(i, j) for i, one in enumerate(found["Stages"]) for j, two in enumerate(one["Actions"]) if (one["Name"], two["Name"]) == (stage, wanted)]
    ((i, j),) = places
    found.plain("Stages", i, "Name")
    found.plain("Stages", i, "Actions", j, "Name")
    return found["Stages"][i]["Actions"][j]


def provider(one: Resource) -> str:
    kind = one["ActionTypeId"].plain()
    assert (kind["Owner"], kind["Version"]) == ("AWS", "1")
    return f"{kind['Category']} by {kind['Provider']}"


def project(templates: Templates, name: str, stage: str, wanted: str) -> Resource:
    """The CodeBuild project that an action runs."""
    one = action(templates, name, stage, wanted)
    found = template(templates, name).only("AWS::CodeBuild::Project", Name=f"{name}-{wanted.lower()}")
    assert one["Configuration"] == {"ProjectName": found.ref}
    return found


def commands(templates: Templates, name: str, stage: str, wanted: str) -> list[str]:
    """What the project does, before which nothing may have failed."""
    source = project(templates, name, stage, wanted)["Source"].plain()
    assert source["Type"] == "CODEPIPELINE"
    return json.loads(source["BuildSpec"])["phases"]["build"]["commands"]


@each(ALL, "1-3", "ci-cd-pipeline.1")
def test_the_source_is_main_on_github(templates: Templates, name: str) -> None:
    source = action(templates, name, "Source", "Source")
    assert provider(source) == "Source by CodeStarSourceConnection"
    assert source["Configuration"] == {
        "ConnectionArn": "${ConnectionArn}",
        "FullRepositoryId": "${RepositoryOwner}/free-genai-bootcamp-2025",
        "BranchName": "main",
        "OutputArtifactFormat": "CODEBUILD_CLONE_REF",
        "DetectChanges": "false",
    }


def expanded(patterns: list[str]) -> set[str]:
    """`Sources/{AWS,JSON}/**` as `Sources/AWS/**` and `Sources/JSON/**`."""
    found = set()
    for pattern in patterns:
        assert len(pattern) <= 255
        before, opening, rest = pattern.partition("{")
        names, _, after = rest.partition("}")
        found |= {f"{before}{name}{after}" for name in names.split(",")} if opening else {pattern}
    return found


@each(ALL, "4-5", "ci-cd-pipeline.5-6")
def test_a_push_starts_it_that_changes_what_it_is_made_of(templates: Templates, name: str) -> None:
    """Of what is written in Swift, what its sources import, and those of the libraries; before there are sources, any library."""
    folder = ALL[name][0]
    (trigger,) = pipeline(templates, name)["Triggers"]
    whole = trigger.plain()
    assert (whole["ProviderType"], whole["GitConfiguration"]["SourceActionName"]) == ("CodeStarSourceConnection", "Source")
    ((push),) = whole["GitConfiguration"]["Push"]
    assert push["Branches"] == {"Includes": ["main"]}
    assert len(push["FilePaths"]["Includes"]) <= 8
    libraries = (reached(folder) if (ROOT / folder).exists() else set(modules().values())) if name in SERVICES else {"Shared/Web"}
    files = {"Package.swift", "deploy/services.json"} if name in SERVICES else set()
    assert expanded(push["FilePaths"]["Includes"]) == {f"{one}/**" for one in (folder, *libraries)} | files


@each(ALL, "6", "ci-cd-pipeline.2")
def test_codebuild_builds_it(templates: Templates, name: str) -> None:
    kind = "Image" if name in SERVICES else "Site"
    assert provider(action(templates, name, "Build", kind)) == "Build by CodeBuild"
    environment = project(templates, name, "Build", kind)["Environment"]
    assert environment["Image"] == "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    # Docker needs it, and nothing else has it.
    assert environment["PrivilegedMode"] is (name in SERVICES)


@each(SERVICES, "7-9", "testing.1-2")
def test_a_service_is_tested_before_it_is_built(templates: Templates, name: str) -> None:
    """The scripts install what is missing by themselves."""
    assert [one["Name"] for one in pipeline(templates, name)["Stages"]] == STAGES[name]
    assert commands(templates, name, "Test", "Check") == ["make check", "STAGES=infrastructure make test"]
    assert commands(templates, name, "Test", "Unit") == ["STAGES=unit make test"]
    assert commands(templates, name, "Test", "Integration") == ["STAGES=end-to-end make test"]


@each(SERVICES, "10-11")
def test_an_image_is_built_under_the_commits_tag(templates: Templates, name: str) -> None:
    folder, service = SERVICES[name]
    known = services.load()[service]
    steps = commands(templates, name, "Build", "Image")
    assert steps[2] == f"docker build --file {folder}/Dockerfile --tag {known.image} ."
    assert steps[4].endswith('|| docker push "$REPOSITORY:$TAG"')
    assert f'"name":"{known.container}"' in steps[5]
    assert action(templates, name, "Build", "Image")["OutputArtifacts"] == [{"Name": "DockerImage"}]
    repository = templates["Delivery"].only("AWS::ECR::Repository", RepositoryName=known.image)
    environment = project(templates, name, "Build", "Image")["Environment"]
    assert environment["EnvironmentVariables"] == [{"Name": "REPOSITORY", "Value": repository.attribute("RepositoryUri")}]


@each(SERVICES, "12-14", "ci-cd-pipeline.3")
def test_ecs_replaces_the_service(templates: Templates, name: str) -> None:
    deploy = action(templates, name, "Deploy", "Service")
    assert provider(deploy) == "Deploy by ECS"
    assert deploy["InputArtifacts"] == [{"Name": "DockerImage"}]
    assert deploy["Configuration"] == {"ClusterName": "app-dw", "ServiceName": SERVICES[name][1], "FileName": "imagedefinitions.json"}


@each(SITES, "7-11", "testing.1-2")
def test_a_site_is_tested_and_built_by_its_own_scripts(templates: Templates, name: str) -> None:
    assert commands(templates, name, "Test", "Integration") == ["STAGES=end-to-end make test"]
    assert commands(templates, name, "Build", "Site") == [f"cd {SITES[name][0]}", "npm ci", "npm run test", "npm run build"]
    assert action(templates, name, "Build", "Site")["OutputArtifacts"] == [{"Name": "BuildArtifact"}]


@each(SITES, "12-15", "ci-cd-pipeline.4")
def test_a_site_is_published_and_cloudfront_forgets_the_old_one(templates: Templates, name: str) -> None:
    publication = action(templates, name, "Deploy", "Publication")
    assert provider(publication) == "Build by CodeBuild"
    assert publication["InputArtifacts"] == [{"Name": "BuildArtifact"}]
    bucket = f"s3://{SITES[name][1]}"
    assert commands(templates, name, "Deploy", "Publication") == [
        f"aws s3 sync build/ {bucket} --exclude index.html",
        f"aws s3 cp build/index.html {bucket}/index.html --cache-control no-cache",
        'aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths "/*"',
    ]


@pytest.mark.parametrize("name", ["lang-portal-backend", "haiku-backend"])
def test_a_database_has_a_snapshot_before_its_service_is_replaced(templates: Templates, name: str) -> None:
    """Somebody says yes first; AWS Backup keeps it as long as the automatic ones."""
    assert [one["Name"] for one in pipeline(templates, name)["Stages"]] == STAGES[name]
    assert provider(action(templates, name, "Approval", "Approve")) == "Approval by Manual"
    start, wait = commands(templates, name, "Snapshot", "Snapshot")
    assert f"--backup-vault-name {name.removesuffix('-backend')} " in start
    assert "--lifecycle DeleteAfterDays=7" in start
    assert "exit 1" in wait


@pytest.mark.parametrize("name", SERVICES)
def test_a_deployment_gives_tasks_the_roles_of_its_service(templates: Templates, name: str) -> None:
    """By their whole names, which are theirs: a name that CloudFormation makes is shortened where it is long."""
    service = SERVICES[name][1]
    given = [task(templates, service)[kind] for kind in ("ExecutionRoleArn", "TaskRoleArn")]
    roles = stack(templates, service).resources("AWS::IAM::Role")
    names = [role["RoleName"] for arn in given for role in roles if role.attribute("Arn") == arn]
    found = pipeline(templates, name)["RoleArn"]
    (own,) = [role for role in template(templates, name).resources("AWS::IAM::Role") if role.attribute("Arn") == found]
    (statement,) = [one for one in own["Policies"][0]["PolicyDocument"].plain("Statement") if one["Sid"] == "GiveRoles"]
    assert statement["Resource"] == [f"arn:${{AWS::Partition}}:iam::${{AWS::AccountId}}:role/{one}" for one in names]
    assert statement["Condition"] == {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}


@pytest.mark.parametrize("name", ALL)
def test_a_build_is_confined(templates: Templates, name: str) -> None:
    """What it reads and writes is encrypted with the pipelines' key, its role is its own, and only what makes images may start containers."""
    stack = template(templates, name)
    roles = {role.attribute("Arn") for role in stack.resources("AWS::IAM::Role")}
    for one in stack.resources("AWS::CodeBuild::Project"):
        assert one["EncryptionKey"] == templates["Delivery"].only("AWS::KMS::Key").attribute("Arn")
        assert one["Environment"]["PrivilegedMode"] is one["Name"].endswith("-image")
        if not one["Name"].endswith("-snapshot"):
            assert one["ServiceRole"] in roles
            roles.remove(one["ServiceRole"])


@pytest.mark.parametrize("name", ALL)
def test_what_is_tested_is_what_is_built(templates: Templates, name: str) -> None:
    """Tests and build read the one artifact of the source, and no deployment overtakes another."""
    whole = pipeline(templates, name)
    assert (whole["PipelineType"], whole["ExecutionMode"]) == ("V2", "QUEUED")
    source, test, build = (one.plain("Actions") for one in list(whole["Stages"])[:3])
    assert source[0]["OutputArtifacts"] == [{"Name": "Source"}]
    for one in test:
        assert one["ActionTypeId"] == {"Category": "Test", "Owner": "AWS", "Provider": "CodeBuild", "Version": "1"}
    assert [one["InputArtifacts"] for one in (*test, *build)] == [[{"Name": "Source"}]] * (len(test) + len(build))
