#!/usr/bin/env python3
"""Says which of the given ports are taken, by whom, and what to do about it.

    ports.py LANG_PORTAL_PORT=3000 POSTGRES_PORT=5433   exit 1 and one sentence per problem
    ports.py --free 3                                   three free ports, one per line
"""
import errno
import os
import socket
import sys
from pathlib import Path

LOOPBACKS = ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"))


def is_free(port: int, loopbacks: tuple[tuple[int, str], ...] = LOOPBACKS) -> bool:
    """Nobody listens on the port on either loopback.

    Never with SO_REUSEPORT: it would share the port silently with a stale process of the same user. SO_REUSEADDR on
    Linux still refuses while anybody listens; it only overlooks closed connections that linger in TIME_WAIT, which
    would otherwise block a second start for a minute.
    """
    for family, host in loopbacks:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, port))
                probe.listen(1)
            except OSError as error:
                if error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    continue  # a machine without IPv6
                if error.errno == errno.EACCES:
                    sys.exit(f"port {port} needs root; choose one above 1023")
                return False
    return True


def listening_inodes(port: int) -> set[str]:
    inodes = set()
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        lines = Path(table).read_text().splitlines()[1:] if os.path.exists(table) else []
        for fields in (line.split() for line in lines):
            if fields[3] == "0A" and int(fields[1].rsplit(":", 1)[1], 16) == port:
                inodes.add(f"socket:[{fields[9]}]")
    return inodes


def holder(port: int) -> str:
    """`name (process 123)` of who listens, as far as this user may look."""
    inodes = listening_inodes(port)
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if any(os.readlink(fd) in inodes for fd in (process / "fd").iterdir()):
                return f"{(process / 'comm').read_text().strip()} (process {process.name})"
        except OSError:
            continue
    return "another process"


def free_port_near(port: int) -> int:
    return next(candidate for candidate in range(port + 100, 65_000) if is_free(candidate))


def free_ports(count: int) -> list[int]:
    """Free on both loopbacks; the probes stay open until all are found, so that no port comes twice."""
    ports: list[int] = []
    probes = []
    while len(ports) < count:
        probe = socket.create_server(("127.0.0.1", 0))
        probes.append(probe)
        port = probe.getsockname()[1]
        if is_free(port, loopbacks=LOOPBACKS[1:]):
            ports.append(port)
    for probe in probes:
        probe.close()
    return ports


def problem(name: str, value: str, seen: dict[str, str]) -> str | None:
    if not (value.isascii() and value.isdigit() and not value.startswith("0") and int(value) <= 65_535):
        return f"{name}={value} is not a port (1 to 65535)"
    if value in seen:
        return f"{name} and {seen[value]} are both {value}; give one of them another port"
    seen[value] = name
    if is_free(int(value)):
        return None
    suggestion = free_port_near(int(value))
    return f"port {value} is taken by {holder(int(value))}: stop it, or move ours with {name}={suggestion} make up"


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--free"]:
        print("\n".join(map(str, free_ports(int(arguments[1])))))
        return 0
    seen: dict[str, str] = {}
    problems = [p for name, _, value in (a.partition("=") for a in arguments) if (p := problem(name, value, seen))]
    for sentence in problems:
        print(sentence, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
