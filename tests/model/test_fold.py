"""What a fold makes of reports that disagree."""

from __future__ import annotations

import pytest

from tocsin.errors import UsageError
from tocsin.model.fold import fold_all, fold_incident
from tocsin.model.incident import incident_id
from tocsin.model.kinds.casualties import NoCasualties
from tocsin.model.kinds.event_type import EventType
from tocsin.model.statement import make_judgement
from tocsin.testing import blame, mention, munitions, report, say, statement, toll, when, where

ANA = "person:ana"


class Case:
    """Collect reports that tell of one attack, one value list each."""

    def __init__(self):
        self.reports, self.mentions, self.statements, self.judgements, self.witnesses = [], [], [], [], []

    def tell(self, *values, outlet=None, published="2021-03-05", role="main", speaker=None, confidence=1.0):
        """Add a report that states these values; give the statements."""
        n = len(self.reports)
        source = report(f"Report {n} of the attack.", outlet=outlet or f"Outlet {n}", published=published)
        about = mention(source, "Report", role=role)
        said = [statement(source, about, v, speaker=speaker, confidence=confidence) for v in values]
        self.reports.append(source)
        self.mentions.append(about)
        self.statements += said
        return said

    def fold(self, **more):
        """Fold all that was told."""
        return fold_incident(self.mentions, self.statements, self.judgements, self.reports, self.witnesses, **more)


@pytest.fixture
def case():
    return Case()


def figures(count):
    return count.low, count.best, count.high


def test_several_and_six_are_compatible(case):
    case.tell(toll("wounded", "several"))
    case.tell(toll("wounded", 6))
    wounded = case.fold().wounded
    assert (figures(wounded), wounded.disputed, wounded.n_witnesses) == ((2, 6, 6), False, 2)


def test_two_and_six_are_disputed_and_both_sides_are_named(case):
    (two,) = case.tell(toll("wounded", 2), published="2021-03-05")
    (six,) = case.tell(toll("wounded", 6), published="2021-03-06")
    folded = case.fold()
    assert folded.wounded.disputed
    assert folded.disputed == ("wounded",)
    assert folded.status == "disputed"
    assert (folded.wounded.supports, folded.wounded.contradicts) == ((six.id,), (two.id,))
    assert figures(folded.wounded) == (2, 6, 6)


def test_unknown_stays_unknown(case):
    case.tell(toll("wounded", 2))
    assert figures(case.fold().killed) == (None, None, None)


def test_zero_only_where_a_report_says_none(case):
    case.tell(NoCasualties())
    folded = case.fold()
    assert figures(folded.killed) == (0, 0, 0)
    assert figures(folded.missing) == (None, None, None)


def test_no_casualties_against_one_dead_is_disputed(case):
    case.tell(NoCasualties())
    case.tell(toll("killed", 1))
    assert case.fold().killed.disputed


def test_a_ceiling_or_a_vague_word_gives_no_best_value(case):
    case.tell(munitions("as many as 30"))
    case.tell(toll("killed", "dozens"))
    folded = case.fold()
    assert figures(folded.munitions[0].count) == (None, None, 30)
    assert figures(folded.killed) == (24, None, None)


def test_parts_are_left_out_of_totals(case):
    (total,) = case.tell(toll("killed", 12))
    source, about = case.reports[0], case.mentions[0]
    case.statements.append(statement(source, about, toll("killed", 3, age_sex="children", part_of=total.id)))
    assert figures(case.fold().killed) == (12, 12, 12)


def test_parts_by_nationality_add_up_and_say_so(case):
    case.tell(
        toll("wounded", 4, group="military", nationality=("US",)),
        toll("wounded", 2, group="military", nationality=("IQ",)),
    )
    wounded = case.fold().wounded
    assert (figures(wounded), wounded.derived, wounded.n_statements) == ((6, 6, 6), True, 2)


def test_a_part_told_without_its_link_is_not_added(case):
    case.tell(toll("killed", 12), toll("killed", 3, group="police"))
    assert figures(case.fold().killed) == (12, 12, 12)


