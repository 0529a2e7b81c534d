"""Ground rules of every test: deterministic, offline, and loud about what it could not check.

Network: ``--allow-hosts`` in pyproject.toml lets sockets reach this machine only.
Yardsticks: the ``shared_data`` fixture finds the data that lies beside the checkout, or skips.
Browser: the ``chromium`` fixture finds a Chromium, or skips; ``page`` opens one offline page that fails on any
script error and on any request that would leave the machine.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]

# In CI the same examples are drawn on every run, so a red build is red for everybody.
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True, max_examples=60)
settings.register_profile("dev", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("ci" if os.environ.get("CI") else "dev")

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
# SwiftShader through ANGLE draws WebGL without a graphics card and without ghost images over the canvas.
CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
AT_HOME = re.compile(r"^(https?://(127\.0\.0\.1|localhost|\[::1\])[:/]|data:|blob:|about:)")


@pytest.fixture(scope="session")
def repo_root() -> Path:
    """Give the root of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of yardsticks: ``$TOCSIN_SHARED/data``, else ``../shared/data`` beside the checkout."""
    folder = (ROOT / os.environ.get("TOCSIN_SHARED", "../shared")).resolve() / "data"
    if not folder.is_dir():
        pytest.skip("NOT CHECKED: the yardsticks are not here; set TOCSIN_SHARED to the folder that holds data/")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """Give the path of a Chromium: ``$TOCSIN_CHROMIUM``, else the first one on the path."""
    path = os.environ.get("TOCSIN_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not path:
        pytest.skip("NOT CHECKED: no Chromium here; install one or set TOCSIN_CHROMIUM to its path")
    return path


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Any]:
    """Start one headless browser for a file of tests.

    Not for the whole run: while its driver lives, an event loop runs in this thread, and no other test could start one.
    """
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
        yield running
        running.close()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """Open a fresh page; afterwards fail on script errors, console errors and requests to other machines."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, timezone_id="UTC", locale="en-GB")
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(f"script error: {error}"))
    opened.on("console", lambda line: wrong.append(f"console: {line.text}") if line.type == "error" else None)
    opened.on("request", lambda ask: None if AT_HOME.match(ask.url) else wrong.append(f"left the machine: {ask.url}"))
    yield opened
    context.close()
    assert not wrong, "\n".join(wrong)
