"""Asks Starlette's StaticFiles and nginx for the same files and writes their answers to static_files.json.

The twin of the folder below is made in Tests/WebTests/StaticFiles/StaticFilesComparisonTests.swift, which asks our server the same and says where and
why we differ. Run again after an upgrade: python static_files.py  (needs starlette and httpx, and nginx on the PATH)
"""

import contextlib
import json
import os
import pathlib
import re
import socket
import subprocess
import tempfile
import time

import httpx
import starlette
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles
from starlette.testclient import TestClient

WRITTEN = 1_700_000_000
DATE, BEFORE, AFTER = "Tue, 14 Nov 2023 22:13:20 GMT", "Tue, 14 Nov 2023 22:13:19 GMT", "Tue, 14 Nov 2023 22:13:21 GMT"
FILES = {
    "digits.txt": "0123456789",
    "empty.txt": "",
    "index.html": "<p>home</p>",
    "docs/index.html": "<p>docs</p>",
    "bare/x.txt": "x",
    "code.js": "let x = 1",
    "code.js.gz": "zipped",
    ".env": "secret",
    "a b.txt": "space",
}

# What a header value may hold is replaced by the server's own: %tag%, and %other% for one that is not its own.
CASES = [
    ("GET", "/digits.txt", {}),
    ("HEAD", "/digits.txt", {}),
    ("GET", "/empty.txt", {}),
    ("GET", "/a%20b.txt", {}),
    ("GET", "/missing.txt", {}),
    ("GET", "/bare/", {}),
    ("GET", "/bare", {}),
    ("GET", "/docs", {}),
    ("GET", "/docs/", {}),
    ("GET", "/", {}),
    ("GET", "/.env", {}),
    ("GET", "/digits.txt/", {}),
    ("GET", "/docs//index.html", {}),
    ("GET", "/docs%2findex.html", {}),
    ("GET", "/docs/%2e%2e/digits.txt", {}),
    ("GET", "/%2e%2e/%2e%2e/etc/passwd", {}),
    ("GET", "/digits.txt%00", {}),
    ("GET", "/digits.txt%", {}),
    ("POST", "/digits.txt", {}),
    ("DELETE", "/digits.txt", {}),
    ("GET", "/code.js", {"accept-encoding": "gzip"}),
    ("GET", "/code.js", {"accept-encoding": "gzip;q=0"}),
    ("GET", "/code.js", {"accept-encoding": "br, gzip;q=0.5"}),
    ("GET", "/code.js", {"accept-encoding": "*"}),
    ("GET", "/code.js", {"accept-encoding": "gzip;q=0.1, identity"}),
]
CASES += [("GET", "/digits.txt", {"if-none-match": tag}) for tag in ("%tag%", "W/%tag%", '"x", %tag%', "*", "%other%", "rubbish", "")]
CASES += [("HEAD", "/digits.txt", {"if-none-match": "%tag%"})]
CASES += [("GET", "/digits.txt", {"if-match": tag}) for tag in ("%tag%", "W/%tag%", "*", "%other%")]
CASES += [("GET", "/digits.txt", {name: date}) for name in ("if-modified-since", "if-unmodified-since") for date in (DATE, BEFORE, AFTER, "yesterday")]
CASES += [
    ("GET", "/digits.txt", {"if-none-match": "%other%", "if-modified-since": AFTER}),
    ("GET", "/digits.txt", {"if-none-match": "%tag%", "if-modified-since": BEFORE}),
    ("GET", "/digits.txt", {"if-match": "%tag%", "if-unmodified-since": BEFORE}),
    ("GET", "/digits.txt", {"if-match": "%other%", "if-none-match": "%tag%"}),
    ("GET", "/digits.txt", {"if-unmodified-since": BEFORE, "if-none-match": "%tag%"}),
]
CASES += [
    ("GET", "/digits.txt", {"range": value})
    for value in (
        "bytes=0-0", "bytes=2-5", "bytes=7-", "bytes=-3", "bytes=-30", "bytes=5-100", "bytes=10-", "bytes=-0", "bytes=5-2", "bytes=a-b", "bytes=", "bytes",
        "items=0-1", "BYTES=0-1", "bytes=0-1,4-5", "bytes=4-5,0-1", "bytes=0-5,3-8", "bytes=0-1,100-", "bytes=100-,200-", "bytes=0-,0-,0-,0-,0-",
        "bytes=" + ",".join(f"{i}-{i}" for i in range(0, 10, 2)) + ",1-1" * 30, "bytes= 0-1", "bytes=0-99999999999999999999")
]
CASES += [
    ("HEAD", "/digits.txt", {"range": "bytes=2-5"}),
    ("GET", "/empty.txt", {"range": "bytes=0-"}),
    ("GET", "/empty.txt", {"range": "bytes=-1"}),
    ("GET", "/digits.txt", {"range": "bytes=2-5", "if-none-match": "%tag%"}),
]
CASES += [("GET", "/digits.txt", {"range": "bytes=2-5", "if-range": value}) for value in ("%tag%", "W/%tag%", "%other%", DATE, AFTER, "rubbish")]


