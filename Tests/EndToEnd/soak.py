"""Everything of attacks.py at once beside ordinary load, for some minutes; run by deploy/local/soak.sh, whose exit code is this one's.

Fails when an ordinary request fails, when memory is not flat within 5 % after the first third, or when a descriptor is left at the end.
"""

from __future__ import annotations

import os
import statistics
import sys
import threading
import time
from dataclasses import dataclass, field

import attacks
from ordinary import OrdinaryLoad
from recorder import Recorder, running_recorder
from stack import ROOT, eventually

# Attackers beyond the limit take places of ordinary clients; here there is room for all, and floods beyond it have their own tests.
SETTINGS = {
    "HEADER_MILLISECONDS": 3_000,
    "BODY_MILLISECONDS": 3_000,
    "WRITE_MILLISECONDS": 3_000,
    "IDLE_MILLISECONDS": 5_000,
    "DEADLINE_MILLISECONDS": 5_000,
    "MAX_CONNECTIONS": 4_000,
}
FLAT_SHARE = 0.05
# What allocators keep and give back by themselves, for a process that small.
FLAT_KIBIBYTES = 4_096


@dataclass
class Samples:
    memory: list[int] = field(default_factory=list)
    descriptors: list[int] = field(default_factory=list)

    def take(self, server: Recorder) -> None:
        self.memory.append(server.memory_kibibytes())
        self.descriptors.append(server.descriptors())


def soak(minutes: float) -> int:
    with running_recorder(ROOT / ".local" / "soak.log", **SETTINGS) as server:
        with OrdinaryLoad(server.port, clients=1):
            time.sleep(2)
        descriptors = server.descriptors()
        stop = threading.Event()
        threads = [threading.Thread(target=attack, args=(server.port, stop), name=attack.__name__) for attack in attacks.ALL]
        samples = Samples()
        began, used = time.monotonic(), attacks.cpu_seconds(server.pid)
        with OrdinaryLoad(server.port, clients=3) as load:
            for thread in threads:
                thread.start()
            while time.monotonic() - began < minutes * 60:
                samples.take(server)
                time.sleep(0.5)
            stop.set()
            for thread in threads:
                thread.join()
        seconds = time.monotonic() - began
        left = leftover(server, descriptors)
        return report(load, samples, seconds, attacks.cpu_seconds(server.pid) - used, left)


def leftover(server: Recorder, before: int) -> int:
    """Descriptors that are still there when all time-outs are over."""
    try:
        eventually(lambda: server.descriptors() <= before, seconds=30, every_seconds=0.5)
    except AssertionError:
        return server.descriptors() - before
    return 0


def report(load: OrdinaryLoad, samples: Samples, seconds: float, cpu: float, left: int) -> int:
    # What is compared are the two later thirds: a slow rise shows, a moment's peak does not.
    third = len(samples.memory) // 3
    earlier, later = (statistics.median(part) for part in (samples.memory[third : 2 * third], samples.memory[2 * third :]))
    growth = later - earlier
    rows = [
        ("time", f"{seconds:.0f} s, {cpu:.0f} CPU s of the server", True),
        ("ordinary requests", f"{load.answers}, {len(load.failures)} failed", not load.failures and load.answers > 0),
        ("their time", f"p50 {load.percentile(0.5) * 1000:.1f} ms, p99 {load.percentile(0.99) * 1000:.0f} ms", True),
        ("memory, middle third", f"{earlier / 1024:.1f} MiB", True),
        (
            "memory, last third",
            f"{later / 1024:.1f} MiB ({growth / earlier:+.1%}), at most {max(samples.memory) / 1024:.1f} MiB",
            growth <= max(earlier * FLAT_SHARE, FLAT_KIBIBYTES),
        ),
        ("descriptors", f"at most {max(samples.descriptors)}, {left} left at the end", left == 0),
    ]
    for name, value, holds in rows:
        print(f"  {name:<22} {value:<60} {'' if holds else 'FAILED'}")
    for failure in load.failures[:10]:
        print(f"    {failure}")
    return 0 if all(holds for _, _, holds in rows) else 1


if __name__ == "__main__":
    sys.exit(soak(float(os.environ.get("SOAK_MINUTES", "15"))))
