"""What the code says that it does is what every page declares; nothing more, nothing less."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml
from requests.utils import get_environ_proxies

from page.builder import bundles
from t2v.endpoints import API_URL, WEB_URL
from t2v.sessions import open_session
from tests.trust.declared import (
    MODULES,
    READ_BY_LIBRARIES,
    ROOT,
    SOURCE,
    hosts,
    starts,
    variables,
)

DECLARED = {one.name for one in SOURCE.environment}
HOSTS = {urlsplit(url).hostname for url in (API_URL, WEB_URL)}
PAGES = {slug: files["SKILL.md"].decode() for slug, files in bundles(ROOT).items()}


def test_every_variable_that_is_read_is_declared() -> None:
    found = {(name, path) for path, source in MODULES.items() for name in variables(source)}
    unknown = sorted((name, path) for name, path in found if name not in DECLARED)
    # A prefix that doctor.py looks for, such as NEMO_, declares nothing by itself.
    assert unknown == [], (
        "add them to `environment` in skill.yaml, or to NO_VARIABLES with a reason"
    )


def test_every_variable_that_is_declared_is_read() -> None:
    read = {name for source in MODULES.values() for name in variables(source)}
    idle = sorted(DECLARED - read - set(READ_BY_LIBRARIES))
    assert idle == [], "nobody reads them: take them out of `environment` in skill.yaml"


@pytest.mark.parametrize("name", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_certificates_are_taken_from_the_variable(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(name, str(tmp_path / "own.pem"))
    with open_session() as session:
        assert session.verify == str(tmp_path / "own.pem")


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("HTTP_PROXY", "http://nemovideo.example"),
        ("HTTPS_PROXY", "https://nemovideo.example"),
        ("ALL_PROXY", "https://nemovideo.example"),
    ],
)
def test_proxies_are_taken_from_the_variable_and_left_out_by_another(
    name: str, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for other in READ_BY_LIBRARIES:
        monkeypatch.delenv(other, raising=False)
        monkeypatch.delenv(other.lower(), raising=False)
    monkeypatch.setenv(name, "http://127.0.0.1:9")
    assert "http://127.0.0.1:9" in get_environ_proxies(url).values()
    monkeypatch.setenv("NO_PROXY", "nemovideo.example")
    assert get_environ_proxies(url) == {}


def test_every_host_in_the_code_stands_on_every_page() -> None:
    found = {(host, path) for path, source in MODULES.items() for host in hosts(source)}
    assert {host for host, _ in found} == HOSTS, "hosts belong into endpoints.py and the pages"
    for page in PAGES.values():
        assert [url for url in (API_URL, WEB_URL) if url not in page] == []


def test_every_module_that_starts_programs_is_declared_with_them() -> None:
    declared = {path for program in SOURCE.programs for path in program.started_by}
    found = {path for path, source in MODULES.items() if starts(source)}
    assert found == declared, "name module and program under `programs` in skill.yaml"


@pytest.mark.parametrize("slug", PAGES)
def test_a_page_declares_variables_programs_and_places(slug: str) -> None:
    front = yaml.safe_load(PAGES[slug].split("---\n")[1])
    variables_shown = {one["name"] for one in front["metadata"]["openclaw"]["envVars"]}
    assert variables_shown == DECLARED
    assert not any(one["required"] for one in front["metadata"]["openclaw"]["envVars"])
    assert front["license"] == "MIT-0"
    said = (
        *(f"`{program.name}`" for program in SOURCE.programs),
        "~/.config/nemovideo",
        "T2V_HOME",
    )
    assert [word for word in said if word not in PAGES[slug]] == []


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("import os\nos.environ['SECRET']", "SECRET"),
        ("import os\nos.getenv('HOME')", "HOME"),
        ("def f(environment): return environment.get('LANG')", "LANG"),
        ("NAMES = ('AWS_SECRET_KEY', 'x')", "AWS_SECRET_KEY"),
        ("for name in ['https_proxy']: pass", "HTTPS_PROXY"),
    ],
)
def test_a_variable_more_would_be_noticed(source: str, name: str) -> None:
    assert variables(source) == {name}


@pytest.mark.parametrize(
    "source",
    [
        "import subprocess\nsubprocess.run(['ls'])",
        "import os\nos.system('ls')",
        "import os\nos.execv('/bin/ls', [])",
        "async def f(): await asyncio.create_subprocess_exec('ls')",
    ],
)
def test_a_program_more_would_be_noticed(source: str) -> None:
    assert starts(source)
    assert not starts("import subprocess\nsubprocess.list2cmdline([])")


def test_a_host_more_would_be_noticed() -> None:
    assert hosts("URL = 'https://telemetry.example/collect'") == {"telemetry.example"}
    assert hosts("def f():\n    return 'see http://a.b.example: there'") == {"a.b.example"}