def make_folder(root):
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        os.utime(path, (WRITTEN, WRITTEN))


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def nginx_configuration(folder, root, port):
    return f"""
daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}
http {{
  default_type application/octet-stream; types {{ text/plain txt; text/html html; text/javascript js; }}
  access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u;
  scgi_temp_path {folder}/s;
  server {{ listen 127.0.0.1:{port}; root {root}; gzip_static on; gzip_vary on; }}
}}
"""


def answer(send, method, target, headers):
    """Sends a request with the server's own tag in the place of %tag%."""
    tag = send("GET", target, {})[0].headers.get("etag", '"none"')
    filled = {name: value.replace("%tag%", tag.removeprefix("W/")).replace("%other%", '"other"') for name, value in headers.items()}
    try:
        response, content = send(method, target, filled)
    except Exception as error:  # a server that breaks off is an answer too
        return {"status": 0, "content_range": None, "content_encoding": None, "body": type(error).__name__}
    kept = response.headers
    is_plain = response.status_code in (200, 206) and not kept.get("content-type", "").startswith("multipart/")
    return {
        "status": response.status_code, "content_range": kept.get("content-range"), "content_encoding": kept.get("content-encoding"),
        "body": content.decode() if is_plain else None,
    }


def ask(client, base):
    def send(method, target, headers):
        request = client.build_request(method, base + target, headers={"accept-encoding": "identity", **headers})
        request.url = request.url.copy_with(raw_path=target.encode())
        response = client.send(request, stream=True, follow_redirects=False)
        with contextlib.closing(response):
            return response, b"".join(response.iter_raw())

    return [answer(send, *case) for case in CASES]


def main():
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "site"
        make_folder(root)
        os.chmod(folder, 0o755)
        app = Starlette(routes=[Mount("/", StaticFiles(directory=root, html=True))])
        starlettes = ask(TestClient(app, raise_server_exceptions=False), "http://testserver")
        port = free_port()
        (pathlib.Path(folder) / "nginx.conf").write_text(nginx_configuration(folder, root, port))
        server = subprocess.Popen(["nginx", "-p", folder, "-c", f"{folder}/nginx.conf"], stderr=subprocess.DEVNULL)
        try:
            for _ in range(100):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            with httpx.Client() as client:
                nginxes = ask(client, f"http://127.0.0.1:{port}")
        finally:
            server.terminate()
            server.wait()
    version = re.search(r"nginx/([\d.]+)", subprocess.run(["nginx", "-v"], capture_output=True, text=True, check=True).stderr).group(1)
    results = [
        {"method": method, "target": target, "headers": headers, "starlette": ours, "nginx": theirs}
        for (method, target, headers), ours, theirs in zip(CASES, starlettes, nginxes, strict=True)
    ]
    versions = {"starlette": starlette.__version__, "nginx": version}
    lines = ",\n".join(json.dumps(result) for result in results)
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(f'{{"versions":{json.dumps(versions)},"cases":[\n{lines}\n]}}\n')
    print(f"{len(results)} answers each of Starlette {versions['starlette']} and nginx {versions['nginx']} in {path.name}")


if __name__ == "__main__":
    main()
