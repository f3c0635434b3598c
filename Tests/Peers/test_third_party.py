"""What is kept of the packages' licences is what the packages say that are installed here."""

import sys
import tomllib

from test_dictionary import ROOT

sys.path.insert(0, str(ROOT / "deploy/third_party"))
import said  # noqa: E402
import third_party  # noqa: E402


def test_the_packages_still_say_what_is_kept_of_them():
    table = tomllib.loads(third_party.TABLE.read_text(encoding="utf-8"))
    # They are asked, not only remembered.
    assert said.debian_licence("libexpat1-dev", None) and said.python_licence("wordfreq")
    assert said.heard(table) == said.kept(), "a package has another licence than before: look at it, then run third_party.py --read"


def test_what_is_linked_or_run_has_its_line():
    written = third_party.rendered()
    for name in ("libhyperscan-dev", "edict", "wordfreq", "Swagger UI", "chromium-headless-shell", "pykakasi"):
        assert name in written
