"""The targets of Package.swift, so that a pipeline starts by what its program is made of and by nothing else.

Read as text, for templates are written where there is no Swift: every target there is one call, with its name first and its dependencies in one list.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parents[1] / "Package.swift"
TARGET = re.compile(r"(?<![\w.])(library|service|tests|\.target|\.executableTarget|\.systemLibrary)\(")
# `library` and `service` are helpers of Package.swift: where their targets are, and their list has no label.
STOREYS = {"library": "Sources", "service": "Services", "tests": "Tests"}
NAME = re.compile(r'\(\s*(?:name:\s*)?"([^"]+)"')
DEPENDENCIES = re.compile(r'(?:dependencies:\s*|"\s*,\s*)\[([^\]]*)\]')


@dataclass(frozen=True)
class Target:
    name: str
    folder: str
    dependencies: tuple[str, ...]


@cache
def targets(file: Path = FILE) -> dict[str, Target]:
    """All targets by name."""
    text = re.sub(r"^\s*//.*$", "", file.read_text(), flags=re.MULTILINE)
    # What follows the package's declaration is for fuzzing alone.
    declaration = text[text.index("let package = Package(") : text.index("swiftLanguageModes:")]
    return {one.name: one for one in map(read, calls(declaration))}


def calls(text: str) -> list[str]:
    """The text of each call that declares a target, its parentheses balanced."""
    found = []
    end = 0
    for match in TARGET.finditer(text):
        if match.start() < end:
            continue
        depth, end = 1, match.end()
        while depth:
            depth += {"(": 1, ")": -1}.get(text[end], 0)
            end += 1
        found.append(text[match.start() : end])
    return found


def read(call: str) -> Target:
    if (name := NAME.search(call)) is None:
        raise ValueError(f"a target without a name: {call}")
    dependencies = DEPENDENCIES.search(call)
    return Target(name.group(1), folder(call, name.group(1)), tuple(re.findall(r'"([^"]+)"', dependencies.group(1)) if dependencies else ()))


def folder(call: str, name: str) -> str:
    if path := re.search(r'path:\s*"([^"]+)"', call):
        return path.group(1)
    storey = re.search(r'\bin:\s*"([^"]+)"', call)
    return f"{storey.group(1) if storey else STOREYS[call.partition('(')[0]]}/{name}"


def built_from(name: str) -> list[str] | None:
    """The folders of a target and of all that it stands on, in order; None for one that is not there yet."""
    known = targets()
    if name not in known:
        return None
    reached, waiting = set(), [name]
    while waiting:
        if (one := waiting.pop()) not in reached:
            reached.add(one)
            waiting += known[one].dependencies
    return sorted(known[one].folder for one in reached)
