"""A server under measurement: pinned, with its CPU time, its memory and its time to the first answer."""
from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

TICKS_PER_SECOND = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def stat_fields(pid: int) -> list[str]:
    """The fields of a process after its name, from the third of proc(5) on."""
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()


def process_tree(root: int) -> list[int]:
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parents[int(folder.name)] = int(stat_fields(int(folder.name))[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
    tree = [root]
    for pid in tree:
        tree += [child for child, parent in parents.items() if parent == pid]
    return tree


def cpu_seconds(root: int) -> float:
    return sum(sum(map(int, stat_fields(pid)[11:13])) for pid in process_tree(root)) / TICKS_PER_SECOND


def pss_megabytes(root: int) -> float:
    text = "".join(Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in process_tree(root))
    return sum(int(kibibytes) for kibibytes in re.findall(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)) * 1024 / 1e6


@dataclass
class Server:
    name: str
    port: int
    process: subprocess.Popen
    first_answer_seconds: float

    @classmethod
    def start(cls, name: str, command: list[str], port: int, log: Path, environment: dict[str, str], path: str = "/plaintext") -> Server:
        with log.open("wb") as output:
            began = time.perf_counter()
            process = subprocess.Popen(["taskset", "-c", "0", *command], stdout=output, stderr=subprocess.STDOUT, env=environment)
        while True:
            try:
                status, _ = ask(port, "GET", path)
                if status == 200:
                    return cls(name, port, process, time.perf_counter() - began)
            except OSError:
                pass
            if process.poll() is not None or time.perf_counter() - began > 30:
                process.kill()
                raise SystemExit(f"{name} did not start; its log:\n{log.read_text()[-2_000:]}")
            time.sleep(0.001)

    def stop(self) -> None:
        self.process.terminate()
        try:
            self.process.wait(40)
        except subprocess.TimeoutExpired:
            self.process.kill()


def ask(port: int, method: str, path: str, body: str | None = None) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"} if body else {})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()
