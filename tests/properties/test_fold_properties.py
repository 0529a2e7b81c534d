"""Whatever the order, and however often: the same incident."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.fold import fold_all, fold_incident
from tocsin.model.fold_counts import RULES
from tocsin.model.groups import group_mentions
from tocsin.model.kinds.casualties import NoCasualties, Toll
from tocsin.model.kinds.figure import Figure
from tocsin.model.statement import make_judgement
from tocsin.testing import blame, mention, report, say, statement, when, where

counts = st.one_of(
    st.integers(0, 40).map(lambda n: Figure(n, n)),
    st.integers(0, 40).map(lambda n: Figure(n, None, "at_least")),
    st.integers(0, 40).map(lambda n: Figure(None, n, "at_most")),
    st.just(Figure(2, None, "vague")),
    st.just(Figure(None, None, "vague")),
)
tolls = st.builds(
    Toll,
    st.sampled_from(["killed", "wounded", "missing"]),
    counts,
    group=st.sampled_from(["unknown", "civilian", "military"]),
    superseded=st.booleans(),
)
values = st.one_of(
    tolls,
    st.just(NoCasualties()),
    st.sampled_from(["2021-03-05", "2021-03-06", "2021-03", "2021", "2021-03-05T19:20"]).map(when),
    st.sampled_from([("A", 35.0, 44.0, "site"), ("B", 35.1, 44.0, "town"), ("C", 36.5, 43.0, "town")]).map(
        lambda p: where(p[0], p[1], p[2], precision=p[3], country="IQ")
    ),
    st.sampled_from(["accused", "denies", "claims"]).map(lambda s: blame("Dawn Column", s)),
)
told = st.lists(
    st.tuples(
        st.sampled_from(["2021-03-05", "2021-03-06", None]),
        st.sampled_from(["Wire", "Daily"]),
        st.booleans(),
        st.lists(values, max_size=4),
    ),
    min_size=1,
    max_size=5,
)
verdicts = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(0, 4),
        st.sampled_from(["same", "different", "unsure"]),
        st.floats(0, 1),
        st.sampled_from(["rule.v1", "person:ana"]),
        st.sampled_from(["2021-03-07", "2021-03-08"]),
    ),
    max_size=8,
)


def build(rows):
    reports, mentions, statements = [], [], []
    for n, (published, outlet, official, said) in enumerate(rows):
        source = report(f"Report {n} tells.", published=published, outlet=outlet)
        about = mention(source, "Report")
        reports.append(source)
        mentions.append(about)
        statements += [statement(source, about, v, speaker=say("ministry") if official else None) for v in said]
    return reports, mentions, statements


def judge(mentions, rows):
    found = []
    for a, b, verdict, score, maker, at in rows:
        one, two = mentions[a % len(mentions)].id, mentions[b % len(mentions)].id
        if one != two:
            found.append(make_judgement(verdict, one, two, score=score, maker=maker, when=at, reasons=(str(score),)))
    return found


@given(told, st.randoms(use_true_random=False), st.sampled_from(sorted(RULES)))
def test_the_order_of_everything_is_of_no_account_and_twice_is_once(rows, shuffler, rule):
    reports, mentions, statements = build(rows)
    first = fold_incident(mentions, statements, [], reports, [], rule=rule)
    for one in (reports, mentions, statements):
        shuffler.shuffle(one)
    assert fold_incident(mentions, statements * 2, [], reports, [], rule=rule) == first


@given(told, st.sampled_from(sorted(RULES)))
def test_bounds_hold_the_best_value_and_no_count_is_made_up(rows, rule):
    reports, mentions, statements = build(rows)
    folded = fold_incident(mentions, statements, [], reports, [], rule=rule)
    for outcome in ("killed", "wounded", "missing"):
        count = folded.count(outcome)
        if not any(getattr(s.value, "outcome", None) == outcome for s in statements):
            assert count.best in (None, 0)
        if count.best is not None:
            assert count.low is not None
            assert count.low <= count.best
            assert count.high is None or count.best <= count.high
        assert not set(count.supports) & set(count.contradicts)
        assert {*count.supports, *count.contradicts} <= {s.id for s in statements}


@given(told, verdicts, st.randoms(use_true_random=False))
def test_groups_do_not_depend_on_order_and_hold_every_mention_once(rows, said, shuffler):
    _, mentions, _ = build(rows)
    judgements = judge(mentions, said)
    first = group_mentions(mentions, judgements)
    assert sorted(m for g in first for m in g) == sorted(m.id for m in mentions)
    shuffler.shuffle(mentions)
    shuffler.shuffle(judgements)
    assert group_mentions(mentions, judgements * 2) == first


@given(told, verdicts)
def test_what_people_call_different_never_shares_an_incident(rows, said):
    _, mentions, _ = build(rows)
    by_people = [v for v in said if v[2] == "different"]
    judgements = judge(mentions, [(a, b, "different", 0.0, "person:ana", "2021-03-09") for a, b, *_ in by_people])
    home = {m: g for g in group_mentions(mentions, [*judge(mentions, said), *judgements]) for m in g}
    assert all(home[j.subject] != home[j.object] for j in judgements)


@given(told, verdicts)
def test_withdrawing_a_judgement_restores_the_earlier_view(rows, said):
    reports, mentions, statements = build(rows)
    judgements = judge(mentions, said)
    before = fold_all(mentions, statements, judgements, reports, [])
    if len(mentions) > 1:
        one, two = mentions[0].id, mentions[1].id
        extra = make_judgement("same", one, two, maker="person:bo", when="2021-04-01")
        undo = make_judgement("unsure", one, two, maker="person:bo", when="2021-04-02", revokes=extra.id)
        after = fold_all(mentions, statements, [*judgements, extra, undo], reports, [])
        assert [i.mentions for i in after] == [i.mentions for i in before]
        assert [i.killed for i in after] == [i.killed for i in before]
