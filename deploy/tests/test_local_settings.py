"""What services are given on a developer's machine: the names of services.json, and nothing that the AWS system does not know of."""

import re
import subprocess
from pathlib import Path

import pytest

import services

ROOT = Path(__file__).parents[2]
SETTINGS = ROOT / "deploy" / "local" / "lib" / "settings.sh"
# Those whose programs are there; `make up` starts them.
BUILT = [name for name in services.load() if (ROOT / "Services" / name).exists()]


def given(service: str) -> list[str]:
    """What the shell function of `make up` says."""
    script = f'ROOT={ROOT}; . "{SETTINGS}"; service_settings {service}'
    return subprocess.run(["bash", "-c", script], check=True, capture_output=True, text=True).stdout.split()


def written() -> set[str]:
    """The names that `make up` writes into .local/env."""
    return set(re.findall(r"^ *setting ([A-Z_]+) ", SETTINGS.read_text(), re.M))


@pytest.mark.parametrize("service", BUILT)
def test_a_service_is_given_what_services_json_names(service: str) -> None:
    known = services.load()[service]
    assert given(service) == [*known.environment, *known.secrets, *known.local_settings]
    assert len(set(given(service))) == len(given(service))


@pytest.mark.parametrize("service", BUILT)
def test_what_is_for_this_machine_is_set_here(service: str) -> None:
    assert set(services.load()[service].local_settings) <= written()


@pytest.mark.parametrize("service", BUILT)
def test_secrets_are_set_here_too(service: str) -> None:
    assert set(services.load()[service].secrets) <= written()
