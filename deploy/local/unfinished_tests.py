#!/usr/bin/env python3
"""Tells why a run of tests did not end: unfinished_tests.py <events> <limit in seconds>.

Names the tests that began and did not end, from Swift Testing's event stream, and where the threads of its processes are.
"""

import json
import re
import subprocess
import sys
from collections import Counter

# What a thread does that has nothing to do.
RESTING = re.compile(r"^(__sigsuspend|epoll_wait)|_dispatch_semaphore_wait_slow < _dispatch_worker_thread\b")
FRAMES_SHOWN = 8
THREADS_SHOWN = 12
LINE_LENGTH = 400


def unfinished(lines):
    """The tests with a case that has begun and not ended, in the order in which they began; a test itself begins long before, to wait for a free place."""
    under_way = Counter()
    for line in lines:
        try:
            record = json.loads(line)
        except json.JSONDecodeError:
            # The last line of a run that was stopped.
            continue
        event = record.get("payload", {})
        match event.get("kind"):
            case "testCaseStarted":
                under_way[event["testID"]] += 1
            case "testCaseEnded":
                under_way[event["testID"]] -= 1
    return [name for name, cases in under_way.items() if cases > 0]


def busy_threads(stacks):
    """The innermost functions of each thread in what `eu-stack` printed, but of those that rest; alike ones once."""
    threads = []
    for thread in re.split(r"^TID \d+:\n", stacks, flags=re.MULTILINE)[1:]:
        functions = re.findall(r"^#\d+ +0x[0-9a-f]+(?: - \d+)? +(\S.*)$", thread, flags=re.MULTILINE)
        line = " < ".join(functions[:FRAMES_SHOWN])
        if line and not RESTING.search(line):
            threads.append(line[:LINE_LENGTH])
    return list(dict.fromkeys(threads))


def output_of(*command, given=None):
    return subprocess.run(command, input=given, capture_output=True, text=True).stdout


def processes_of(events):
    """The processes that were given this path, and their children: tests of how a process ends."""
    parents = output_of("pgrep", "-f", "--", f"--event-stream-output-path {events}").split()
    return [*parents, *(child for parent in parents for child in output_of("pgrep", "-P", parent).split())]


def stacks_of(processes):
    """What `eu-stack` prints of these processes, in Swift's own words."""
    return output_of("swift", "demangle", "--simplified", given="".join(output_of("eu-stack", "-n", "64", "-p", process) for process in processes))


def main():
    with open(sys.argv[1], encoding="utf-8", errors="replace") as events:
        names = unfinished(events)
    print(f"\nThese tests had not ended after {sys.argv[2]} s, so the run was stopped:")
    print("\n".join(f"  {name}" for name in names) or "  none: the run itself did not end")
    processes = processes_of(sys.argv[1])
    threads = busy_threads(stacks_of(processes))
    if processes:
        print("Its processes:\n" + output_of("ps", "-o", "pid,ppid,stat,etime,time,args", "--cols", "160", "-p", ",".join(processes)).rstrip())
    print("Their threads, but those at rest:")
    print("\n".join(f"  {thread}" for thread in threads[:THREADS_SHOWN]) or "  none: what the tests await does not come")


if __name__ == "__main__":
    main()
