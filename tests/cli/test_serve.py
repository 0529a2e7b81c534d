"""``tocsin serve``: loopback only, pages without a port, a port that is taken, an end by Ctrl-C."""

from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tocsin import testing as make
from tocsin.cli.serve import is_loopback

Run = Callable[..., Any]


@pytest.fixture
def ledger(folder: Path) -> Path:
    """Make the sample ledger."""
    path = folder / "s.db"
    make.sample_ledger(path).close()
    return path


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])  # noqa: S104 - refused, not bound
def test_other_machines_are_kept_out_unless_allowed(run: Run, ledger: Path, host: str) -> None:
    told = run("serve", str(ledger), "-h", host)
    assert told.status == 2
    assert "E208 [--host]" in told.err
    assert "no password" in told.err
    assert "--allow-remote" in told.err


@pytest.mark.parametrize(
    ("host", "is_it"),
    [("127.0.0.1", True), ("127.9.9.9", True), ("::1", True), ("localhost", True), ("10.0.0.1", False), ("x", False)],
)
def test_loopback_is_told_from_the_rest(host: str, is_it: bool) -> None:
    assert is_loopback(host) is is_it


def test_a_page_is_printed_without_a_port(run: Run, ledger: Path) -> None:
    told = run("serve", str(ledger), "--get", "/")
    assert told.status == 0
    assert told.out.lstrip().lower().startswith("<!doctype html>")
    data = run("serve", str(ledger), "--get", "/incidents.jsonl?disputed=yes")
    assert data.status == 0
    assert data.out.startswith('{"schema": "tocsin.incident/1"')


def test_a_path_that_is_not_there_is_an_error(run: Run, ledger: Path) -> None:
    told = run("serve", str(ledger), "--get", "/nowhere")
    assert (told.status, told.out) == (2, "")
    assert "E402" in told.err


def test_a_port_that_is_taken_is_told(run: Run, ledger: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        told = run("serve", str(ledger), "-p", str(taken.getsockname()[1]))
    assert told.status == 2
    assert "E111 [127.0.0.1]: the port cannot be used: address already in use" in told.err


def test_it_serves_until_interrupted(ledger: Path) -> None:
    command = [sys.executable, "-m", "tocsin", "serve", str(ledger), "-p", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr is not None
            line = server.stderr.readline()
            address = re.match(r"http://127\.0\.0\.1:\d+/", line)
            assert address, line
            with urllib.request.urlopen(address[0], timeout=10) as page:  # noqa: S310 - the address is our own
                assert page.status == 200
            server.send_signal(signal.SIGINT)
            assert server.wait(timeout=10) == 0
            assert server.stderr.read() == ""
        finally:
            server.kill()
