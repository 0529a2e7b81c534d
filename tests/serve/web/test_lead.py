"""The list opens with the attack whose reports most disagree, each saying linked to its sentence."""

from __future__ import annotations

import re

from tocsin.serve.web.desk import Desk
from tocsin.serve.web.lead import choose_lead, view_lead


def test_the_disputed_attack_with_most_witnesses_is_chosen(ledger):
    incidents = ledger.incidents()
    chosen = choose_lead(incidents)
    assert chosen is not None
    assert chosen.disputed
    assert len(chosen.witnesses) == max(len(one.witnesses) for one in incidents if one.disputed)


def test_where_nothing_is_disputed_there_is_none(ledger):
    assert choose_lead([one for one in ledger.incidents() if not one.disputed]) is None
    assert choose_lead([]) is None


def test_only_disputed_fields_are_shown_with_every_side_once(ledger):
    chosen = choose_lead(ledger.incidents())
    lead = view_lead(Desk(ledger).sayings(chosen))
    assert lead.lines
    for line in lead.lines:
        told = [(one.says, one.detail) for one in line.sayings]
        assert len(told) == len(set(told))
        assert len(told) > 1, f"one side only of {line.name}"


def test_each_saying_leads_to_its_sentence(client):
    page = client.get("/").text
    block = page[page.index("lead-case") : page.index("</section>")]
    links = re.findall(r'class="fig" href="(/incidents/[^"#]+)#(r\d+-s\d+)"', block)
    assert links
    for address, anchor in links:
        assert f'id="{anchor}"' in client.get(address).text


def test_a_filtered_list_opens_without_it(client):
    assert "lead-case" not in client.get("/?disputed=yes").text
