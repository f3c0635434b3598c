"""Intrinsic functions as text: `{"Ref": "Vpc8378EB38"}` is `${Network/Vpc}`, also from another stack, and a join is what it makes."""

import re
from collections.abc import Mapping
from typing import Any


class Rendering:
    """Renders values of the templates. Whatever names a resource that is not there is an error."""

    def __init__(self, documents: Mapping[str, dict]) -> None:
        self.documents = documents
        # Exports of all stacks: where the value stands that an import means.
        self.exports = {
            output["Export"]["Name"]: (stack, name)
            for stack, document in documents.items()
            for name, output in document.get("Outputs", {}).items()
            if "Export" in output
        }

    @staticmethod
    def is_intrinsic(value: Any) -> bool:
        return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in ("Ref", "Fn::GetAtt", "Fn::ImportValue", "Fn::Join", "Fn::Sub")

    def value(self, stack: str, value: Any) -> Any:
        """The value as plain lists, dictionaries and text."""
        if isinstance(value, list):
            return [self.value(stack, one) for one in value]
        if not isinstance(value, dict):
            return value
        if not self.is_intrinsic(value):
            return {key: self.value(stack, one) for key, one in value.items()}
        ((function, argument),) = value.items()
        match function:
            case "Ref":
                return self.reference(stack, argument)
            case "Fn::GetAtt":
                return self.reference(stack, *argument)
            case "Fn::ImportValue":
                exporter, output = self.exports[argument]
                return self.value(exporter, self.documents[exporter]["Outputs"][output]["Value"])
            case "Fn::Join":
                separator, parts = argument
                return separator.join(str(self.value(stack, part)) for part in parts)
            case _:
                return self.substitution(stack, argument)

    def substitution(self, stack: str, argument: Any) -> str:
        text, values = (argument, {}) if isinstance(argument, str) else argument

        def replacement(match: re.Match) -> str:
            name = match.group(1)
            return str(self.value(stack, values[name])) if name in values else self.reference(stack, *name.split(".", 1))

        return re.sub(r"\$\{([^!}][^}]*)\}", replacement, text)

    def reference(self, stack: str, name: str, attribute: str | None = None) -> str:
        """`${AWS::Region}`, `${ImageTag}`, `${Network/Vpc}` or `${Network/Vpc.CidrBlock}`."""
        suffix = f".{attribute}" if attribute else ""
        document = self.documents[stack]
        if name.startswith("AWS::") or name in document.get("Parameters", {}):
            return f"${{{name}}}"
        path = document["Resources"][name].get("Metadata", {}).get("aws:cdk:path", f"{stack}/{name}")
        return f"${{{re.sub('/(Resource|Default)$', '', path)}{suffix}}}"
