"""Only requests that ask by a name of this machine, or by the address that was bound, are answered."""

from __future__ import annotations

import pytest

from tocsin.errors import UsageError
from tocsin.serve.web import make_app
from tocsin.serve.web.hosts import check_host


@pytest.mark.parametrize(
    ("header", "bound"),
    [
        ("127.0.0.1:8001", "127.0.0.1"),
        ("localhost", "127.0.0.1"),
        ("LOCALHOST.:8001", "127.0.0.1"),
        ("[::1]:8001", "::1"),
        ("127.4.5.6", "127.0.0.1"),
        ("192.168.1.4:8001", "192.168.1.4"),
        ("ledger.example:80", "Ledger.Example"),
        ("192.168.1.4", "0.0.0.0"),  # noqa: S104 - nothing is bound here
        ("[fd00::1]:80", "::"),
    ],
)
def test_names_of_this_machine_and_the_bound_address_are_answered(header, bound):
    check_host(header, bound)


@pytest.mark.parametrize(
    ("header", "bound"),
    [
        ("evil.example", "127.0.0.1"),
        ("localhost.evil.example:8001", "127.0.0.1"),
        ("127.0.0.1.evil.example", "127.0.0.1"),
        ("192.168.1.4", "127.0.0.1"),
        ("evil.example", "0.0.0.0"),  # noqa: S104 - nothing is bound here
        ("", "127.0.0.1"),
        (None, "127.0.0.1"),
    ],
)
def test_any_other_name_is_refused(header, bound):
    with pytest.raises(UsageError) as told:
        check_host(header, bound)
    assert told.value.code == "E210"


def test_a_page_of_somebody_else_gets_no_data_and_no_page(client):
    for path in ("/", "/incidents.json", "/static/tocsin.css"):
        answer = client.ask("GET", path, headers={"host": "evil.example"})
        assert answer.status_code == 400, path
        assert "E210" in answer.text
        assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_the_address_that_is_bound_is_answered(ledger_path, make_client):
    bound = make_client(make_app(ledger_path, host="192.168.1.4"))
    assert bound.ask("GET", "/about", headers={"host": "192.168.1.4:8001"}).status_code == 200
    assert bound.ask("GET", "/about", headers={"host": "192.168.1.5:8001"}).status_code == 400
