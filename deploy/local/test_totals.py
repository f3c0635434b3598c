#!/usr/bin/env python3
"""Adds up the result files of a test run: test_totals.py <folder> [failed stage…]; the last line is `N passed, N failed`.

A stage that failed without one failed test in its file (it did not compile, it crashed) counts as one failure, and so does a file that was not written to
its end.
"""
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

LINES_TOLD = 20
# What a crash leaves in the output.
CRASH = re.compile(r"Fatal error|ERROR: \w+Sanitizer|^ +#\d+ |exited with unexpected signal|Signal \d+:")


def totals(report: Path) -> tuple[int, int, int]:
    """(passed, failed, skipped) test cases of one file in JUnit's format."""
    cases = list(ElementTree.parse(report).iter("testcase"))
    failed = sum(1 for case in cases if case.find("failure") is not None or case.find("error") is not None)
    skipped = sum(1 for case in cases if case.find("skipped") is not None)
    return len(cases) - failed - skipped, failed, skipped


def failures(report: Path) -> list[str]:
    """The failed test cases of one file, each with the first line of what it said."""
    lines = []
    for case in ElementTree.parse(report).iter("testcase"):
        said = [text for kind in ("failure", "error") for text in [case.find(kind)] if text is not None]
        if said:
            message = (said[0].get("message") or said[0].text or "").strip().split("\n")[0]
            lines.append(f"{case.get('classname')}: {case.get('name')}: {message}"[:400])
    return lines


def why_cut_off(report: Path) -> list[str]:
    """Why the run of a file did not end, where that is known: who reads a long run reads its end first."""
    told, log = report.with_suffix(".unfinished"), report.with_suffix(".log")
    if told.exists():
        return [line for line in told.read_text(errors="replace").splitlines() if line][:LINES_TOLD]
    if log.exists():
        return [line for line in log.read_text(errors="replace").splitlines() if CRASH.search(line)][:LINES_TOLD]
    return []


def main(folder: str, failed_stages: list[str]) -> int:
    passed = failed = skipped = 0
    print()
    for report in sorted(Path(folder).glob("*.xml")):
        try:
            counts = totals(report)
        except ElementTree.ParseError:
            print(f"  {report.stem:<28} ended before its results were written")
            for line in why_cut_off(report):
                print(f"    {line}"[:400])
            failed += 1
            continue
        print(f"  {report.stem:<28} {counts[0]} passed, {counts[1]} failed, {counts[2]} skipped")
        for failure in failures(report)[:20]:
            print(f"    failed: {failure}")
        passed, failed, skipped = passed + counts[0], failed + counts[1], skipped + counts[2]
    if failed_stages:
        print("  failed: " + ", ".join(failed_stages))
    if passed + failed == 0:
        print("  no test ran")
    failed = max(failed, len(failed_stages), 0 if passed else 1)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
