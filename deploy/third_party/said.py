"""What packages say about their licences: asked where they are installed, kept in said.json for where they are not."""

import json
import re
import sysconfig
from importlib import metadata
from pathlib import Path

from lists import debian_packages, python_packages

KEPT = Path(__file__).with_name("said.json")
# Names that authors gave before there were SPDX identifiers for it.
SPDX = {
    "3-Clause BSD License": "BSD-3-Clause", "Apache 2.0": "Apache-2.0", "Apache License 2.0": "Apache-2.0", "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0", "BSD License": "BSD", "Dual License": "Apache-2.0 OR BSD-3-Clause", "ISC License": "ISC",
    "MIT License": "MIT", "MIT license": "MIT",
}


def kept():
    return json.loads(KEPT.read_text(encoding="utf-8"))


def keep(answers):
    KEPT.write_text(json.dumps(answers, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def heard(table):
    """All that there is to know here; of what is not installed what was heard before."""
    before = kept() if KEPT.exists() else {"debian": {}, "python": {}, "texts": {}}
    debian = {name: debian_licence(name, table["licences"].get(name)) for names in debian_packages().values() for name in names}
    python = {name: python_licence(name, table["licences"].get(name)) for names in python_packages().values() for name in names}
    for part in table["parts"]:
        if "file" in part and part["says"] not in content(part["file"]):
            raise ValueError(f"{part['name']} no longer says: {part['says']}")
    texts = {text["title"]: excerpt(content(text["file"]), text["begin"], text.get("end")) for text in table["texts"]}
    return {
        "debian": {name: licence or before["debian"][name] for name, licence in debian.items()},
        "python": {name: licence or before["python"][name] for name, licence in python.items()},
        "texts": texts,
    }


def debian_licence(name, by_hand):
    """That of `Files: *` in the machine-readable format, or what stands in packages.toml and in the text; where it is not installed what was heard before."""
    path = Path(f"/usr/share/doc/{name}/copyright")
    if not path.exists():
        return by_hand and by_hand["licence"]
    text = path.read_text(encoding="utf-8", errors="replace")
    if by_hand:
        if by_hand["says"] not in text:
            raise ValueError(f"{name} no longer says: {by_hand['says']}")
        return by_hand["licence"]
    found = re.search(r"^Files: *\*[^\n]*\n(?:.*\n)*?License: *(.*)", text, re.MULTILINE)
    if not found:
        raise ValueError(f"{name} does not say its licence in a way that can be read: add it to [licences] in packages.toml")
    return found[1].strip()


def python_licence(name, by_hand=None):
    """As its metadata say, or its file of the licence; None where it is not installed."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    if by_hand:
        [file] = [file for file in metadata.files(name) if file.name == "LICENSE"]
        if by_hand["says"] not in file.read_text():
            raise ValueError(f"{name} no longer says: {by_hand['says']}")
        return by_hand["licence"]
    if expression := about["License-Expression"]:
        return expression
    short = (about["License"] or "").strip()
    if short and "\n" not in short and len(short) < 60:
        return SPDX.get(short, short)
    classifiers = [value.split(" :: ")[-1] for value in about.get_all("Classifier", []) if value.startswith("License ::")]
    if not classifiers:
        raise ValueError(f"{name} does not say its licence")
    return " OR ".join(sorted({SPDX.get(value, value) for value in classifiers}))


def content(file):
    """Of a file at its path, or of one among Python's packages."""
    path = Path(file) if file.startswith("/") else next(Path(sysconfig.get_path("purelib")).glob(file))
    return path.read_text(encoding="utf-8", errors="replace")


def excerpt(text, begin, end):
    lines = text.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(begin))
    last = next((number for number, line in enumerate(lines) if end and line.startswith(end)), len(lines))
    # Debian's format has a dot where a line is empty.
    return "\n".join("" if line.strip() == "." else line.rstrip() for line in lines[first:last]).strip("\n")
