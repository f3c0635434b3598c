"""The templates as tests read them: plain values, references by the paths of constructs, and a record of every leaf that was read."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rendering import Rendering

Leaf = tuple[str | int, ...]


class Templates:
    """All stacks of one synthesis, by name. `reads` are the leaves that were read since it was last emptied."""

    def __init__(self, documents: Mapping[str, dict]) -> None:
        self.documents = documents
        self.rendering = Rendering(documents)
        self.reads: set[Leaf] = set()

    @classmethod
    def load(cls, folder: Path) -> "Templates":
        files = sorted(folder.glob("*.template.json"))
        return cls({file.name.removesuffix(".template.json"): json.loads(file.read_text()) for file in files})

    def __getitem__(self, stack: str) -> "Template":
        return Template(self, stack)

    def __iter__(self) -> Iterator["Template"]:
        return (Template(self, stack) for stack in self.documents)

    def at(self, leaf: Leaf) -> Any:
        value: Any = self.documents
        for step in leaf:
            value = value[step]
        return value

    @contextlib.contextmanager
    def changed(self, leaf: Leaf) -> Iterator[None]:
        """Within it, the leaf has another value."""
        parent, last = self.at(leaf[:-1]), leaf[-1]
        original = parent[last]
        parent[last] = other_than(original)
        try:
            yield
        finally:
            parent[last] = original

    @contextlib.contextmanager
    def unrecorded(self) -> Iterator[None]:
        """Within it, reading counts for nothing: for what is only looked for, never for what is held."""
        before = set(self.reads)
        try:
            yield
        finally:
            self.reads = before


def other_than(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    return f"{value}~" if isinstance(value, str) else value + 1


class Template:
    """One stack's template."""

    def __init__(self, templates: Templates, stack: str) -> None:
        self.templates, self.stack = templates, stack

    def resources(self, type: str, **properties: Any) -> list["Resource"]:
        """All resources of a type that have these properties; there must be some, for a loop over none holds nothing."""
        found = self.matching(type, properties)
        assert found, f"{self.stack} has no {type} with {properties}"
        return found

    def only(self, type: str, **properties: Any) -> "Resource":
        """The one resource of a type that has these properties; what it was found by counts as read."""
        found = self.matching(type, properties)
        assert len(found) == 1, f"{self.stack} has {len(found)} {type} with {properties}"
        self.templates.reads.add((self.stack, "Resources", found[0].id, "Type"))
        for name in properties:
            found[0].plain(name)
        return found[0]

    def named(self, type: str, name: str) -> "Resource":
        """The one resource of a type with this `Name` tag, which counts as read."""
        with self.templates.unrecorded():
            found = [(one, place) for one in self.matching(type, {}) for place, tag in enumerate(one.get("Tags", [])) if tag == {"Key": "Name", "Value": name}]
        assert len(found) == 1, f"{self.stack} has {len(found)} {type} named {name}"
        ((resource, place),) = found
        resource.plain("Tags", place)
        return resource

    def matching(self, type: str, properties: Mapping[str, Any]) -> list["Resource"]:
        """As `resources`, but there may be none."""
        return [
            Resource(self.templates, self.stack, name)
            for name, resource in self.templates.documents[self.stack].get("Resources", {}).items()
            if resource["Type"] == type and self.has(resource.get("Properties", {}), properties)
        ]

    def has(self, found: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
        render = self.templates.rendering.value
        return all(name in found and render(self.stack, found[name]) == value for name, value in wanted.items())


class Node:
    """A list or an object inside a template. What is not one is given as a plain value, and a reference as text (see `Rendering`)."""

    def __init__(self, templates: Templates, path: Leaf) -> None:
        self.templates, self.path = templates, path

    def __getitem__(self, key: str | int) -> Any:
        child = self.raw[key]
        if isinstance(child, dict | list) and not self.templates.rendering.is_intrinsic(child):
            return Node(self.templates, (*self.path, key))
        return self.plain(key)

    def get(self, key: str, default: Any = None) -> Any:
        return self[key] if key in self.raw else default

    def __iter__(self) -> Iterator[Any]:
        return (self[index] for index in range(len(self.raw))) if isinstance(self.raw, list) else iter(self.raw)

    def __len__(self) -> int:
        return len(self.raw)

    def __contains__(self, item: Any) -> bool:
        return item in (self.raw if isinstance(self.raw, dict) else self.plain())

    def __eq__(self, other: object) -> bool:
        return self.plain() == (other.plain() if isinstance(other, Node) else other)

    def __repr__(self) -> str:
        return repr(self.templates.rendering.value(str(self.path[0]), self.raw))

    @property
    def raw(self) -> Any:
        return self.templates.at(self.path)

    def plain(self, *keys: str | int) -> Any:
        """The value with all that is in it, as plain lists, dictionaries and text; every leaf of it counts as read."""
        path = (*self.path, *keys)
        value = self.templates.at(path)
        self.templates.reads.update(leaves(path, value))
        return self.templates.rendering.value(str(path[0]), value)


class Resource(Node):
    """A resource: its properties by subscript."""

    def __init__(self, templates: Templates, stack: str, id: str) -> None:
        super().__init__(templates, (stack, "Resources", id, "Properties"))
        self.stack, self.id = stack, id

    @property
    def ref(self) -> str:
        """How a reference to it reads: `${Network/Vpc}`."""
        return self.templates.rendering.reference(self.stack, self.id)

    def attribute(self, name: str) -> str:
        """How a reference to an attribute of it reads: `${Network/Vpc.CidrBlock}`."""
        return self.templates.rendering.reference(self.stack, self.id, name)

    def beside(self, name: str) -> Any:
        """What stands beside its properties, such as `DeletionPolicy`."""
        return Node(self.templates, self.path[:-1])[name]


def leaves(path: Leaf, value: Any) -> Iterator[Leaf]:
    """The paths of all strings, numbers and truth values in `value`."""
    if isinstance(value, dict):
        for key, child in value.items():
            yield from leaves((*path, key), child)
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from leaves((*path, index), child)
    else:
        yield path
