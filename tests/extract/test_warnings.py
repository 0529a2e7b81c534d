"""Odd reports are pointed at: dates without an anchor, a country called its own neighbour."""

from __future__ import annotations

import pytest

from tocsin.extract.warnings import find_oddities


def codes(document, names, text, **known):
    return [w.code for w in find_oddities(document(text, **known), names)]


def test_a_report_without_a_date_is_warned_of(document, names):
    assert codes(document, names, "Rockets fell.", published=None) == ["date-unanchored"]
    assert codes(document, names, "Rockets fell.") == []


@pytest.mark.parametrize(
    ("sentence", "odd"),
    [
        ("Kuwait, an oil exporter and Kuwait's neighbour, closed its border.", True),
        ("Iran, a US ally and Iran’s neighbour is caught in it.", True),
        ("Kuwait, an oil exporter and Iraq's neighbour, closed its border.", False),
        ("Kuwait and Iraq are neighbours.", False),
        ("Sidon, a port and Sidon's pride, is calm.", False),
    ],
)
def test_a_country_is_not_its_own_neighbour(sentence, odd, document, names):
    text = f"Rockets fell on Sunday. {sentence}"
    found = find_oddities(document(text), names)
    assert [w.code for w in found] == (["self-contradiction"] if odd else [])
    assert all(w.span is not None and text[w.span.start : w.span.end] == sentence for w in found)
