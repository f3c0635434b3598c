"""nginx and HAProxy before the recorder, with upstream connections that are used again, and what each says it forwarded."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from stack import eventually, free_ports


@dataclass(frozen=True)
class Forwarded:
    """A request as the front saw it, if it went on to the back."""

    method: str
    target: str
    id: str
    status: int


@dataclass
class Front:
    name: str
    port: int
    log: Path
    _read: int = 0

    def take_forwarded(self, until_id: str) -> list[Forwarded]:
        """What it has forwarded since it was asked last; waits until the request with this id is among it."""
        eventually(lambda: f"\t{until_id}\t" in self._text()[self._read :], seconds=10)
        lines = self._text()[self._read :].splitlines()
        self._read = len(self._text())
        found = []
        for line in lines:
            if line.count("\t") != 5:
                continue
            method, target, id, status, server, _ = line.split("\t")
            # Nobody was asked: the front refused it by itself.
            if server in ("-", "<NOSRV>", ""):
                continue
            found.append(Forwarded(method, target, id if id != "-" else "", int(status)))
        return found

    def _text(self) -> str:
        return self.log.read_text(errors="replace")


NGINX = """
worker_processes 1;
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log warn;
events {{ worker_connections 512; }}
http {{
    log_format seen escape=none "$request_method\t$request_uri\t$http_x_id\t$status\t$upstream_addr\t.";
    client_body_temp_path {folder}/nginx-body;
    proxy_temp_path {folder}/nginx-proxy;
    fastcgi_temp_path {folder}/nginx-fastcgi;
    uwsgi_temp_path {folder}/nginx-uwsgi;
    scgi_temp_path {folder}/nginx-scgi;
    client_body_timeout 2s;
    client_header_timeout 2s;
    underscores_in_headers on;
    ignore_invalid_headers off;
    # One connection to the back, which every client shares in turn.
    upstream back {{ server 127.0.0.1:{back}; keepalive 1; }}
    server {{
        listen 127.0.0.1:{port};
        access_log {folder}/{name}.log seen;
        location / {{
            proxy_pass http://back;
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_request_buffering {buffering};
            proxy_read_timeout 5s;
            proxy_next_upstream off;
        }}
    }}
}}
"""

HAPROXY = """
global
    log stdout format raw local0
    maxconn 500
    nbthread 1
defaults
    mode http
    log global
    timeout connect 5s
    timeout client 2s
    timeout server 5s
    timeout http-request 2s
    option http-keep-alive
    http-reuse always
    retries 0
frontend front
    bind 127.0.0.1:{port}
    http-request capture req.hdr(X-Id) len 64
    log-format "%HM\\t%HU\\t%[capture.req.hdr(0)]\\t%ST\\t%s\\t."
    default_backend back
backend back
    server back 127.0.0.1:{back} pool-max-conn 1
"""


@contextmanager
def nginx(folder: Path, back_port: int, buffering: bool) -> Iterator[Front]:
    name = f"nginx-{'buffered' if buffering else 'streaming'}"
    port = free_ports(1)[0]
    folder = folder / name
    folder.mkdir(parents=True, exist_ok=True)
    log = folder / f"{name}.log"
    log.write_text("")
    text = NGINX.format(folder=folder, port=port, back=back_port, name=name, buffering="on" if buffering else "off")
    with front_process(folder, port, text):
        yield Front(name, port, log)


@contextmanager
def front_process(folder: Path, port: int, text: str) -> Iterator[None]:
    """nginx with these settings, once it listens."""
    settings = folder / "nginx.conf"
    settings.write_text(text)
    with (folder / "output.log").open("wb") as output:
        process = subprocess.Popen(["/usr/sbin/nginx", "-p", folder, "-c", settings], stdout=output, stderr=output)
    with _running(process, port, folder):
        yield


@contextmanager
def haproxy(folder: Path, back_port: int) -> Iterator[Front]:
    port = free_ports(1)[0]
    folder = folder / "haproxy"
    folder.mkdir(parents=True, exist_ok=True)
    log, settings = folder / "haproxy.log", folder / "haproxy.cfg"
    settings.write_text(HAPROXY.format(port=port, back=back_port))
    with log.open("wb") as output:
        process = subprocess.Popen(["/usr/sbin/haproxy", "-f", settings, "-db"], stdout=output, stderr=output)
    with _running(process, port, folder):
        yield Front("haproxy", port, log)


@contextmanager
def _running(process: subprocess.Popen, port: int, folder: Path) -> Iterator[None]:
    try:
        eventually(lambda: process.poll() is not None or _listens(port), seconds=20)
        assert process.poll() is None, "\n".join(file.read_text() for file in folder.glob("*.log"))
        yield
    finally:
        process.terminate()
        process.wait(20)


def _listens(port: int) -> bool:
    # Not by connecting: that would be a request of its own in the log.
    wanted = f"0100007F:{port:04X}"
    return any(line.split()[1] == wanted and line.split()[3] == "0A" for line in Path("/proc/net/tcp").read_text().splitlines()[1:])
