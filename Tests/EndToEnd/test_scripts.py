"""The scripts of the single-page applications, by Node's own test runner."""
from __future__ import annotations

import subprocess

import pytest
from stack import ROOT

FILES = sorted((ROOT / "Tests" / "Scripts").glob("*.test.mjs"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_all_of_a_file_pass(file) -> None:
    run = subprocess.run(["node", "--test", "--test-reporter=tap", str(file)], capture_output=True, text=True, timeout=120)
    assert run.returncode == 0, run.stdout[-4_000:]
    # A runner that finds nothing succeeds, too.
    assert "\n# fail 0\n" in run.stdout and "\n# pass 0\n" not in run.stdout
