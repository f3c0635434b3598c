"""What builds do: this repository's own commands.

What must not happen after a failure stands in the phase `build`: CodeBuild runs `post_build` all the same.
"""

from config.pipelines import Pipeline, Pipelines

# Where `make test` leaves its results, and where pip and npm keep what they have fetched.
RESULTS, PIP_CACHE, NPM_CACHE = ".local/test/results", "/var/cache/pip", "/var/cache/npm"


def spec(*commands: str, **more: dict) -> dict:
    return {"version": 0.2, "phases": {"build": {"commands": list(commands)}}, **more}


def tests(*commands: str) -> dict:
    """Commands of the Makefile in the image of Swift, which has no make; the scripts install the rest."""
    whole = spec(*commands, env={"variables": {"PIP_CACHE_DIR": PIP_CACHE}}, cache={"paths": [f"{PIP_CACHE}/**/*"]})
    whole["phases"]["install"] = {"commands": ["apt-get update", "apt-get install --yes --no-install-recommends make"]}
    return whole


def reported(whole: dict, group: str, folder: str = RESULTS) -> dict:
    """The same, with a report of its tests."""
    return {**whole, "reports": {group: {"files": ["*.xml"], "base-directory": folder, "file-format": "JUNITXML"}}}


def image(folder: str, image: str, container: str) -> dict:
    """An image under the commit's tag. Tags never change: building a commit again keeps its first image."""
    return spec(
        'aws ecr get-login-password | docker login --username AWS --password-stdin "${REPOSITORY%/*}"',
        'export TAG="${CODEBUILD_RESOLVED_SOURCE_VERSION:0:12}"',
        f"docker build --file {folder}/Dockerfile --tag {image} .",
        f'docker tag {image} "$REPOSITORY:$TAG"',
        f'aws ecr describe-images --repository-name {image} --image-ids "imageTag=$TAG" || docker push "$REPOSITORY:$TAG"',
        f"""printf '[{{"name":"{container}","imageUri":"%s"}}]' "$REPOSITORY:$TAG" >imagedefinitions.json""",
        env={"shell": "bash"},
        artifacts={"files": ["imagedefinitions.json"]},
    )


def site(folder: str, pipelines: Pipelines) -> dict:
    """A React app, tested and built into `build/`."""
    whole = spec(
        f"cd {folder}",
        "npm ci",
        "npm run test",
        "npm run build",
        env={"variables": {"npm_config_cache": NPM_CACHE}},
        cache={"paths": [f"{NPM_CACHE}/**/*"]},
        artifacts={"base-directory": folder, "files": ["build/**/*"]},
    )
    whole["phases"]["install"] = {"runtime-versions": {"nodejs": pipelines.node_version}}
    return whole


def publication(pipeline: Pipeline) -> dict:
    """First what the page names, then the page. Nothing is deleted: who has the old page open still finds its files."""
    return spec(
        f"aws s3 sync build/ s3://{pipeline.target} --exclude index.html",
        f"aws s3 cp build/index.html s3://{pipeline.target}/index.html --cache-control no-cache",
        'aws cloudfront create-invalidation --distribution-id "$DISTRIBUTION" --paths "/*"',
    )


def snapshot(vault: str, days: int) -> dict:
    """A snapshot that is there before the deployment begins: AWS Backup takes it, keeps it so many days, and is waited for."""
    start = f'aws backup start-backup-job --backup-vault-name {vault} --resource-arn "$CLUSTER" --iam-role-arn "$BACKUP_ROLE"'
    ask = 'aws backup describe-backup-job --backup-job-id "$JOB" --query State --output text'
    return spec(
        f"export JOB=$({start} --lifecycle DeleteAfterDays={days} --query BackupJobId --output text)",
        f"""until STATE=$({ask}) && [ "$STATE" = COMPLETED ]; do case "$STATE" in FAILED|ABORTED|EXPIRED|PARTIAL) exit 1;; esac; sleep 15; done""",
        env={"shell": "bash"},
    )
