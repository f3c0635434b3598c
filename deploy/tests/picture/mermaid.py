"""Nodes, edges and the places that nodes stand in, as Mermaid's text."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

# Outlines and words keep the reader's own colours, dark or light; only the borders tell kinds apart.
STYLES = {
    "person": "stroke:#7a5cc4,stroke-width:2px",
    "edge": "stroke:#c4562a,stroke-width:2px",
    "service": "stroke:#2a7fc4,stroke-width:2px",
    "data": "stroke:#2f8f5b,stroke-width:2px",
    "aws": "stroke:#8a8a8a,stroke-width:1px",
}
SHAPES = {"person": ('(["', '"])'), "data": ('[("', '")]'), "edge": ('("', '")'), "service": ('["', '"]'), "aws": ('["', '"]')}


@dataclass(frozen=True)
class Node:
    id: str
    lines: tuple[str, ...]
    kind: str
    place: str

    def text(self) -> str:
        before, after = SHAPES[self.kind]
        return f"{self.id}{before}{'<br/>'.join(self.lines)}{after}"


@dataclass(frozen=True)
class Edge:
    source: str
    target: str
    label: str = ""
    is_dotted: bool = False

    def text(self) -> str:
        arrow = "-.->" if self.is_dotted else "-->"
        label = f'|"{self.label}"|' if self.label else ""
        return f"{self.source} {arrow}{label} {self.target}"


@dataclass(frozen=True)
class Place:
    """A frame with a title; `within` is the frame around it."""

    id: str
    title: str
    within: str = ""


@dataclass
class Picture:
    places: Mapping[str, Place]
    direction: str = "TB"
    nodes: dict[str, Node] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)

    def add(self, *nodes: Node) -> None:
        self.nodes.update((node.id, node) for node in nodes)

    def join(self, *edges: Edge) -> None:
        """An edge that is there already says nothing new."""
        self.edges += [edge for edge in edges if edge not in self.edges]

    def text(self) -> str:
        lines = [f"flowchart {self.direction}", *indented(self._inside("")), *indented(edge.text() for edge in self.edges)]
        for kind in STYLES:
            if members := [node.id for node in self.nodes.values() if node.kind == kind]:
                lines += indented([f"classDef {kind} {STYLES[kind]}", f"class {','.join(members)} {kind}"])
        return "\n".join(["```mermaid", *lines, "```"])

    def _inside(self, place: str) -> list[str]:
        lines = [node.text() for node in self.nodes.values() if node.place == place]
        for inner in self.places.values():
            if inner.within == place and (content := self._inside(inner.id)):
                lines += [f'subgraph {inner.id}["{inner.title}"]', *indented(content), "end"]
        return lines


def indented(lines: Iterable[str]) -> list[str]:
    return [f"  {line}" for line in lines]
