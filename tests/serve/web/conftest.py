"""A ledger with made-up attacks, one of them told by hostile texts, and a client that asks the pages."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from tocsin.ledger import open_ledger
from tocsin.model.kinds.event_type import EventType
from tocsin.pipeline import add_reading
from tocsin.serve.web import make_app
from tocsin.testing import blame, mention, reading, report, sample_ledger, say, statement, tell, toll, when, where

SCRIPT = "<script>alert('x')</script>"


def hostile_reading():
    """Build a reading whose every text tries to leave its place on the page."""
    text = (
        f'Gunmen {SCRIPT} killed four "villagers" & a dog at Deir <b>Qadim</b> on 2 May 2022. '
        "A spokesman </blockquote><style>body{{display:none}}</style> blamed the \"' onmouseover='x Front."
    )
    source = report(
        text,
        title=f"{SCRIPT}</title><h1>Not a title",
        published="2022-05-03",
        outlet=f"Outlet {SCRIPT}",
        url="javascript:alert(1)",
        given_id="hostile-1",
    )
    about = mention(source, "killed four")
    facts = tell(
        source,
        about,
        (EventType("Attack"), "killed four"),
        (when("2022-05-02"), "on 2 May 2022"),
        (where(f"Deir {SCRIPT}", 33.2, 42.8, country="IQ"), "Deir <b>Qadim</b>"),
        (toll("killed", 4, who=f"villagers {SCRIPT}", group="civilian"), 'killed four "villagers" & a dog'),
    )
    accusation = statement(
        source,
        about,
        blame(f"Front {SCRIPT}", "accused"),
        "blamed the \"' onmouseover='x Front",
        speaker=say(f"spokesman {SCRIPT}"),
    )
    return reading(source, [about], [*facts, accusation])


def superseded_reading():
    """Build a reading whose report replaces its own first figure."""
    source = report(
        "The toll at Tell Wardan rose to nine on Monday. On Sunday officials had counted five dead. "
        "The shells fell on 5 June 2022.",
        published="2022-06-06",
        outlet="Example Wire",
        given_id="toll-1",
    )
    about = mention(source, "shells fell")
    facts = tell(
        source,
        about,
        (EventType("Shelling/artillery/missile attack"), "shells fell"),
        (when("2022-06-05"), "on 5 June 2022"),
        (where("Tell Wardan", 36.1, 41.2, country="IQ"), "Tell Wardan"),
        (toll("killed", 9), "rose to nine"),
        (toll("killed", 5, superseded=True), "five dead"),
    )
    return reading(source, [about], facts)


class Client:
    """Ask an application, one request after the other."""

    def __init__(self, app):
        self._app = app

    def ask(self, method, path, **more):
        """Send one request."""

        async def answer():
            transport = httpx.ASGITransport(self._app)
            async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as client:
                return await client.request(method, path, **more)

        return asyncio.run(answer())

    def get(self, path, *, follow_redirects=True):
        """Get a page, by default wherever it has moved to."""
        return self.ask("GET", path, follow_redirects=follow_redirects)


@pytest.fixture(scope="session")
def ledger_path(tmp_path_factory):
    """Write the sample ledger, with the hostile and the corrected report added."""
    path = tmp_path_factory.mktemp("web") / "sample.db"
    sample_ledger(path).close()
    with open_ledger(path) as ledger:
        add_reading(ledger, hostile_reading())
        add_reading(ledger, superseded_reading())
    return path


@pytest.fixture(scope="session")
def ledger(ledger_path):
    """Open the ledger for reading."""
    with open_ledger(ledger_path, read_only=True) as opened:
        yield opened


@pytest.fixture(scope="session")
def make_client():
    """Give what makes a client out of an application."""
    return Client


@pytest.fixture(scope="session")
def client(ledger_path):
    """Ask the application without a port."""
    return Client(make_app(ledger_path))


@pytest.fixture(scope="session")
def rockets(ledger):
    """Find the incident told by four reports, two of them copies."""
    return max(ledger.incidents(), key=lambda one: len(one.reports))


@pytest.fixture(scope="session")
def incident_of(ledger):
    """Find the incident that a report, by its given id, mainly tells of."""

    def find(key):
        report_id = ledger.report(key).id
        return next(one for one in ledger.incidents() if one.reports[0].id == report_id)

    return find
