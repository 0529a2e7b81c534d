"""Across reports: find copies, compare mentions, judge which tell of one attack."""

from tocsin.reconcile.cards import Card, make_card
from tocsin.reconcile.compare import Likeness, compare_cards
from tocsin.reconcile.copies import find_copies, sketch_text
from tocsin.reconcile.link import CAP, MAKER, cluster, judge_pair, link_mention

__all__ = [
    "CAP",
    "MAKER",
    "Card",
    "Likeness",
    "cluster",
    "compare_cards",
    "find_copies",
    "judge_pair",
    "link_mention",
    "make_card",
    "sketch_text",
]
