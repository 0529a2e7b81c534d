"""The repository speaks of the product alone, its pages keep their form, and its pins are whole."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from functools import lru_cache
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
LONG = 600
"""Lines beyond which a source file must say in its first lines why it is long ("long because ...")."""

# Spelled in pieces, so that this file does not contain what it looks for.
MACHINE_PATHS = re.compile(r"(?<![\w./:-])/(?:work|root|home|Users)/\w" + "|/tmp/" + "brief")
HOSTS = re.compile(
    "|".join(["pypi" + r"\.org", "python" + "hosted", "registry" + r"\.npmjs", "deb" + r"\.debian\.org"])
)
MARKERS = re.compile(r"\b(?:TO" + "DO|FIX" + "ME)\b")

CODE = {".py", ".ts", ".js", ".svelte", ".css", ".html"}
PROGRAM = {".py", ".ts", ".js", ".svelte"}
TEXT = CODE | {".md", ".toml", ".json", ".jsonl", ".lock", ".txt", ".tsv", ".csv", ".yml", ".yaml", ".cfg", ".in", ""}


@lru_cache
def tracked_files():
    """List the files of the repository, in order; skips outside a checkout."""
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("NOT CHECKED: not a git checkout")
    listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listing.split("\0") if name and (ROOT / name).is_file()]


def built(path):
    """Tell whether a file is built or vendored, not written here."""
    name = path.relative_to(ROOT).as_posix()
    return "/dist/" in name or "/vendor/" in name or name.endswith((".lock", "package-lock.json"))


def read(path):
    return path.read_text(encoding="utf-8", errors="replace")


def find(pattern, paths):
    """Give ``file:line: words`` for every line that matches."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {match[0]}"
        for path in paths
        for number, line in enumerate(read(path).splitlines(), start=1)
        if (match := pattern.search(line))
    ]


def text_files():
    return [p for p in tracked_files() if p.suffix in TEXT]


def test_no_path_of_one_machine():
    assert find(MACHINE_PATHS, [p for p in text_files() if "/dist/" not in p.as_posix()]) == []


def test_no_registry_host():
    assert find(HOSTS, text_files()) == []


def test_no_unfinished_marker():
    assert find(MARKERS, [p for p in text_files() if p.suffix in CODE | {".md", ".toml", ""} and not built(p)]) == []


def test_long_files_say_why():
    silent = [
        f"{path.relative_to(ROOT)}: {len(lines)} lines"
        for path in tracked_files()
        if path.suffix in PROGRAM and not built(path)
        if len(lines := read(path).splitlines()) > LONG and "long because" not in "\n".join(lines[:40]).lower()
    ]
    assert silent == []


@pytest.mark.parametrize("path", sorted((ROOT / "docs/decisions").glob("0*.md")), ids=lambda p: p.stem)
def test_decision_has_its_four_parts(path):
    heads = re.findall(r"^## (.+)$", read(path), re.MULTILINE)
    assert heads == ["Context", "Choice", "Cost", "What would change our mind"]


def pins(name):
    """Read a lock: package -> version."""
    rows = re.findall(r"^([a-z0-9][\w.-]*)==([^\s;\\]+)", read(ROOT / "requirements" / name), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in rows}


@pytest.mark.parametrize("name", ["run.lock", "build.lock", "dev.lock"])
def test_every_pin_has_hashes(name):
    blocks = re.split(r"\n(?=\S)", read(ROOT / "requirements" / name).strip())
    assert blocks
    assert [b.splitlines()[0] for b in blocks if "--hash=sha256:" not in b] == []


def test_pins_satisfy_what_pyproject_asks_for():
    project = tomllib.loads(read(ROOT / "pyproject.toml"))
    asked = {
        "run.lock": project["project"]["dependencies"],
        "build.lock": project["build-system"]["requires"],
        "dev.lock": project["dependency-groups"]["dev"],
    }
    wrong = [
        f"{lock}: {line}"
        for lock, lines in asked.items()
        for line in lines
        if (pin := pins(lock).get(canonicalize_name(Requirement(line).name))) is None
        or pin not in Requirement(line).specifier
    ]
    assert wrong == [], "run `make lock`"


def test_locks_agree_where_they_meet():
    run, build, dev = pins("run.lock"), pins("build.lock"), pins("dev.lock")
    assert {p: v for p, v in run.items() if dev.get(p) != v} == {}
    assert {p: v for p, v in build.items() if dev.get(p, v) != v} == {}


def test_make_targets_named_in_the_pages_exist():
    known = set(re.findall(r"^([a-z]+):", read(ROOT / "Makefile"), re.MULTILINE))
    pages = [p for p in tracked_files() if p.suffix == ".md"]
    shown = re.compile(r"(?:`|\$ )make ([a-z]+)\b|^make ([a-z]+)(?=$|\s+#|\s[A-Z])", re.MULTILINE)
    named = {m[1] or m[2] for p in pages for m in shown.finditer(read(p))}
    assert named - known == set()


@pytest.mark.slow
def test_news_fragments_render(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "towncrier", "build", "--draft", "--version", "0.0.0"],
        cwd=ROOT,
        env={**os.environ, "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    named = [p.name for p in (ROOT / "changelog.d").glob("*.md") if p.name != "README.md"]
    assert [n for n in named if not re.fullmatch(r"\+[\w-]+\.(added|changed|fixed|accuracy|removed)\.md", n)] == []
