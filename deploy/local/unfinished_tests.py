#!/usr/bin/env python3
"""Tells why a run of tests did not end: unfinished_tests.py <events> <limit in seconds>.

Names the tests that began and did not end, from Swift Testing's event stream, and where the threads of the processes that write it are.
"""

import json
import re
import subprocess
import sys

# What a thread does that has nothing to do.
RESTING = re.compile(r"^(__sigsuspend|epoll_wait)|_dispatch_semaphore_wait_slow < _dispatch_worker_thread\b")
FRAMES_SHOWN = 8
THREADS_SHOWN = 12
LINE_LENGTH = 400


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


def busy_threads(stacks):
    """The innermost functions of each thread in what `eu-stack` printed, but of those that rest; alike ones once."""
    threads = []
    for thread in re.split(r"^TID \d+:\n", stacks, flags=re.MULTILINE)[1:]:
        functions = re.findall(r"^#\d+ +0x[0-9a-f]+(?: - \d+)? +(\S.*)$", thread, flags=re.MULTILINE)
        line = " < ".join(functions[:FRAMES_SHOWN])
        if line and not RESTING.search(line):
            threads.append(line[:LINE_LENGTH])
    return list(dict.fromkeys(threads))


def stacks_of(events):
    """What `eu-stack` prints of each process that was given this path, in Swift's own words."""
    processes = subprocess.run(["pgrep", "-f", "--", f"--event-stream-output-path {events}"], capture_output=True, text=True).stdout.split()
    stacks = "".join(subprocess.run(["eu-stack", "-n", "64", "-p", process], capture_output=True, text=True).stdout for process in processes)
    return subprocess.run(["swift", "demangle", "--simplified"], input=stacks, capture_output=True, text=True).stdout


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as events:
        names = unfinished(events)
    print(f"\nThese tests had not ended after {sys.argv[2]} s, so the run was stopped:")
    print("\n".join(f"  {name}" for name in names) or "  none: the run itself did not end")
    threads = busy_threads(stacks_of(sys.argv[1]))
    print("Its threads, but those at rest:")
    print("\n".join(f"  {thread}" for thread in threads[:THREADS_SHOWN]) or "  none: what the tests await does not come")


if __name__ == "__main__":
    main()
