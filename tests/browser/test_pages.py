"""The pages in a browser: no error, nothing from elsewhere, accessible, usable without script, on a phone, on paper."""

from __future__ import annotations

import re

import pytest

pytestmark = pytest.mark.browser

PHONE = {"width": 390, "height": 844}


def top_of(page, selector):
    return page.locator(selector).bounding_box()["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_list_and_the_dossier_are_accessible(site, page, axe, scheme):
    root, dossier = site
    page.emulate_media(color_scheme=scheme)
    for address in (f"{root}/", dossier, f"{root}/reports/wire-1", f"{root}/about", f"{root}/?since=2030&disputed=yes"):
        page.goto(address)
        assert axe(page) == [], address


def test_a_refusal_is_accessible_and_says_the_next_step(site, browser, axe):
    context = browser.new_context()  # the browser logs a 400 as an error, so not the watched page
    page = context.new_page()
    assert page.goto(f"{site[0]}/?contry=IQ").status == 400
    assert "country" in page.inner_text("main")
    assert axe(page) == []
    context.close()


def test_a_figure_leads_to_its_sentence_in_view_beside_the_fields(site, page):
    page.goto(site[1])
    figure = page.locator("#compare a.fig").filter(has_text="several").first
    target = figure.get_attribute("href")
    figure.click()
    page.wait_for_timeout(400)
    sentence = page.locator(target)
    assert "several soldiers were wounded" in sentence.inner_text()
    box = sentence.bounding_box()
    assert 0 <= box["y"] <= 800 - 20, "the sentence is not in view"
    assert figure.bounding_box()["y"] < 800, "the figure has left the view"
    colour = "element => getComputedStyle(element).backgroundColor"
    plain = page.locator(".s:not(:target)").first.evaluate(colour)
    assert sentence.evaluate(colour) != plain, "the target is not filled"


def test_one_click_leads_from_a_disputed_figure_of_the_list_to_its_sentence(site, page):
    page.goto(f"{site[0]}/")
    assert top_of(page, ".lead-case") < 400, "what is not agreed on stands on the first screen"
    figure = page.locator(".lead-case a.fig").last
    told = figure.get_attribute("href").partition("#")[2]
    figure.click()
    page.wait_for_timeout(300)
    box = page.locator(".s:target").bounding_box()
    assert page.locator(".s:target").get_attribute("id") == told
    assert 0 <= box["y"] <= 800 - 20, "the sentence is not in view"


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_on_the_first_page_is_wider_than_the_screen(site, page, width):
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{site[0]}/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_sentence_is_not_hidden_under_the_head_of_the_panel(site, page):
    page.goto(site[1])
    for link in page.locator("#compare a.fig").all()[:6]:
        link.click()
        page.wait_for_timeout(250)
        head = page.locator(".panel-head").bounding_box()
        assert top_of(page, link.get_attribute("href")) >= head["y"] + head["height"] - 2


def test_marked_words_lead_back_to_their_evidence(site, page):
    page.goto(site[1])
    words = page.locator(".sources-panel a.ev").filter(has_text="killing a contractor").first
    target = words.get_attribute("href")
    words.click()
    assert re.fullmatch(r"#(e-st-\w+|f-killed)", target)
    assert page.locator(target).is_visible()
    assert -1 <= top_of(page, target) < 780


def test_everything_is_there_without_script(site, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site[0]}/")
    page.get_by_label("Words").fill("wadi")
    page.get_by_role("button", name="Show").click()
    assert page.locator(".incidents tbody tr").count() == 1
    page.locator(".incidents .what a").click()
    assert "Wadi Sharq" in page.inner_text("h1")
    page.locator("#compare a.fig").first.click()
    assert re.search(r"#r\d-s\d+$", page.url)
    context.close()


def test_a_phone_never_scrolls_sideways(site, page):
    page.set_viewport_size(PHONE)
    for address in (f"{site[0]}/", site[1], f"{site[0]}/reports/wire-1", f"{site[0]}/about"):
        page.goto(address)
        widths = page.evaluate("() => [document.documentElement.scrollWidth, window.innerWidth]")
        assert widths[0] <= widths[1], address


def test_the_map_has_what_the_table_has(site, page):
    page.goto(f"{site[0]}/")
    rows = page.locator(".incidents tbody tr").count()
    unplaced = int(re.search(r"not on the map: (\d+)", page.inner_text(".chips"))[1])
    linked = page.locator("svg.map a").evaluate_all("links => new Set(links.map(a => a.getAttribute('href'))).size")
    assert linked == rows - unplaced


def test_the_keyboard_reaches_the_table_and_shows_where_it_is(site, page):
    page.goto(f"{site[0]}/")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.className") == "skip"
    page.locator(".incidents .what a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    style = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
    assert style == "solid"


def test_on_paper_the_references_stay_and_the_form_goes(site, page):
    page.goto(site[1])
    page.emulate_media(media="print")
    reference = page.locator(".evidence a.ref").first
    assert reference.is_visible()
    content = "element => getComputedStyle(element, '::before').content"
    assert reference.evaluate(content) == '"["'
    assert page.locator(".sources-panel").evaluate("e => getComputedStyle(e).overflowY") == "visible"
    page.goto(f"{site[0]}/")
    assert not page.locator(".filters").is_visible()
