"""The stacks in their order: what each stands on, and what it wants to be told."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from picture.mermaid import Edge, Node, Picture, Place

# CloudFormation takes a template of so many bytes from the command line; a larger one is put into a bucket first.
INLINE_BYTES = 51_200


@dataclass(frozen=True)
class Stack:
    name: str
    stack_name: str
    # Those whose values it takes, and those that must merely be there before.
    takes: frozenset[str]
    waits: frozenset[str]
    parameters: Mapping[str, str]
    is_large: bool

    @property
    def needs(self) -> frozenset[str]:
        return self.takes | self.waits


def load(folder: Path) -> dict[str, Stack]:
    """Every stack after those it needs, otherwise in the order in which the application makes them."""
    artifacts = json.loads((folder / "manifest.json").read_text())["artifacts"]
    stacks = {name: read(folder, name, fields) for name, fields in artifacts.items() if fields["type"] == "aws:cloudformation:stack"}
    ordered: dict[str, Stack] = {}
    while len(ordered) < len(stacks):
        name = next(name for name, stack in stacks.items() if name not in ordered and stack.needs <= ordered.keys())
        ordered[name] = stacks[name]
    return ordered


def read(folder: Path, name: str, fields: dict) -> Stack:
    text = (folder / f"{name}.template.json").read_text()
    document = json.loads(text)
    needs = frozenset(one for one in fields.get("dependencies", []) if not one.endswith(".assets"))
    takes = frozenset(one for one in needs if f'"{prefix(fields, name)}{kebab_of(one)}:' in text)
    parameters = {key: value["Description"] for key, value in document.get("Parameters", {}).items()}
    return Stack(name, fields["properties"]["stackName"], takes, needs - takes, parameters, len(text.encode()) > INLINE_BYTES)


def prefix(fields: dict, name: str) -> str:
    """`app-dw-`: what every stack's name begins with."""
    return fields["properties"]["stackName"].removesuffix(kebab_of(name))


def kebab_of(name: str) -> str:
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in name).lstrip("-")


def steps(stacks: Mapping[str, Stack]) -> dict[str, int]:
    """How many stacks must stand one on the other before this one: those of a step can be deployed at the same time."""
    found: dict[str, int] = {}
    for name, stack in stacks.items():
        found[name] = 1 + max((found[one] for one in stack.needs), default=0)
    return found


def picture(stacks: Mapping[str, Stack]) -> Picture:
    """One box for the stacks that wait for the same, one frame for each step; bold is who is told something, dotted what is order alone."""
    step, box = steps(stacks), boxes(stacks)
    drawn = Picture({f"step{number}": Place(f"step{number}", str(number)) for number in sorted(set(step.values()))}, "LR")
    for id in dict.fromkeys(box.values()):
        members = [stacks[name] for name in stacks if box[name] == id]
        lines = tuple(f"<b>{one.name}</b>" if one.parameters else one.name for one in members)
        drawn.add(Node(id, lines, "service", f"step{step[members[0].name]}"))
    arrows: dict[tuple[str, str], bool] = {}
    for name, stack in stacks.items():
        for one in nearest(stacks, name):
            arrow = box[one], box[name]
            arrows[arrow] = arrows.get(arrow, True) and one in stack.waits
    drawn.join(*(Edge(*ends, is_dotted=is_dotted) for ends, is_dotted in arrows.items()))
    return drawn


def boxes(stacks: Mapping[str, Stack]) -> dict[str, str]:
    """Each stack's box, called after its first member: those that stand on the same boxes share one."""
    found: dict[str, str] = {}
    known: dict[frozenset[str], str] = {}
    for name in stacks:
        below = frozenset(found[one] for one in nearest(stacks, name))
        # What stands on nothing has nothing in common.
        found[name] = known.setdefault(below, name) if below else name
    return found


def nearest(stacks: Mapping[str, Stack], name: str) -> list[str]:
    """Those it needs that none of the others needs already."""
    needs = stacks[name].needs
    around = {further for one in needs for further in below(stacks, one)}
    return sorted(needs - around)


def below(stacks: Mapping[str, Stack], name: str) -> set[str]:
    """All that a stack stands on."""
    return {deeper for one in stacks[name].needs for deeper in {one, *below(stacks, one)}}


def table(stacks: Mapping[str, Stack]) -> str:
    step = steps(stacks)
    rows = ["| step | stack | stands on | is told |", "|---|---|---|---|"]
    for name, stack in sorted(stacks.items(), key=lambda one: step[one[0]]):
        size = " ⁺" if stack.is_large else ""
        told = "<br/>".join(f"`{key}`: {text}" for key, text in stack.parameters.items())
        rows.append(f"| {step[name]} | `{stack.stack_name}`{size} | {', '.join(one for one in stacks if one in stack.needs)} | {told} |")
    return "\n".join([*rows, "", f"⁺ Larger than the {INLINE_BYTES:,} bytes that CloudFormation takes from a command line: goes through a bucket."])
