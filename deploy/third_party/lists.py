"""What the project installs: the lists of Debian's packages in lib/install.sh, and of PyPI's in the files of requirements."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INSTALL = ROOT / "deploy/local/lib/install.sh"
REQUIREMENTS = [*(ROOT / "deploy/local/requirements" / name for name in ("run.txt", "check.txt", "test.txt")), ROOT / "Benchmarks/requirements.txt"]


def debian_packages():
    """Names by list."""
    return {name: names.split() for name, names in re.findall(r"^(\w+_PACKAGES)=\(([^)]*)\)", INSTALL.read_text(encoding="utf-8"), re.MULTILINE)}


def python_packages():
    """Names by file."""
    return {path.name: [line.split("==")[0] for line in path.read_text(encoding="utf-8").split()] for path in REQUIREMENTS}
