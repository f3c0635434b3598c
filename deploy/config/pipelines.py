"""The seven pipelines: what starts each, what it builds, where that goes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pipeline:
    """`target` is a service of services.json, or the bucket of a React app."""

    name: str
    project: str
    target: str
    is_site: bool
    # The folder it builds, which is also the target of Package.swift for what is written in Swift.
    folder: str


PIPELINES = (
    Pipeline("lang-portal-frontend", "lang-portal", "lang-portal-frontend-dw", True, "Services/lang-portal-frontend"),
    Pipeline("lang-portal-backend", "lang-portal", "lang-portal-api", False, "Services/lang-portal-api"),
    Pipeline("haiku-frontend", "haiku", "haiku-frontend-dw", True, "Services/haiku-frontend"),
    Pipeline("haiku-backend", "haiku", "haiku-api", False, "Services/haiku-api"),
    Pipeline("vocab-frontend", "vocab", "vocab-frontend", False, "Services/vocab-frontend"),
    Pipeline("vocab-backend", "vocab", "vocab-backend", False, "Services/vocab-backend"),
    Pipeline("writing-practice", "writing", "writing-practice", False, "Services/writing-practice"),
)


@dataclass(frozen=True)
class Pipelines:
    repository: str = "free-genai-bootcamp-2025"
    branch: str = "main"
    pipelines: tuple[Pipeline, ...] = PIPELINES
    # What every Swift service is built from besides the libraries that it imports.
    swift_files: tuple[str, ...] = ("Package.swift", "deploy/services.json")
    # What React apps take from the design system.
    site_folders: tuple[str, ...] = ("Shared/Web",)
    # CodePipeline takes so many patterns, each so long.
    max_patterns: int = 8
    max_pattern_length: int = 255
    # The repository of the function that looks at uploads, beside those of services.json.
    function_image: str = "content-processor"
    # Images that a rollback may still want.
    kept_images: int = 20
    untagged_image_days: int = 1
    artifacts_bucket: str = "genai-bootcamp-artifacts"
    # Artifacts and caches can be made again from the commit.
    artifact_days: int = 30
    # Where tests run: the scripts of deploy/local install what else they need, on this Debian.
    swift_image: str = "public.ecr.aws/docker/library/swift:6.2-bookworm"
    # Where images are built, sites published and snapshots taken.
    aws_image: str = "aws/codebuild/amazonlinux-x86_64-standard:5.0"
    node_version: int = 22
    # Compiling wants memory; what only calls AWS does not.
    large: str = "BUILD_GENERAL1_LARGE"
    small: str = "BUILD_GENERAL1_SMALL"
    test_minutes: int = 60
    build_minutes: int = 30
    # Waiting for a place among other builds.
    queued_minutes: int = 60
