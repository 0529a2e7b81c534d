"""Near-copies of one text are told from independent reports."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.witness import Copy, Sketch, group_witnesses
from tocsin.reconcile.copies import find_copies, likeness, sketch_text
from tocsin.testing import report

TEXT = (
    "Rockets struck a base near the river on Friday evening, killing one contractor and wounding several soldiers, "
    "the army said in a statement. Officials said the rockets were fired from a lorry that was found burning at the "
    "side of a road some kilometres away. No group has said that it carried out the attack so far."
)
OTHER = (
    "One contractor died and a number of soldiers were hurt when a base by the river came under rocket fire on Friday. "
    "A burnt lorry with launch tubes was later found. The army opened an inquiry, and nobody has claimed the strike."
)


def find(a, b):
    return find_copies(a, sketch_text(a.text), [(b, sketch_text(b.text))])


def test_a_copy_with_another_headline_and_byline_is_a_copy():
    a, b = report(TEXT), report(f"BASE HIT\nBy our staff\n{TEXT}", outlet="Gazette")
    (found,) = find(a, b)
    assert (found.of, found.score >= 0.8) == (b.id, True)


def test_a_copy_cut_short_is_contained():
    (found,) = find(report(TEXT), report(TEXT[: TEXT.index("No group")]))
    assert found.measure in ("jaccard", "containment")


def test_another_report_of_the_same_attack_is_no_copy():
    assert find(report(TEXT), report(OTHER)) == []


def test_the_same_words_a_month_later_are_no_copy():
    later = replace(report(TEXT + " Updated."), published="2020-02-01")
    assert find(report(TEXT, published="2019-12-28"), later) == []
    assert find(report(TEXT, published="2019-12-28"), replace(later, published=None)) != []


def test_short_texts_are_copies_only_if_all_words_are_equal():
    short = "One soldier was killed by a mine near the town on Monday."
    assert likeness(sketch_text(short), sketch_text(short.upper() + "!"))[0] == 1.0
    assert likeness(sketch_text(short), sketch_text(short + " Police said."))[0] == 0.0


@given(st.text(max_size=300))
def test_a_sketch_survives_packing(text):
    sketch = sketch_text(text)
    assert Sketch.from_bytes(sketch.to_bytes(), sketch.words) == sketch


def test_witnesses_are_the_connected_pairs():
    pairs = [Copy("a", "b", 0.9, "jaccard"), Copy("c", "b", 0.9, "jaccard"), Copy("d", "elsewhere", 0.9, "jaccard")]
    assert group_witnesses("abcd", pairs) == (("a", "b", "c"), ("d",))
