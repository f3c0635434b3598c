#!/usr/bin/env python3
"""Writes THIRD_PARTY.md: what others made, and under which licences we use it.

    third_party.py           writes it from packages.toml, the lists of what is installed, and what the packages said (said.json)
    third_party.py --check   fails where the file is another
    third_party.py --read    asks the packages that are installed, by the Python whose packages these are, and keeps the answers in said.json
"""

import sys
import tomllib
from pathlib import Path

import said
from lists import ROOT, debian_packages, python_packages

FILE = ROOT / "THIRD_PARTY.md"
TABLE = Path(__file__).with_name("packages.toml")


def rendered():
    table, known = tomllib.loads(TABLE.read_text(encoding="utf-8")), said.kept()
    debian, python = debian_packages(), python_packages()
    complain(table, debian, python, known)
    linked = [(name, known["debian"][name], table["debian"][name]) for name in debian["BUILD_PACKAGES"]]
    beside = [(name, known["debian"][name], table["debian"][name]) for name in debian["RUN_PACKAGES"]]
    prepared = [(name, known["python"][name], table["python"][name]) for name in python["run.txt"]]
    parts = [(f"{part['name']} ({part['part_of']})", part["licence"], part["use"]) for part in table["parts"]]
    tools = {name: known["debian"][name] for group in ("SWIFT_PACKAGES", "TEST_PACKAGES", "BENCH_PACKAGES") for name in debian[group]}
    libraries = {name: known["python"][name] for group, names in python.items() if group != "run.txt" for name in names if name not in python["run.txt"]}
    sections = [
        table["opening"],
        "## Linked into our programs\n", rows(linked),
        "## Run or read beside them, from Debian\n", rows(beside),
        "## At set-up, in the stand-in for AWS and at /docs, from PyPI\n", rows(prepared),
        "## Parts with licences of their own\n", rows(parts),
        "## Only in development\n", table["tools"], "From Debian:\n", by_licence(tools),
        "From PyPI:\n", by_licence(libraries), "## Their words\n",
    ]
    for text in table["texts"]:
        sections += [f"### {text['title']}\n", f"```text\n{known['texts'][text['title']]}\n```\n"]
    return "\n".join(sections)


def complain(table, debian, python, known):
    """What is installed and has no line, and what has a line and is not installed."""
    for lines, installed in ((table["debian"], [*debian["BUILD_PACKAGES"], *debian["RUN_PACKAGES"]]), (table["python"], python["run.txt"])):
        if differing := set(lines) ^ set(installed):
            sys.exit(f"packages.toml and what is installed differ: {', '.join(sorted(differing))}")
    every = {"debian": {name for names in debian.values() for name in names}, "python": {name for names in python.values() for name in names}}
    for kind, names in every.items():
        if differing := names ^ set(known[kind]):
            sys.exit(f"of these licences are not known, or are no longer needed: {', '.join(sorted(differing))}. Run third_party.py --read.")


def rows(entries):
    lines = ["| what | licence | for |", "|---|---|---|", *(f"| {name} | {licence} | {use} |" for name, licence, use in entries)]
    return "\n".join(lines) + "\n"


def by_licence(licences):
    groups = {}
    for name, licence in licences.items():
        groups.setdefault(licence, []).append(name)
    lines = [f"| {licence} | {', '.join(sorted(names, key=str.lower))} |" for licence, names in sorted(groups.items(), key=lambda group: group[0].lower())]
    return "\n".join(["| licence | what |", "|---|---|", *lines]) + "\n"


def main():
    if sys.argv[1:] == ["--read"]:
        said.keep(said.heard(tomllib.loads(TABLE.read_text(encoding="utf-8"))))
    if sys.argv[1:2] == ["--check"]:
        compared = Path(sys.argv[2]) if sys.argv[2:] else FILE
        if not compared.exists() or compared.read_text(encoding="utf-8") != rendered():
            sys.exit(f"{compared.name} is not what third_party.py writes: run it")
        return
    FILE.write_text(rendered(), encoding="utf-8")


if __name__ == "__main__":
    main()
