"""What starts a pipeline: a push to main that changes what its program is made of."""

from collections.abc import Iterator

from aws_cdk import aws_codepipeline as codepipeline

import package
from config.pipelines import Pipeline, Pipelines

Kind = codepipeline.CfnPipeline


def push_to_its_folders(pipeline: Pipeline, pipelines: Pipelines, source: str) -> codepipeline.CfnPipeline.PipelineTriggerDeclarationProperty:
    """CodePipeline looks at the paths that a push has changed; anything else starts nothing."""
    push = Kind.GitPushFilterProperty(
        branches=Kind.GitBranchFilterCriteriaProperty(includes=[pipelines.branch]),
        file_paths=Kind.GitFilePathFilterCriteriaProperty(includes=patterns(pipeline, pipelines)),
    )
    return Kind.PipelineTriggerDeclarationProperty(
        provider_type="CodeStarSourceConnection", git_configuration=Kind.GitConfigurationProperty(source_action_name=source, push=[push])
    )


def patterns(pipeline: Pipeline, pipelines: Pipelines) -> list[str]:
    """Its own folder first. `folder/**` is everything below; `folder/**/*` would miss the files that stand in the folder itself."""
    others = (*pipelines.site_folders,) if pipeline.is_site else libraries(pipeline)
    files = () if pipeline.is_site else pipelines.swift_files
    found = [f"{pipeline.folder}/**", *(pattern for storey in grouped(others).items() for pattern in joined(*storey, pipelines.max_pattern_length)), *files]
    if len(found) > pipelines.max_patterns:
        raise ValueError(f"{pipeline.name}: CodePipeline takes {pipelines.max_patterns} patterns, these are {len(found)}")
    return found


def libraries(pipeline: Pipeline) -> tuple[str, ...]:
    """What Package.swift says; before its target is there, every library."""
    folders = package.built_from(pipeline.folder.rpartition("/")[2])
    if folders is None:
        folders = [target.folder for target in package.targets().values() if target.folder.startswith(("Shared/", "Sources/"))]
    return tuple(folder for folder in sorted(folders) if folder != pipeline.folder)


def grouped(folders: tuple[str, ...]) -> dict[str, list[str]]:
    """The names in each storey."""
    storeys: dict[str, list[str]] = {}
    for folder in folders:
        storey, _, name = folder.partition("/")
        storeys.setdefault(storey, []).append(name)
    return storeys


def joined(storey: str, names: list[str], limit: int) -> Iterator[str]:
    """`Sources/{AWS,JSON}/**`: as many names to a pattern as it holds."""

    def pattern(some: list[str]) -> str:
        return f"{storey}/{some[0] if len(some) == 1 else '{' + ','.join(some) + '}'}/**"

    some: list[str] = []
    for name in names:
        if some and len(pattern([*some, name])) > limit:
            yield pattern(some)
            some = []
        some.append(name)
    yield pattern(some)
