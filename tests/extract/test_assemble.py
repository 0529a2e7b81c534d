"""One reading: mentions with statements that point at their words, each thing said once."""

from __future__ import annotations

TEXT = (
    "Rocket attack kills two in Sidon\n\nTwo soldiers were killed and several wounded when five rockets hit a base in "
    "Sidon on Sunday, police said. No group has claimed responsibility.\n\nOn March 4, a bomb killed a judge in Tyre."
)


def values(reading, field, role="main"):
    return [s for m in reading.mentions if m.role == role for s in reading.of(m, field)]


def test_a_report_gives_its_mentions_and_their_particulars(extract):
    reading = extract(TEXT)
    assert reading.relevant
    assert [m.role for m in reading.mentions] == ["main", "background"]
    assert [s.value.acled for s in values(reading, "type")] == ["Shelling/artillery/missile attack"]
    assert [(s.value.outcome, s.value.figure.low) for s in values(reading, "casualty")] == [
        ("killed", 2),
        ("wounded", 2),
    ]
    assert [s.value.stance for s in values(reading, "responsibility")] == ["unclaimed"]
    assert [s.value.figure.low for s in values(reading, "munition")] == [5]
    assert [s.value.figure.low for s in values(reading, "casualty", "background")] == [1]


def test_a_title_that_repeats_the_body_adds_no_row(extract):
    killed = [s for s in values(extract(TEXT), "casualty") if s.value.outcome == "killed"]
    assert len(killed) == 1
    assert killed[0].speaker is not None
    assert killed[0].speaker.name == "police"


def test_every_statement_points_at_its_words(extract):
    reading = extract(TEXT)
    assert len(reading.statements) >= 10
    for statement in reading.statements:
        if statement.span is not None:
            assert TEXT[statement.span.start : statement.span.end] == statement.span.text
        assert statement.maker == "rules.v1"


def test_a_part_names_its_total_by_id(extract):
    reading = extract("Gunmen killed 12 people, including three children, in Sidon on Sunday.")
    total, part = values(reading, "casualty")
    assert part.value.part_of == total.id
    assert total.value.part_of is None


def test_ids_are_the_same_on_a_second_reading(extract):
    assert [s.id for s in extract(TEXT).statements] == [s.id for s in extract(TEXT).statements]


def test_a_report_of_no_attack_has_warnings_alone(extract):
    reading = extract("The baker opened his shop.", published=None)
    assert (reading.relevant, reading.mentions, reading.statements) == (False, (), ())
    assert [w.code for w in reading.warnings] == ["date-unanchored"]


def test_no_casualties_is_said_and_no_word_of_casualties_is_not(extract):
    told = extract("Rockets hit a base in Sidon on Sunday. There were no casualties.")
    silent = extract("Rockets hit a base in Sidon on Sunday. There were no reports of casualties.")
    assert len(values(told, "no_casualties")) == 1
    assert values(silent, "no_casualties") == []
    assert values(silent, "casualty") == []