def test_figures_the_report_replaces_are_left_out_but_stay_on_the_time_line(case):
    case.tell(toll("killed", 3, superseded=True), toll("killed", 5))
    folded = case.fold()
    assert figures(folded.killed) == (5, 5, 5)
    assert [p.superseded for p in folded.timeline] in ([True, False], [False, True])


def test_counts_of_civilians_are_no_totals(case):
    case.tell(toll("killed", 3, group="civilian"))
    case.tell(toll("killed", 8))
    killed = case.fold().killed
    assert (figures(killed), killed.disputed, killed.civilians_only) == ((8, 8, 8), False, False)


def test_counts_of_civilians_alone_are_marked(case):
    case.tell(toll("killed", 3, group="civilian"))
    assert case.fold().killed.civilians_only


def test_a_voice_that_corrects_itself_speaks_once(case):
    case.tell(toll("killed", 2), speaker="police", published="2021-03-05")
    case.tell(toll("killed", 6), speaker="police", published="2021-03-07")
    killed = case.fold().killed
    assert (figures(killed), killed.disputed) == ((6, 6, 6), False)


def test_copies_count_as_one_witness(case):
    for _ in range(3):
        case.tell(toll("killed", 2))
    case.witnesses = [tuple(r.id for r in case.reports[:2])]
    folded = case.fold()
    assert folded.killed.n_witnesses == 2
    assert sorted(len(w) for w in folded.witnesses) == [1, 2]


@pytest.mark.parametrize(
    ("rule", "best"), [("latest-official", 7), ("median-of-witnesses", 5), ("lowest-reported", 4), ("range", 5)]
)
def test_each_rule_chooses_as_its_name_says(case, rule, best):
    case.tell(toll("killed", 4), published="2021-03-04")
    case.tell(toll("killed", 7), published="2021-03-05", speaker=say("ministry", "official"))
    case.tell(toll("killed", 5), published="2021-03-06")
    case.tell(toll("killed", 5), published="2021-03-06")
    killed = case.fold(rule=rule).killed
    assert (killed.best, killed.rule, killed.low, killed.high) == (best, rule, 4, 7)


def test_an_unknown_rule_is_refused(case):
    with pytest.raises(UsageError, match="E203"):
        case.fold(rule="highest")


def test_an_open_end_above_every_ceiling_leaves_the_high_open(case):
    case.tell(toll("killed", 6))
    case.tell(toll("killed", "at least nine"))
    killed = case.fold().killed
    assert (killed.low, killed.high, killed.disputed) == (6, None, True)


def test_the_finest_date_that_agrees_is_chosen_and_others_are_kept(case):
    case.tell(when("2021-03"))
    case.tell(when("2021-03-05"))
    case.tell(when("2021-03-05T19:20"))
    case.tell(when("2021-03-09"))
    chosen = case.fold().when
    assert chosen.value.time_local == "19:20"
    assert [a.start.day for a in chosen.alternatives] == [9]
    assert chosen.disputed


def test_the_day_of_publication_is_no_evidence_against_a_date(case):
    case.tell(when("2021-03-06", basis="publication"))
    case.tell(when("2021-03-05"))
    chosen = case.fold().when
    assert (chosen.value.start.day, chosen.disputed) == (5, False)


def test_two_readings_of_one_date_in_one_report_are_doubt_not_dispute(case):
    case.tell(when("2021-03-05"))
    source, about = case.reports[0], case.mentions[0]
    case.statements.append(statement(source, about, when("2021-03-12"), confidence=0.4))
    chosen = case.fold().when
    assert (chosen.value.start.day, chosen.disputed) == (5, False)


def test_the_most_precise_place_that_agrees_is_chosen(case):
    case.tell(where("Kirkuk", 35.47, 44.39, country="IQ"))
    case.tell(where("air base", 35.50, 44.35, precision="site", country="IQ"))
    case.tell(where("Iraq", 33.0, 44.0, precision="country", country="IQ"))
    chosen = case.fold().where
    assert (chosen.value.name, chosen.n_witnesses, chosen.disputed) == ("air base", 3, False)


