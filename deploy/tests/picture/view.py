"""The templates as the pictures read them: every resource with its properties as plain values, found by what refers to it."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rendering import Rendering


@dataclass(frozen=True)
class Resource:
    stack: str
    type: str
    # As references call it: `Network/Place/Vpc`.
    path: str
    properties: Mapping[str, Any]
    deletion_policy: str | None

    def __getitem__(self, name: str) -> Any:
        return self.properties[name]

    def get(self, name: str, default: Any = None) -> Any:
        return self.properties.get(name, default)

    @property
    def id(self) -> str:
        """What it is called in a picture."""
        return re.sub(r"\W", "_", self.path)


class View:
    """All resources of one synthesis."""

    def __init__(self, documents: Mapping[str, dict]) -> None:
        self.documents = documents
        render = Rendering(documents)
        self.resources: dict[str, Resource] = {}
        for stack, document in documents.items():
            for name, fields in document.get("Resources", {}).items():
                path = render.reference(stack, name)[2:-1]
                properties = render.value(stack, fields.get("Properties", {}))
                self.resources[path] = Resource(stack, fields["Type"], path, properties, fields.get("DeletionPolicy"))

    @classmethod
    def load(cls, folder: Path) -> "View":
        return cls({file.name.removesuffix(".template.json"): json.loads(file.read_text()) for file in sorted(folder.glob("*.template.json"))})

    def all(self, *types: str) -> list[Resource]:
        """In the order of stacks and of their templates."""
        return [one for one in self.resources.values() if one.type in {f"AWS::{type}" for type in types}]

    def referred(self, text: Any) -> Resource | None:
        """The resource that a text refers to, wherever the reference stands in it: `${Auth/UserPool.ProviderURL}`."""
        for path in re.findall(r"\$\{([^}]+)\}", str(text)):
            # Paths have no dots; what follows one is an attribute.
            if (found := self.resources.get(path.partition(".")[0])) is not None:
                return found
        return None

    def called(self, type: str, property: str, value: str) -> Resource:
        """The one resource of a type that bears this name."""
        (found,) = [one for one in self.all(type) if one.get(property) == value]
        return found
