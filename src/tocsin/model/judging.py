"""Which judgements stand: revoked ones fall, people outrank rules, the later outranks the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tocsin.model.statement import Judgement

PERSON = "person:"
"""A maker that starts so is a person, such as ``person:ana``; any other maker is a rule or a model."""
PAIRS = frozenset({"same", "different", "unsure"})


def is_person(maker: str) -> bool:
    """Tell whether a maker is a person."""
    return maker.startswith(PERSON)


def standing(judgements: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """Leave out what was revoked by a judgement that itself stands; sorted by id.

    A revocation can be revoked in turn, which restores what it took back. Said twice, a judgement counts from the last
    time on.
    """
    known: dict[str, Judgement] = {}
    for one in judgements:
        if one.id not in known or known[one.id].when < one.when:
            known[one.id] = one
    revokers: dict[str, list[str]] = {}
    for one in known.values():
        if one.revokes:
            revokers.setdefault(one.revokes, []).append(one.id)
    if not revokers:
        return tuple(known[i] for i in sorted(known))
    stands: dict[str, bool] = {}
    for ident in sorted(known):
        _decide(ident, revokers, stands)
    return tuple(known[i] for i in sorted(known) if stands[i])


def _decide(start: str, revokers: Mapping[str, list[str]], stands: dict[str, bool]) -> None:
    # An id hashes what it revokes, so there are no rings; a stack keeps long chains off the call stack.
    stack = [start]
    while stack:
        ident = stack[-1]
        waiting = [r for r in revokers.get(ident, ()) if r not in stands]
        if waiting:
            stack += waiting
            continue
        stands[ident] = not any(stands[r] for r in revokers.get(ident, ()))
        stack.pop()


def _weight(judgement: Judgement) -> tuple[bool, str, str]:
    return is_person(judgement.maker), judgement.when, judgement.id


def verdicts_on_pairs(judgements: Iterable[Judgement]) -> dict[tuple[str, str], Judgement]:
    """Give the one verdict in force for each pair of mentions: people before rules, later before earlier.

    A withdrawal that only says unsure leaves the pair to whatever else was said of it.
    """
    found: dict[tuple[str, str], Judgement] = {}
    for one in standing(judgements):
        if one.verdict not in PAIRS or one.object is None or is_withdrawal(one):
            continue
        pair = (one.subject, one.object)
        if pair not in found or _weight(one) > _weight(found[pair]):
            found[pair] = one
    return found


def is_withdrawal(judgement: Judgement) -> bool:
    """Tell whether a judgement only takes another one back: unsure, with ``revokes`` set."""
    return judgement.verdict == "unsure" and judgement.revokes is not None


def verdicts_on_statements(judgements: Iterable[Judgement]) -> dict[str, Judgement]:
    """Give the one accept or reject in force for each judged statement."""
    found: dict[str, Judgement] = {}
    for one in standing(judgements):
        if one.verdict in PAIRS:
            continue
        if one.subject not in found or _weight(one) > _weight(found[one.subject]):
            found[one.subject] = one
    return found