def test_places_far_apart_are_disputed_and_the_better_attested_wins(case):
    case.tell(where("Mosul", 36.34, 43.13, precision="site", country="IQ"))
    for _ in range(2):
        case.tell(where("Kirkuk", 35.47, 44.39, country="IQ"))
    chosen = case.fold().where
    assert (chosen.value.name, chosen.disputed, chosen.alternatives[0].name) == ("Kirkuk", True, "Mosul")


def test_a_specific_type_wins_over_a_bare_attack(case):
    for _ in range(2):
        case.tell(EventType("Attack"))
    case.tell(EventType("Suicide bomb"))
    assert case.fold().type.value.acled == "Suicide bomb"


def test_only_stances_on_this_attack_name_its_actors(case):
    case.tell(
        blame("Dawn Column", "accused"),
        blame("Night Column", "accused", scope="earlier_attacks"),
        blame(None, "unclaimed"),
    )
    folded = case.fold()
    assert folded.actors == ("Dawn Column",)
    assert [s.actor for s in folded.said_elsewhere] == ["Night Column"]
    assert {s.stance for s in folded.responsibility} == {"accused", "unclaimed"}


def test_a_denial_by_the_accused_is_a_dispute(case):
    case.tell(blame("Dawn Column", "accused"))
    case.tell(blame("Dawn Column", "denies"))
    assert case.fold().disputed == ("responsibility",)


def test_what_a_person_rejects_is_left_out_and_counted(case):
    (wrong,) = case.tell(toll("killed", 20))
    case.tell(toll("killed", 2))
    case.judgements = [make_judgement("reject", wrong.id, maker=ANA, when="2021-03-07T00:00:00Z")]
    folded = case.fold()
    assert (figures(folded.killed), folded.n_rejected, folded.status) == ((2, 2, 2), 1, "reviewed")


def test_withdrawing_a_judgement_restores_the_earlier_view(case):
    (wrong,) = case.tell(toll("killed", 20))
    before = case.fold()
    reject = make_judgement("reject", wrong.id, maker=ANA, when="2021-03-07T00:00:00Z")
    undo = make_judgement("unsure", wrong.id, maker=ANA, when="2021-03-08T00:00:00Z", revokes=reject.id)
    case.judgements = [undo, reject]
    after = case.fold()
    assert (after.killed, after.n_rejected) == (before.killed, 0)


def test_what_a_person_picks_is_best_and_settles_the_dispute(case):
    (two,) = case.tell(toll("killed", 2))
    case.tell(toll("killed", 6))
    case.judgements = [make_judgement("accept", two.id, maker=ANA, when="2021-03-07T00:00:00Z")]
    folded = case.fold()
    assert (folded.killed.best, folded.killed.rule, folded.killed.disputed) == (2, "person", True)
    assert folded.status == "reviewed"


def test_the_id_is_that_of_the_earliest_recorded_and_the_others_are_aliases(case):
    case.tell(toll("killed", 2))
    case.tell(toll("killed", 2))
    one, two = (m.id for m in case.mentions)
    folded = case.fold(recorded={two: (1, "2021-01-01"), one: (2, "2021-01-02")})
    assert (folded.id, folded.aliases) == (incident_id(two), (incident_id(one),))


def test_a_vague_look_back_founds_nothing(case):
    case.tell(blame("Dawn Column", scope="earlier_attacks"), role="background")
    assert fold_all(case.mentions, case.statements, [], case.reports, []) == ()


def test_a_look_back_with_a_date_founds_a_stub(case):
    case.tell(when("2021-02"), role="background")
    assert len(fold_all(case.mentions, case.statements, [], case.reports, [])) == 1


def test_no_reports_say_nothing_in_the_summary_about_the_dead(case):
    case.tell(when("2021-03-05"))
    assert "killed" not in case.fold().summary
