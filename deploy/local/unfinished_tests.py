#!/usr/bin/env python3
"""Names the tests of a run that began and did not end, from Swift Testing's event stream: unfinished_tests.py <events> <limit in seconds>."""

import json
import sys


def unfinished(lines):
    """The identifiers of what has started and not ended, in the order in which it started."""
    running = {}
    for line in lines:
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            # The last line of a run that was stopped.
            continue
        event = record.get("payload", {})
        match event.get("kind"):
            case "testStarted":
                running[event["testID"]] = None
            case "testEnded" | "testSkipped":
                running.pop(event["testID"], None)
    # A suite has not ended either, when a test of it has not.
    return [name for name in running if not any(other.startswith(name + "/") for other in running if other != name)]


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as events:
        names = unfinished(events)
    print(f"\nThese tests had not ended after {sys.argv[2]} s, so the run was stopped:")
    print("\n".join(f"  {name}" for name in names) or "  none: the run itself did not end")


if __name__ == "__main__":
    main()
