"""What programs import, read from their sources: what Package.swift says is held against it."""

import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
IMPORT = re.compile(
    r"^(?:@\w+(?:\(\w+\))? +)*(?:(?:public|package|internal|fileprivate|private) +)?import +(?:(?:struct|class|enum|func|protocol|typealias|var|let) +)?(\w+)",
    re.MULTILINE,
)
# Where a module is not called like its folder.
RENAMED = {"DesignSystem": "Shared/Web"}


@cache
def modules() -> dict[str, str]:
    """Folders of the libraries, by module; `Web` is the one of Sources."""
    return {folder.name: f"{storey}/{folder.name}" for storey in ("Shared", "Sources") for folder in (ROOT / storey).iterdir() if folder.is_dir()} | RENAMED


def reached(folder: str) -> set[str]:
    """The folders of all libraries that the sources of a folder import, and those import, and so on."""
    found: set[str] = set()
    waiting = [folder]
    while waiting:
        one = waiting.pop()
        for file in (ROOT / one).rglob("*.swift"):
            for name in IMPORT.findall(file.read_text()):
                if (library := modules().get(name)) and library not in found:
                    found.add(library)
                    waiting.append(library)
    return found
