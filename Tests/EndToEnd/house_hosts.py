"""The house at its own names, https://{lang-portal,haiku,vocab,writing,auth}.app-dw.net: nginx, a throw-away authority, a clock that tests move."""
from __future__ import annotations

import json
import re
import secrets
import socket
import subprocess
import threading
import urllib.request
from base64 import b64encode
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from aws_clients import KEYS
from fronts import front_process
from playwright.sync_api import Browser, sync_playwright
from programs import running
from stack import Client, Stack, free_ports

DOMAIN = "app-dw.net"
APPS = ("lang-portal", "haiku", "vocab", "writing")
FAKE_CLOCK = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"
POOL = "us-east-1_LocalPool"

NGINX = """
worker_processes 1;
daemon off;
master_process off;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log warn;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/nginx-body;
    proxy_temp_path {folder}/nginx-proxy;
    fastcgi_temp_path {folder}/nginx-fastcgi;
    uwsgi_temp_path {folder}/nginx-uwsgi;
    scgi_temp_path {folder}/nginx-scgi;
    ssl_certificate {folder}/leaf.pem;
    ssl_certificate_key {folder}/leaf.key;
    {servers}
    # Pages of people who mean ill: on a site of their own, and on a sub-domain of ours that is not ours.
    server {{
        listen 127.0.0.1:{port} ssl;
        server_name evil.example evil.{domain};
        default_type text/html;
        root {folder}/evil;
    }}
}}
"""

SERVER = """
    server {{
        listen 127.0.0.1:{port} ssl;
        server_name {host};
        location / {{
            proxy_pass http://127.0.0.1:{back};
            proxy_http_version 1.1;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto https;
        }}
    }}
"""


@dataclass
class House:
    folder: Path
    port: int
    cloud_port: int
    proxy_port: int
    app_ports: dict[str, int]

    def origin(self, app: str) -> str:
        return f"https://{app}.{DOMAIN}"

    def code(self, email: str) -> str:
        with urllib.request.urlopen(f"http://localhost:{self.cloud_port}/_mailbox?to={email}", timeout=30) as answer:
            return json.load(answer)["messages"][0]["code"]

    def can_sign_in(self, email: str, password: str) -> bool:
        """Asks the user pool itself."""
        parameters = {"USERNAME": email, "PASSWORD": password}
        body = {"AuthFlow": "USER_PASSWORD_AUTH", "ClientId": "web-client-local", "AuthParameters": parameters}
        headers = {"X_Amz_Target": "AWSCognitoIdentityProviderService.InitiateAuth", "Content_Type": "application/x-amz-json-1.1"}
        return Client(self.cloud_port).post("/", body, **headers).status == 200

    def move_clock(self, seconds: int) -> None:
        """Sets the services' clocks so many seconds ahead of the machine's."""
        # In one step: whoever reads half of it would live in another year.
        (self.folder / "clock.new").write_text(f"+{seconds}\n")
        (self.folder / "clock.new").replace(self.folder / "clock")

    def evil_page(self, name: str, html: str) -> str:
        (self.folder / "evil" / name).write_text(html)
        return f"/{name}"

    def logs(self) -> str:
        return "".join(file.read_text(errors="replace") for file in self.folder.glob("*.log"))

    @contextmanager
    def browser(self, *more: str) -> Iterator[Browser]:
        """Sees our names, and those of people who mean ill, at nginx; third parties get no cookies."""
        rules = f"MAP *.{DOMAIN} 127.0.0.1:{self.port}, MAP evil.example 127.0.0.1:{self.port}"
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path="/usr/bin/chromium-headless-shell", chromium_sandbox=False,
                args=[f"--host-resolver-rules={rules}", "--test-third-party-cookie-phaseout", *more])
            yield browser
            browser.close()


@contextmanager
def house_on_hosts(stack: Stack, folder: Path) -> Iterator[House]:
    (folder / "evil").mkdir(parents=True, exist_ok=True)
    (folder / "clock").write_text("+0\n")
    _make_certificates(folder)
    (port,) = free_ports(1)
    with ExitStack() as started:
        proxy = started.enter_context(_connect_proxy(port))
        cloud = started.enter_context(running("local-cloud", _cloud_settings(folder), "/api/health", log=folder / "local-cloud.log"))
        shared = _shared_settings(stack, folder, cloud, proxy)
        backs = {}
        for app in APPS:
            settings = shared | {"PUBLIC_ORIGINS": f"https://{app}.{DOMAIN}"}
            backs[app] = started.enter_context(running("lang-portal-api", settings, "/api/health", log=folder / f"{app}.log"))
        hosts = backs | {"auth": cloud}
        servers = "".join(SERVER.format(port=port, host=f"{name}.{DOMAIN}", back=back) for name, back in hosts.items())
        text = NGINX.format(folder=folder, port=port, servers=servers, domain=DOMAIN)
        started.enter_context(front_process(folder, port, text))
        yield House(folder, port, cloud, proxy, backs)


