"""The pages over a ledger: what they show, how they refuse, and that no text leaves its place."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

import pytest

from tocsin.ledger import open_ledger
from tocsin.pipeline import add_reading
from tocsin.serve.web import make_app
from tocsin.testing import mention, reading, report, tell, toll

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Checker(HTMLParser):
    """Collect what a page holds, and what is wrong with its nesting."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.tags = [], [], []
        self.ids, self.fragments, self.hrefs = [], [], []

    def handle_starttag(self, tag, attrs):
        """Note the tag, its ids and links; open it."""
        values = dict(attrs)
        self.tags.append((tag, values))
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a":
            if "a" in self.open:
                self.wrong.append("a link inside a link")
            href = values.get("href", "")
            self.hrefs.append(href)
            if href.startswith("#"):
                self.fragments.append(href[1:])
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        """Open and close at once, as SVG does."""
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        """Close the tag, if it is the one that is open."""
        if not self.open or self.open[-1] != tag:
            self.wrong.append(f"</{tag}> closes {self.open[-1:]}")
        else:
            self.open.pop()


def check(html):
    checker = Checker()
    checker.feed(html)
    checker.close()
    return checker


def paths(client, ledger):
    dossiers = [f"/incidents/{one.id}" for one in ledger.incidents()]
    reports = [f"/reports/{one.key}" for one in ledger.reports()]
    return ["/", "/about", "/?disputed=yes", "/?q=nothingatall", *dossiers, *reports]


def test_every_page_is_well_formed_and_its_links_within_lead_somewhere(client, ledger):
    for path in paths(client, ledger):
        answer = client.get(path)
        assert answer.status_code == 200, path
        page = check(answer.text)
        assert page.wrong == [], path
        assert page.open == [], path
        assert len(page.ids) == len(set(page.ids)), f"an id twice on {path}"
        assert set(page.fragments) <= set(page.ids), f"a link to nowhere on {path}"


def test_every_page_leads_only_to_pages_that_exist(client, ledger):
    wanted = set()
    for path in paths(client, ledger):
        wanted |= {href.partition("#")[0] for href in check(client.get(path).text).hrefs if href.startswith("/")}
    broken = {href for href in wanted if client.get(href).status_code != 200}
    assert broken == set()


def test_no_page_has_script_inline_style_or_anything_from_elsewhere(client, ledger):
    for path in paths(client, ledger):
        for tag, values in check(client.get(path).text).tags:
            assert tag not in ("script", "style", "iframe", "object", "img"), path
            assert "style" not in values, path
            assert not [name for name in values if name.startswith("on")], path
            if tag == "link":
                assert values["href"].startswith("/"), path


@pytest.mark.parametrize("path", ["/", "/nowhere", "/?sinse=2020", "/static/tocsin.css", "/incidents.json"])
def test_every_answer_carries_the_strict_headers(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'; ")
    assert "script-src" not in policy
    assert "unsafe" not in policy
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"


def test_the_list_says_disputes_in_words_and_counts_undated_and_unplaced(client):
    text = client.get("/").text
    assert re.search(r'<span class="tag tag-disputed">wounded</span>', text)
    assert "undated: 1" in text
    assert "not on the map: 1" in text


def test_the_list_is_newest_first_and_undated_last(client):
    whens = re.findall(r'class="when"><span class="nowrap">([^<]+)</span>', client.get("/").text)
    assert whens[0] == "5 Jun 2022"
    assert whens[-1] == "undated"


def test_unknown_is_not_shown_as_zero_and_none_hurt_is(client, incident_of):
    silent = client.get(f"/incidents/{incident_of('letters-1').id}").text
    assert "No report says how many were wounded. Unknown is not zero." in silent
    told = client.get(f"/incidents/{incident_of('courier-0').id}").text
    assert re.search(r'<h2 id="h-killed">Killed</h2> <span class="value"><bdi>0</bdi>', told)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=wadi", {"channel-1"}),
        ("since=2021-03-13", {"wire-4", "letters-1", "hostile-1", "toll-1"}),
        ("until=2021-02", {"courier-0", "wire-2", "letters-1"}),
        ("country=IQ&type=attack&until=2021", {"channel-1", "letters-1"}),
        ("disputed=yes", {"wire-1", "channel-1"}),
    ],
)
def test_filters_choose_the_incidents_and_undated_ones_pass_a_period(client, query, expected):
    rows = client.get(f"/incidents.json?{query}").json()["incidents"]
    found = {key for row in rows for key in row["reports"]}
    assert expected <= found
    shown = re.findall(r'class="what"><a href="/incidents/([^"]+)"', client.get(f"/?{query}").text)
    assert shown == [row["id"] for row in rows]


def test_an_unknown_parameter_is_refused_with_the_nearest_name(client):
    answer = client.get("/?contry=IQ")
    assert answer.status_code == 400
    assert "Did you mean &#39;country&#39;?" in answer.text
    assert client.get("/incidents.json?contry=IQ").json()["error"]["code"] == "E203"


