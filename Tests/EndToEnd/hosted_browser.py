"""A browser without scripts that drives local-cloud's hosted pages: it follows no redirect by itself and fills in the forms it finds."""
from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import parse_qs, urljoin, urlsplit

import requests


class Form(HTMLParser):
    """The first form of a page: where it goes, and the values it has already."""

    def __init__(self, page: str):
        super().__init__()
        self.action = ""
        self.values: dict[str, str] = {}
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        known = dict(attributes)
        if tag == "form" and not self.action:
            self.action = known.get("action") or ""
        elif tag == "input" and known.get("name"):
            self.values[str(known["name"])] = known.get("value") or ""


class Browser:
    def __init__(self) -> None:
        self.session = requests.Session()
        self.here = ""

    def open(self, address: str) -> requests.Response:
        self.here = urljoin(self.here, address)
        return self.session.get(self.here, allow_redirects=False, timeout=30)

    def fill(self, page: requests.Response, **fields: str) -> requests.Response:
        """Sends the page's form with these fields filled in."""
        form = Form(page.text)
        assert form.action, page.text
        self.here = urljoin(page.url, form.action)
        headers = {"Origin": "{0.scheme}://{0.netloc}".format(urlsplit(self.here)), "Sec-Fetch-Site": "same-origin"}
        return self.session.post(self.here, form.values | fields, headers=headers, allow_redirects=False, timeout=60)

    def sign_in(self, address: str, email: str, password: str) -> str:
        """Where the learner is sent with a code, by way of the sign-in page."""
        begun = self.open(address)
        assert begun.status_code == 302, begun.text
        page = self.open(begun.headers["Location"])
        assert page.status_code == 200, page.text
        answer = self.fill(page, email=email, password=password)
        assert answer.status_code == 303, answer.text
        return answer.headers["Location"]


def parameter(name: str, location: str) -> str:
    return parse_qs(urlsplit(location).query)[name][0]
