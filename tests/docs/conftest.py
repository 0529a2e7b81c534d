"""Run what the documentation shows: console blocks as commands, with their output compared loosely."""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

LOOSELY = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
FENCE = re.compile(r"^```(?P<info>[^\n`]*)\n(?P<body>.*?)^```\s*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block of a page: the words after the back-ticks, what it holds, and the line it starts on."""

    language: str
    argument: str
    body: str
    line: int


@dataclass(frozen=True, slots=True)
class Command:
    """One shown command, the output shown under it, and the line of the page."""

    text: str
    output: str
    line: int


def read_fences(page: str) -> list[Fence]:
    """List the fenced blocks of a Markdown page."""
    found = []
    for match in FENCE.finditer(page):
        language, _, argument = match["info"].strip().partition(" ")
        found.append(Fence(language, argument.strip(), match["body"], page.count("\n", 0, match.start()) + 1))
    return found


def read_commands(fence: Fence) -> list[Command]:
    """Split a console block into commands, each a line that starts with ``$ ``, and what follows each."""
    found: list[Command] = []
    for number, line in enumerate(fence.body.splitlines(keepends=True), start=fence.line + 1):
        if line.startswith("$ "):
            found.append(Command(line[2:].strip(), "", number))
        elif found:
            last = found[-1]
            found[-1] = Command(last.text, last.output + line, last.line)
    return found


def run_command(command: Command, folder: Path) -> str:
    """Run one shown command; give what a terminal would show.

    Raises:
        AssertionError: the command failed.
    """
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    env = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "100", "TZ": "UTC", "HOME": str(folder)}
    done = subprocess.run(
        ["bash", "-c", command.text],
        cwd=folder,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"line {command.line}: {command.text!r} exits {done.returncode}:\n{done.stdout}"
    return done.stdout


def compare(command: Command, got: str) -> None:
    """Compare shown with real output: white space folded, ``...`` stands for anything, nothing shown means anything."""
    if command.output.strip():
        assert doctest.OutputChecker().check_output(command.output, got, LOOSELY), (
            f"line {command.line}: {command.text}\n--- shown\n{command.output}\n--- real\n{got}"
        )


@pytest.fixture
def follow_page(tmp_path: Path) -> Callable[[Path], int]:
    """Give a function that follows a page from top to bottom in an empty folder and says how many commands ran.

    A block ```` ```text NAME ```` is written to the file NAME; a ```` ```console ```` block is run; a
    ```` ```python ```` block is executed in that folder.
    """

    def follow(page: Path) -> int:
        ran = 0
        for fence in read_fences(page.read_text(encoding="utf-8")):
            if fence.language == "text" and fence.argument:
                (tmp_path / fence.argument).write_text(fence.body, encoding="utf-8")
            elif fence.language == "console":
                for command in read_commands(fence):
                    compare(command, run_command(command, tmp_path))
                    ran += 1
            elif fence.language == "python":
                (tmp_path / "snippet.py").write_text(fence.body, encoding="utf-8")
                run_command(Command("python -W error snippet.py", "", fence.line), tmp_path)
                ran += 1
        return ran

    return follow