@pytest.mark.parametrize(
    ("query", "hint"),
    [
        ("since=yesterday", "2019-12-27"),
        ("since=2019-13", "2019-12-27"),
        ("country=Iraq", "two letters"),
        ("type=shelling", "Shelling/artillery/missile attack"),
        ("disputed=perhaps", "yes or no"),
        ("page=0", "count from 1"),
        ("q=a&q=b", "once"),
    ],
)
def test_a_value_that_cannot_be_read_is_refused_with_the_next_step(client, query, hint):
    answer = client.get(f"/?{query}")
    assert answer.status_code == 400
    assert hint in unescape(answer.text)


@pytest.mark.parametrize("path", ["/nowhere", "/incidents/in-none", "/reports/none", "/incidents.xls", "/static/none"])
def test_what_is_not_there_gets_a_page_with_the_next_step(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'href="/"' in answer.text
    assert check(answer.text).wrong == []


def test_copies_stand_together_and_count_as_one_witness(client, rockets):
    text = client.get(f"/incidents/{rockets.id}").text
    assert text.count('class="together"') == 1
    assert text.count("one witness</span>") == 2
    assert f"{len(rockets.witnesses)} independent witnesses" in text


def test_a_superseded_figure_is_struck_through_and_labelled(client, incident_of):
    text = client.get(f"/incidents/{incident_of('toll-1').id}").text
    assert re.search(r'<s class="old"><a class="fig" href="#r1-s2"[^>]*><bdi>5</bdi></a></s> <span class="who">', text)
    assert "Superseded: the report itself gives a newer figure" in text


def test_blame_for_earlier_attacks_is_listed_apart(client, ledger):
    found = [one for one in ledger.incidents() if one.said_elsewhere]
    for one in found:
        text = client.get(f"/incidents/{one.id}").text
        apart = text.partition("Not booked against this attack")[2]
        assert "earlier attacks" in apart


def test_denial_and_no_claim_are_shown_as_such(client, rockets):
    text = client.get(f"/incidents/{rockets.id}").text
    who = text[text.index('id="f-responsibility"') :].partition("</section>")[0]
    assert "is accused" in who
    assert "denies it" in who
    assert "no claim" in who


def test_a_figure_links_to_its_sentence_and_the_words_link_back(client, rockets, ledger):
    text = client.get(f"/incidents/{rockets.id}").text
    for one in ledger.statements(rockets.mentions):
        if one.field == "casualty" and f'id="e-{one.id}"' in text:
            assert f'href="#e-{one.id}"' in text
    assert re.search(r'<a class="fig" href="#r\d-s\d"', text)


def test_the_fragment_is_the_panel_alone(client, rockets):
    text = client.get(f"/incidents/{rockets.id}?fragment=1").text
    assert "<html" not in text
    assert text.strip().startswith("<article")
    assert check(text).wrong == []


def test_an_id_from_before_a_merge_leads_to_the_incident(client, rockets):
    answer = client.get(f"/incidents/{rockets.aliases[0]}", follow_redirects=False)
    assert answer.status_code == 301
    assert answer.headers["location"] == f"/incidents/{rockets.id}"


def test_hostile_text_stays_text(client, incident_of):
    one = incident_of("hostile-1")
    for path in (f"/incidents/{one.id}", "/reports/hostile-1", "/", f"/?q={'<script>'}"):
        text = client.get(path).text
        page = check(text)
        assert page.wrong == [], path
        assert "<script" not in text, path
        assert "<style" not in text, path
        assert "<b>" not in text, path
        assert not [v for _, v in page.tags if "onmouseover" in v], path
        assert "javascript:" not in text, path
    assert "&lt;script&gt;" in client.get("/reports/hostile-1").text


def test_nothing_writes(client):
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.ask(method, "/").status_code == 405


def test_text_from_right_to_left_lays_itself_out(tmp_path, make_client):
    source = report("قُتل ثلاثة جنود قرب كركوك.", title="هجوم", language="ar", outlet="صحيفة", given_id="ar-1")
    about = mention(source, "قُتل")
    with open_ledger(tmp_path / "ar.db") as ledger:
        add_reading(ledger, reading(source, [about], tell(source, about, (toll("killed", 3), "قُتل ثلاثة جنود"))))
        [one] = ledger.incidents()
    text = make_client(make_app(tmp_path / "ar.db")).get(f"/incidents/{one.id}").text
    assert '<blockquote lang="ar" dir="auto"><mark>قُتل ثلاثة جنود</mark> قرب كركوك.</blockquote>' in text
    assert re.search(r'<div class="body" lang="ar">\s*<p class="part-\w+" dir="auto">', text)
    # The number has a direction of its own, so that it does not decide the paragraph's.
    assert '<sup dir="ltr">s1</sup>' in text
