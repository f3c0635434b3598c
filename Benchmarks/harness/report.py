"""Tables for people, JSON for later."""
from __future__ import annotations

import json
import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path

RESULTS = Path(__file__).resolve().parents[1] / "results"


def version(*command: str) -> str:
    try:
        result = subprocess.run(command, capture_output=True, text=True)
        return (result.stdout + result.stderr).strip().splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def machine() -> dict[str, object]:
    model = next((line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "unknown")
    return {"processor": model, "cores": os.cpu_count(), "kernel": platform.release(), "swift": version("swift", "--version"), "nginx": version("nginx", "-v")}


def save(name: str, content: dict[str, object]) -> None:
    RESULTS.mkdir(exist_ok=True)
    file = RESULTS / f"{name}.json"
    file.write_text(json.dumps({"measured_at": datetime.now(UTC).isoformat(timespec="seconds"), "machine": machine(), **content}, indent=2) + "\n")
    print(f"\nwritten to {file.relative_to(RESULTS.parents[1])}")


def committed(name: str) -> dict[str, object]:
    """The last committed result; empty without one."""
    shown = subprocess.run(["git", "-C", RESULTS, "show", f"HEAD:./{name}.json"], capture_output=True, text=True)
    return json.loads(shown.stdout) if shown.returncode == 0 else {}


def table(headings: list[str], rows: list[list[object]]) -> None:
    cells = [headings, *([f"{cell:,.2f}" if isinstance(cell, float) else str(cell) for cell in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(headings))]
    print()
    for row in cells:
        print("  ".join(cell.ljust(width) if column < 2 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))))
