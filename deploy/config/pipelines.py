"""The seven pipelines: what starts each, what it builds, where that goes."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Pipeline:
    """`target` is a service of services.json, or the bucket of a React app."""

    name: str
    project: str
    target: str
    is_site: bool
    # Folders whose changes start it; shared libraries are added for all that are built from Swift.
    folders: tuple[str, ...]


# What every Swift service is built from.
SWIFT_FOLDERS = ("Sources/**/*", "Shared/**/*", "Package.swift", "deploy/services.json")
SITE_FOLDERS = ("Shared/Web/**/*",)

PIPELINES = (
    Pipeline("lang-portal-frontend", "lang-portal", "lang-portal-frontend-dw", True, ("Services/lang-portal-frontend/**/*", *SITE_FOLDERS)),
    Pipeline("lang-portal-backend", "lang-portal", "lang-portal-api", False, ("Services/lang-portal-api/**/*", *SWIFT_FOLDERS)),
    Pipeline("haiku-frontend", "haiku", "haiku-frontend-dw", True, ("Services/haiku-frontend/**/*", *SITE_FOLDERS)),
    Pipeline("haiku-backend", "haiku", "haiku-api", False, ("Services/haiku-api/**/*", *SWIFT_FOLDERS)),
    Pipeline("vocab-frontend", "vocab", "vocab-frontend", False, ("Services/vocab-frontend/**/*", *SWIFT_FOLDERS)),
    Pipeline("vocab-backend", "vocab", "vocab-backend", False, ("Services/vocab-backend/**/*", *SWIFT_FOLDERS)),
    Pipeline("writing-practice", "writing", "writing-practice", False, ("Services/writing-practice/**/*", *SWIFT_FOLDERS)),
)


@dataclass(frozen=True)
class Pipelines:
    repository: str = "free-genai-bootcamp-2025"
    branch: str = "main"
    pipelines: tuple[Pipeline, ...] = PIPELINES
    # Images that a rollback may still want.
    kept_images: int = 20
    untagged_image_days: int = 1
    # Snapshots taken by hand before a deployment live as long as the automatic ones.
    snapshot_retention_days: int = 7
