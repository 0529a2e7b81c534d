"""A running server over the sample ledger, and a check for accessibility."""

from __future__ import annotations

import socket
import threading
import time
from pathlib import Path

import pytest
import uvicorn

from tocsin.ledger import open_ledger
from tocsin.serve.web import make_app
from tocsin.testing import sample_ledger

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Serve the sample ledger on a free port; give the address."""
    path = tmp_path_factory.mktemp("site") / "sample.db"
    sample_ledger(path).close()
    with socket.create_server(("127.0.0.1", 0)) as bound:
        server = uvicorn.Server(uvicorn.Config(make_app(path), log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        waited = time.monotonic()
        while not server.started:
            assert time.monotonic() - waited < 10, "the server does not start"
            time.sleep(0.02)
        site = f"http://127.0.0.1:{bound.getsockname()[1]}"
        with open_ledger(path, read_only=True) as ledger:
            rockets = max(ledger.incidents(), key=lambda one: len(one.reports))
        yield site, f"{site}/incidents/{rockets.id}"
        server.should_exit = True
        thread.join(timeout=5)


@pytest.fixture
def axe():
    """Give a function that lists a page's violations of WCAG 2.2 AA, by axe-core."""

    def check(page):
        # Not a script tag: the pages' policy would rightly refuse one.
        page.evaluate(AXE.read_text(encoding="utf-8"))
        result = page.evaluate(
            "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})",
            list(RULES),
        )
        checked = {rule["id"] for rule in result["passes"]}
        assert {"color-contrast", "label", "link-name"} & checked, f"axe-core checked only {sorted(checked)}"
        return [
            f"{broken['id']}: {broken['help']} at {[node['target'] for node in broken['nodes']][:3]}"
            for broken in result["violations"]
        ]

    return check
