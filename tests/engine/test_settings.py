"""What the user's environment says."""

from __future__ import annotations

from pathlib import Path

import pytest

from t2v.endpoints import API_URL, WEB_URL
from t2v.errors import SkillError
from t2v.secret import Secret
from t2v.settings import Settings


def test_nothing_said_means_the_hosted_service(own_home: Path) -> None:
    settings = Settings.read({})
    assert (settings.api_url, settings.web_url) == (API_URL, WEB_URL)
    assert (settings.token, settings.client_id, settings.platform) == (None, None, None)
    assert settings.home == own_home / ".config" / "nemovideo"
    assert not settings.local


def test_what_is_said_is_taken() -> None:
    settings = Settings.read(
        {
            "NEMO_API_URL": "https://api.example/",
            "NEMO_WEB_URL": " http://web.example ",
            "NEMO_TOKEN": " nmv_usr_own\n",
            "NEMO_CLIENT_ID": "0a1b2c3d",
            "SKILL_SOURCE": "cursor",
        }
    )
    assert (settings.api_url, settings.web_url) == ("https://api.example", "http://web.example")
    assert settings.token == Secret("nmv_usr_own")
    assert (settings.client_id, settings.platform) == ("0a1b2c3d", "cursor")


@pytest.mark.parametrize("name", ["NEMO_API_URL", "NEMO_TOKEN", "NEMO_CLIENT_ID", "SKILL_SOURCE"])
def test_an_empty_variable_counts_as_not_set(name: str) -> None:
    assert Settings.read({name: " "}) == Settings.read({})


@pytest.mark.parametrize("value", ["local", "LOCAL", " Local "])
def test_the_studio_is_wanted_by_name(value: str) -> None:
    assert Settings.read({"NEMO_API_URL": value}).local


def test_the_argument_wins_over_the_environment() -> None:
    assert Settings.read({"NEMO_API_URL": "https://api.example"}, local=True).local


@pytest.mark.parametrize("name", ["NEMO_API_URL", "NEMO_WEB_URL"])
@pytest.mark.parametrize(
    "value",
    ["api.example", "ftp://api.example", "https://me:mine@api.example", "https://x.example?a=1"],
)
def test_an_address_that_is_none(name: str, value: str) -> None:
    with pytest.raises(SkillError, match=name) as caught:
        Settings.read({name: value})
    assert caught.value.code == "usage"
    assert "mine" not in caught.value.say


def test_a_token_that_is_none() -> None:
    with pytest.raises(SkillError) as caught:
        Settings.read({"NEMO_TOKEN": "two\nlines"})
    assert caught.value.code == "bad_token"


@pytest.mark.parametrize(
    ("variables", "home"),
    [
        ({"T2V_HOME": "/state"}, "/state"),
        ({"T2V_HOME": "/state", "XDG_CONFIG_HOME": "/xdg"}, "/state"),
        ({"XDG_CONFIG_HOME": "/xdg"}, "/xdg/nemovideo"),
        ({"XDG_CONFIG_HOME": "relative"}, "{home}/.config/nemovideo"),
        ({"T2V_HOME": "~/state"}, "{home}/state"),
    ],
    ids=str,
)
def test_where_the_state_lies(own_home: Path, variables: dict[str, str], home: str) -> None:
    assert Settings.read(variables).home == Path(home.format(home=own_home))


def test_the_home_of_nobody_is_no_place_for_the_state() -> None:
    with pytest.raises(SkillError, match="T2V_HOME") as caught:
        Settings.read({"T2V_HOME": "~nobody-has-this-name/state"})
    assert caught.value.code == "usage"


def test_a_user_without_a_home_is_told_later_that_nothing_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def homeless() -> Path:
        raise RuntimeError

    monkeypatch.setattr(Path, "home", homeless)
    assert not Settings.read({}).home.exists()


def test_no_repr_shows_the_token() -> None:
    assert "nmv_usr_own" not in repr(Settings.read({"NEMO_TOKEN": "nmv_usr_own"}))
