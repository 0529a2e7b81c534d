"""The front door: help, versions, suggestions, coded errors, exit status."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from tocsin import __version__
from tocsin.cli import COMMANDS, root

Run = Callable[..., Any]


def test_help_names_every_command_and_every_exit_status(run: Run) -> None:
    told = run("-h")
    assert told.status == 0
    assert all(f"  {name} " in told.out for name in COMMANDS)
    assert "130" in told.out


def test_no_arguments_print_the_help(run: Run) -> None:
    told = run()
    assert (told.status, told.err) == (0, "")
    assert "tocsin demo" in told.out


def test_version(run: Run) -> None:
    assert run("--version").out == f"tocsin {__version__}\n"


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_loads_and_has_help(run: Run, name: str) -> None:
    told = run(name, "--help")  # on "serve", -h is the host
    assert told.status == 0
    assert f"tocsin {name}" in told.out


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("extrct",), "E203: no such command 'extrct'. Did you mean 'extract'?"),
        (("extract", "--publised", "x", "a.txt"), "E203: no such option '--publised'. Did you mean '--published'?"),
        (("extract",), "E204: missing argument"),
        (("schema", "reports"), "E206: invalid value"),
        (("extract", "a.txt", "--published", "27/12"), "E201 [--published]"),
        (("extract", "a.txt", "--lang", "xx"), "E207 [--lang]"),
        (("extract", "a.txt", "--encoding", "klingon"), "E205 [--encoding]"),
    ],
)
def test_a_wrong_command_line_is_a_coded_error_with_the_next_step(run: Run, args: tuple[str, ...], says: str) -> None:
    told = run(*args)
    assert told.status == 2
    assert told.out == ""
    assert says in told.err


def test_an_unknown_setting_is_refused_with_the_nearest_name(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_MAX_BYTE", "3")
    told = run("extract", "a.txt")
    assert told.status == 2
    assert "E203" in told.err
    assert "TOCSIN_MAX_BYTES" in told.err


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(root, "invoke", interrupt)
    told = run("extract", "a.txt")
    assert told.status == 130
    assert "Interrupted" in told.err


def test_a_reader_that_has_gone_is_no_error() -> None:
    # The pipe's reading end is closed before the help is written: writing fails with EPIPE.
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(
        [sys.executable, "-m", "tocsin", "schema", "report"], stdout=write_end, stderr=subprocess.PIPE, check=False
    )
    os.close(write_end)
    assert done.stderr == b""
    assert done.returncode == 0


def test_help_imports_no_reader_and_no_web_server() -> None:
    heavy = "'fastapi', 'sqlalchemy', 'rich', 'tocsin.pipeline', 'tocsin.serve'"
    code = f"import sys; from tocsin.cli import main; main(['-h']); print([m for m in ({heavy},) if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import sys; import tocsin; print(sorted(m for m in sys.modules if m.startswith('tocsin')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['tocsin']"
