"""Judge a new mention against those it may be the same attack as, and group mentions by the judgements in force.

A look back is judged like any other mention: it joins the attack it speaks of where the ledger knows that one, else it
founds a stub of its own, and a later report of that attack joins the stub.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tocsin.model.groups import TOO_LARGE, group_mentions
from tocsin.model.statement import Judgement, Mention, Verdict, make_judgement
from tocsin.reconcile.cards import Card
from tocsin.reconcile.compare import SAME, UNSURE, compare_cards

MAKER = "tocsin reconcile/rules.v1"
CAP = 400
"""Mentions that one mention is compared with, at most (docs/decisions/0005)."""
WORTH_KEEPING = 0.2
"""A likeness below says no more than silence does: a pair without a judgement counts as different."""


def link_mention(
    card: Card,
    candidates: Iterable[Card],
    *,
    copies: frozenset[str] = frozenset(),
    left_out: Sequence[str] = (),
) -> list[Judgement]:
    """Judge one mention against candidates, in the order of their ids.

    Args:
        card: the mention.
        candidates: cards whose boxes meet its box; itself is skipped.
        copies: reports that print the same text as this mention's report.
        left_out: mentions of the block that were too many to compare: one abstention is recorded, against the first.
    """
    others = sorted({c.mention: c for c in candidates if c.mention != card.mention}.values(), key=lambda c: c.mention)
    found = [j for other in others if (j := judge_pair(card, other, copies=other.report in copies))]
    if left_out:
        reasons = (TOO_LARGE, f"{len(left_out)} not compared")
        found.append(make_judgement("unsure", card.mention, min(left_out), score=0.0, reasons=reasons, maker=MAKER))
    return found


def judge_pair(one: Card, two: Card, *, copies: bool = False) -> Judgement | None:
    """Judge two mentions; None where they are plainly two attacks."""
    likeness = compare_cards(one, two, copies=copies)
    if likeness.vetoed or likeness.score < WORTH_KEEPING:
        return None
    verdict: Verdict = "same" if likeness.score >= SAME else "unsure" if likeness.score >= UNSURE else "different"
    return make_judgement(
        verdict, one.mention, two.mention, score=likeness.score, reasons=likeness.reasons, maker=MAKER
    )


def cluster(
    cards: Sequence[Card], mentions: Iterable[Mention], judgements: Iterable[Judgement] = ()
) -> tuple[tuple[str, ...], ...]:
    """Compare all cards whose boxes meet and group them, under the judgements of people given beside.

    For a batch without a ledger: quadratic in the cards of a block.
    """
    ordered = sorted(cards, key=lambda c: c.mention)
    own = [
        judged
        for at, one in enumerate(ordered)
        for two in ordered[at + 1 :]
        if one.box.meets(two.box) and (judged := judge_pair(one, two))
    ]
    return group_mentions(mentions, [*own, *judgements])
