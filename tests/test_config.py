"""Settings: flags win over the environment, over the project's file, over the user's, over the defaults."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.config import Settings, load_settings, nearest
from tocsin.errors import UsageError


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """Give an environment whose settings folder is the test's own."""
    return {"XDG_CONFIG_HOME": str(tmp_path / "config")}


def write(path: Path, text: str) -> None:
    """Write a file and the folder it is in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_without_anything_the_defaults_hold(tmp_path: Path, home: dict[str, str]) -> None:
    assert load_settings(environ=home, folder=tmp_path) == Settings()


def test_each_source_wins_over_the_ones_below(tmp_path: Path, home: dict[str, str]) -> None:
    write(tmp_path / "config/tocsin/tocsin.toml", 'db = "user"\nport = 1\nlang = "en"\nhost = "user"')
    assert load_settings(environ=home, folder=tmp_path / "p").db == "user"
    write(tmp_path / "p/tocsin.toml", 'db = "project"\nport = 2\nhost = "project"')
    given = {**home, "TOCSIN_DB": "env", "TOCSIN_PORT": "3"}
    found = load_settings({"db": "flag", "port": None}, environ=given, folder=tmp_path / "p")
    assert (found.db, found.port, found.host) == ("flag", 3, "project")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (({}, {"TOCSIN_DBB": "x"}, ""), "E203"),
        (({}, {}, 'dbb = "x"'), "E203"),
        (({"dbb": "x"}, {}, ""), "E203"),
        (({}, {"TOCSIN_PORT": "many"}, ""), "E206"),
        (({}, {"TOCSIN_PORT": "-1"}, ""), "E206"),
        (({}, {}, "port = true"), "E206"),
        (({}, {}, "db = 3"), "E206"),
        (({}, {}, "db = "), "E206"),
    ],
)
def test_wrong_names_and_values_are_refused(
    tmp_path: Path, home: dict[str, str], given: tuple[dict[str, str], dict[str, str], str], code: str
) -> None:
    flags, variables, text = given
    write(tmp_path / "tocsin.toml", text)
    with pytest.raises(UsageError) as caught:
        load_settings(flags, environ={**home, **variables}, folder=tmp_path)
    assert caught.value.code == code


def test_the_nearest_name_is_suggested(home: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Did you mean 'TOCSIN_ENCODING'"):
        load_settings(environ={**home, "TOCSIN_ENCODNG": "x"}, folder=tmp_path)
    assert nearest("zzz", ["published"]) == ""


def test_variables_of_the_tests_and_the_makefile_are_no_settings(home: dict[str, str], tmp_path: Path) -> None:
    assert load_settings(environ={**home, "TOCSIN_SHARED": "x"}, folder=tmp_path) == Settings()
