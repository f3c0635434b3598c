"""Templates are made from the configuration alone: twice the same bytes, wherever and whenever."""

from pathlib import Path

from app import application


def contents(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.suffix == ".json"}


def test_twice_the_same_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    application(first).synth()
    application(second).synth()
    assert contents(first) == contents(second)
