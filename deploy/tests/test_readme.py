"""What deploy/README.md says is what the templates say: its pictures and tables, and every name in its commands."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import services
from commands import FILE, blocks, calls, option
from config.pipelines import PIPELINES
from parts import PARTS, current, write
from picture import alarms, stacks
from picture.view import View

TEXT = FILE.read_text()


@pytest.fixture(scope="session")
def view(folder: Path) -> View:
    return View.load(folder)


@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_what_the_templates_say(request: pytest.FixtureRequest, folder: Path, part: str) -> None:
    text = PARTS[part](folder)
    if request.config.getoption("--write-table"):
        write(part, text)
    assert current(part) == text.strip(), "write it anew: pytest --write-table"


def test_every_alarm_has_its_sentence_and_every_sentence_an_alarm(view: View) -> None:
    assert not alarms.unspoken(view)


def section(title: str) -> list[str]:
    """The blocks of commands under a heading."""
    text = TEXT.partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return [block for block in blocks() if block in text]


@pytest.fixture(scope="session")
def called() -> list[list[str]]:
    """Every call of `aws` in the README, all blocks in one shell from its beginning to its end."""
    return calls(*blocks())


@pytest.fixture(scope="session")
def deployed() -> list[list[str]]:
    return [call for call in calls(*section("The first deployment")) if call[1:3] == ["cloudformation", "deploy"]]


def test_stacks_are_deployed_each_after_those_it_needs(folder: Path, deployed: list[list[str]]) -> None:
    known = stacks.load(folder)
    done: set[str] = set()
    for call in deployed:
        (file,) = option(call, "--template-file")
        stack = known[Path(file).name.removesuffix(".template.json")]
        assert option(call, "--stack-name") == [stack.stack_name]
        assert stack.needs <= done, f"{stack.name} before {stack.needs - done}"
        done.add(stack.name)
    assert done == known.keys()


def test_stacks_are_told_what_they_want_to_know(folder: Path, deployed: list[list[str]]) -> None:
    for call in deployed:
        stack = next(one for one in stacks.load(folder).values() if [one.stack_name] == option(call, "--stack-name"))
        assert {pair.partition("=")[0] for pair in option(call, "--parameter-overrides")} == stack.parameters.keys()


def test_large_templates_go_through_a_bucket_that_is_there(folder: Path, view: View, deployed: list[list[str]]) -> None:
    buckets = {one["BucketName"]: one.stack for one in view.all("S3::Bucket")}
    done: set[str] = set()
    for call in deployed:
        stack = next(one for one in stacks.load(folder).values() if [one.stack_name] == option(call, "--stack-name"))
        bucket = option(call, "--s3-bucket")
        assert not bucket or buckets[bucket[0]] in done
        assert bucket or not stack.is_large, f"{stack.name} is too large without a bucket"
        done.add(stack.name)


def test_stacks_are_removed_each_before_those_it_needs(folder: Path) -> None:
    removed = [option(call, "--stack-name")[0] for call in calls(*blocks()) if call[1:3] == ["cloudformation", "delete-stack"]]
    known = {stack.stack_name: stack for stack in stacks.load(folder).values()}
    assert sorted(removed) == sorted(known)
    gone: set[str] = set()
    for name in removed:
        assert not {one.name for one in known.values() if known[name].name in one.needs} - gone, f"somebody still needs {name}"
        gone.add(known[name].name)


def named(view: View, *kinds: tuple[str, str]) -> set[str]:
    return {str(one[key]) for type, key in kinds for one in view.all(type) if one.get(key)}


# What follows an option is one of these names, or begins with one: databases that are restored are called after those they come from.
NAMES: dict[str, Callable[[View], set[str]]] = {
    "--cluster": lambda view: named(view, ("ECS::Cluster", "ClusterName")),
    "--service": lambda view: named(view, ("ECS::Service", "ServiceName")),
    "--services": lambda view: named(view, ("ECS::Service", "ServiceName")),
    "--task-definition": lambda view: named(view, ("ECS::TaskDefinition", "Family")),
    "--family-prefix": lambda view: named(view, ("ECS::TaskDefinition", "Family")),
    "--secret-id": lambda view: named(view, ("SecretsManager::Secret", "Name")),
    "--backup-vault-name": lambda view: named(view, ("Backup::BackupVault", "BackupVaultName")),
    "--db-proxy-name": lambda view: named(view, ("RDS::DBProxy", "DBProxyName")),
    "--db-cluster-identifier": lambda view: named(view, ("RDS::DBCluster", "DBClusterIdentifier")),
    "--db-cluster-identifiers": lambda view: named(view, ("RDS::DBCluster", "DBClusterIdentifier")),
    "--source-db-cluster-identifier": lambda view: named(view, ("RDS::DBCluster", "DBClusterIdentifier")),
    "--db-instance-class": lambda view: named(view, ("RDS::DBInstance", "DBInstanceClass")),
    "--db-subnet-group-name": lambda view: named(view, ("RDS::DBSubnetGroup", "DBSubnetGroupName")),
    "--pipeline-name": lambda view: named(view, ("CodePipeline::Pipeline", "Name")),
    "--stage-name": lambda view: {stage["Name"] for one in view.all("CodePipeline::Pipeline") for stage in one["Stages"]},
    "--names": lambda view: named(view, ("ElasticLoadBalancingV2::LoadBalancer", "Name")),
    "--s3-bucket": lambda view: named(view, ("S3::Bucket", "BucketName")),
}


@pytest.mark.parametrize("name", NAMES)
def test_what_commands_name_is_there(view: View, called: list[list[str]], name: str) -> None:
    # What another command would have answered is empty here.
    words = {word for call in called for word in option(call, name) if word}
    unknown = [word for word in words if not any(re.fullmatch(f"{re.escape(one)}([-:].+)?", word) for one in NAMES[name](view))]
    assert words or name == "--secret-id", f"no command says {name}"
    assert not unknown


# Names that no template holds: those of what the commands make, of what AWS names, and of what is compared by a test of its own.
FREE = {
    *("--aws-service-name", "--connection-name", "--policy-name", "--role-name", "--new-db-cluster-identifier", "--new-db-instance-identifier"),
    *("--db-instance-identifier", "--db-cluster-parameter-group-name", "--snapshot-identifier", "--target-pipeline-execution-id", "--user-pool-id"),
    *("--name", "--stack-name"),
}


def test_every_option_that_names_something_is_compared(called: list[list[str]]) -> None:
    said = {word for call in called for word in call if re.fullmatch("--.+-(name|names|id|identifier|identifiers)|--name", word)}
    assert said <= NAMES.keys() | FREE


def test_stacks_and_pipelines_are_called_by_their_names(folder: Path, view: View, called: list[list[str]]) -> None:
    known = stacks.load(folder)
    assert {word for call in called for word in option(call, "--stack-name")} == {one.stack_name for one in known.values()}
    assert set(re.findall("`deploy (\\w+)", TEXT)) <= known.keys()
    started = {word for call in called if "start-pipeline-execution" in call for word in option(call, "--name")}
    assert started <= named(view, ("CodePipeline::Pipeline", "Name"))


def test_images_are_pushed_to_every_repository(view: View) -> None:
    pushed = re.findall(r"^push (\S+) (\S+)$", TEXT, re.MULTILINE)
    assert sorted(image for _, image in pushed) == sorted(named(view, ("ECR::Repository", "RepositoryName")))
    known = {name: one.image for name, one in services.load().items()}
    assert {folder: image for folder, image in pushed if folder != image} == {name: image for name, image in known.items() if name != image}


def test_what_cannot_be_deployed_yet_is_said() -> None:
    """Images without a Dockerfile, React apps without a package; when all are there, the sentence goes."""
    wanted = [f"Services/{folder}/Dockerfile" for folder in re.findall(r"^push (\S+) \S+$", TEXT, re.MULTILINE)]
    wanted += [f"{one.folder}/package.json" for one in PIPELINES if one.is_site]
    said = re.findall("^Not there yet, .*: (.*)\\.$", TEXT, re.MULTILINE)
    assert re.findall("`([^`]+)`", " ".join(said)) == [file for file in wanted if not (FILE.parents[1] / file).exists()]


@pytest.mark.parametrize("variable", ["JWT_SECRET", "LANG_PORTAL_API_KEY"])
def test_whoever_reads_a_key_is_started_anew(variable: str) -> None:
    readers = [name for name, one in services.load().items() if variable in one.secrets]
    (secret,) = {one.secrets[variable] for one in services.load().values() if variable in one.secrets}
    (block,) = [block for block in section("Changing keys") if f"get {secret})" in block]
    for restarted in re.findall(r"^ *restart (.+)$", block, re.MULTILINE):
        assert sorted(restarted.split()) == sorted(readers)


def test_files_it_leads_to_are_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)", TEXT):
        assert (FILE.parent / target).exists(), target
    for heading in re.findall(r"\]\(#([^)]+)\)", TEXT):
        assert heading in {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in re.findall(r"^#+ (.+)$", TEXT, re.MULTILINE)}, heading