def _clock(folder: Path) -> dict[str, str]:
    return {
        "LD_PRELOAD": FAKE_CLOCK, "FAKETIME_TIMESTAMP_FILE": str(folder / "clock"), "FAKETIME_NO_CACHE": "1", "DONT_FAKE_MONOTONIC": "1",
        "LAME_DUCK_SECONDS": "0",
    }


def _cloud_settings(folder: Path) -> dict[str, str]:
    return _clock(folder) | KEYS | {
        "LOCAL_CLOUD_DOMAIN": f"https://auth.{DOMAIN}", "TRUSTED_PROXY_HOPS": "1",
        "LOCAL_CLOUD_CALLBACK_URLS": ",".join(f"https://{app}.{DOMAIN}/callback" for app in APPS),
        "LOCAL_CLOUD_LOGOUT_URLS": ",".join(f"https://{app}.{DOMAIN}/logout" for app in APPS),
    }


def _shared_settings(stack: Stack, folder: Path, cloud: int, proxy: int) -> dict[str, str]:
    """Tasks of one program, each under the name of an app, which share the database, the keys and the domain."""
    return _clock(folder) | KEYS | {
        "DATABASE_URL": stack.settings["DATABASE_URL"], "COGNITO_ISSUER": f"http://localhost:{cloud}/{POOL}", "COGNITO_CLIENT_ID": "web-client-local",
        "COGNITO_DOMAIN": f"https://auth.{DOMAIN}", "AWS_ENDPOINT_URL": f"http://localhost:{cloud}", "AWS_REGION": "us-east-1",
        "JWT_SECRET": b64encode(secrets.token_bytes(32)).decode(), "AUDIT_KEY": secrets.token_hex(32), "SESSION_COOKIE_DOMAIN": f".{DOMAIN}",
        "HTTPS_PROXY": f"http://127.0.0.1:{proxy}", "SSL_CERT_FILE": str(folder / "authority.pem"), "TRUSTED_PROXY_HOPS": "1",
        "LANG_PORTAL_API_KEY": secrets.token_hex(24), "DATABASE_CONNECTIONS": "4",
    }


def _make_certificates(folder: Path) -> None:
    names = f"subjectAltName=DNS:*.{DOMAIN},DNS:evil.example"
    authority = ["-keyout", folder / "authority.key", "-out", folder / "authority.pem", "-subj", "/CN=Throw-away authority"]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    _openssl([*new, *authority, "-addext", "basicConstraints=critical,CA:TRUE"])
    leaf = ["-keyout", folder / "leaf.key", "-out", folder / "leaf.pem", "-subj", f"/CN={DOMAIN}"]
    signed = ["-CA", folder / "authority.pem", "-CAkey", folder / "authority.key", "-addext", names, "-addext", "basicConstraints=critical,CA:FALSE"]
    _openssl([*new, *leaf, *signed])


def _openssl(command: list[object]) -> None:
    subprocess.run([str(part) for part in command], check=True, capture_output=True)


@contextmanager
def _connect_proxy(port: int) -> Iterator[int]:
    """Takes the services' own calls to our names to nginx: they have no resolver that could be told of them."""
    listener = socket.create_server(("127.0.0.1", 0))
    threading.Thread(target=_accept, args=(listener, port), daemon=True).start()
    yield listener.getsockname()[1]
    listener.close()


def _accept(listener: socket.socket, port: int) -> None:
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=_tunnel, args=(client, port), daemon=True).start()


def _tunnel(client: socket.socket, port: int) -> None:
    head = client.recv(4096).decode()
    if not re.match(rf"CONNECT [a-z-]+\.{re.escape(DOMAIN)}:443 ", head):
        client.sendall(b"HTTP/1.1 403 Forbidden\r\n\r\n")
        client.close()
        return
    back = socket.create_connection(("127.0.0.1", port))
    client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
    threading.Thread(target=_copy, args=(back, client), daemon=True).start()
    _copy(client, back)


def _copy(source: socket.socket, sink: socket.socket) -> None:
    try:
        while data := source.recv(65_536):
            sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)
    except OSError:
        pass
