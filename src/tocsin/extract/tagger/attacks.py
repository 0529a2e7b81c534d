"""Group what the tagger found into attacks, one a trigger, each with the pieces that are linked to it."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.extract.tagger.tag import Piece, Tagged

LINKED = 0.5
"""A piece belongs to every attack it is linked to with at least this probability."""
NEAREST = 0.2
"""A piece linked to none that surely belongs to the likeliest attack, from this probability on."""
TRIGGER = 0.5
"""Mean probability from which words are taken to open an attack of their own."""
_SHARED = frozenset({"when", "place", "within"})


@dataclass(slots=True)
class TaggedAttack:
    """One attack as tagged: its trigger, and by link the places in ``Tagged.pieces`` of what belongs to it."""

    trigger: Piece
    index: int
    items: dict[str, list[tuple[int, float]]] = field(default_factory=dict)

    @property
    def role(self) -> str:
        """Give the likeliest role."""
        return self.trigger.classes["role"]

    @property
    def status(self) -> str:
        """Give the likeliest status."""
        return self.trigger.classes["status"]


def find_attacks(tagged: Tagged, threshold: float = TRIGGER) -> list[TaggedAttack]:
    """Give the attacks of a report in text order; empty where no trigger is sure enough.

    Of two triggers that both claim to be the main attack and are of one type, the surer one stands for both.
    """
    triggers = [n for n in tagged.of("trigger") if tagged.pieces[n].confidence >= threshold]
    same = _merge_main(tagged, triggers)
    attacks = {n: TaggedAttack(tagged.pieces[n], n) for n in triggers if same[n] == n}
    for link, pairs in tagged.links.items():
        by_piece: dict[int, dict[int, float]] = {}
        for (piece, goal), p in pairs.items():
            if goal in same:
                own = by_piece.setdefault(piece, {})
                own[same[goal]] = max(p, own.get(same[goal], 0.0))
        for piece, goals in by_piece.items():
            _attach(attacks, link, piece, goals)
    return [attacks[n] for n in sorted(attacks, key=lambda n: tagged.pieces[n].start)]


def _attach(attacks: dict[int, TaggedAttack], link: str, piece: int, goals: dict[int, float]) -> None:
    best = max(goals, key=lambda g: goals[g])
    sure = [g for g, p in goals.items() if p >= LINKED]
    if link not in _SHARED:
        sure = sure and [best]
    if not sure and goals[best] >= NEAREST and link not in _SHARED:
        sure = [best]
    for goal in sure:
        attacks[goal].items.setdefault(link, []).append((piece, goals[goal]))


def _merge_main(tagged: Tagged, triggers: list[int]) -> dict[int, int]:
    """Say for each trigger which one stands for it."""
    main = [n for n in triggers if tagged.pieces[n].classes["role"] == "main"]
    same = {n: n for n in triggers}
    if len(main) > 1:
        head = max(main, key=lambda n: tagged.pieces[n].odds["role"]["main"] * tagged.pieces[n].confidence)
        for n in main:
            if tagged.pieces[n].classes["type"] == tagged.pieces[head].classes["type"]:
                same[n] = head
    return same
