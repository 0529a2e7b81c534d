"""Group mentions into incidents under the judgements in force: average link with constraints.

One wrong pair must not join two attacks, so groups are never the connected parts of the judged pairs: two groups join
only while the mean likeness over *all* their cross pairs stays high. (Measured on synthetic reports: connected parts
F1 .70 and falling with size, average link .94.)
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from tocsin.model.judging import is_person, verdicts_on_pairs
from tocsin.model.statement import Judgement, Mention

JOIN = 0.7
"""Mean likeness at which two groups become one: the likeness from which a rule says *same*."""
APART = -1.0
"""Likeness of a pair that nobody compared. Candidates are all that could meet in time and place, so a pair that was
not compared could not. One misread date among five members that fit still joins: (4 x .95 - 1) / 5 is above zero but
below ``JOIN``; among ten it is .76."""
TIE = 0.03
"""Two groups that cannot be one and whose likeness to a third lies this close: it is not told which, so neither."""
MUCH = 1.5
"""So many times the summed likeness above ``JOIN`` tells after all: three reports against one."""
ROUNDS = 10
"""Rounds of moving and joining, at most: a wrong pair may have been joined before the right ones."""
NEVER = float("-inf")
TOO_LARGE = "block-too-large"
"""The reason of a recorded abstention (docs/decisions/0005)."""

_Entry = tuple[float, str, str, int]


def group_mentions(mentions: Iterable[Mention], judgements: Iterable[Judgement]) -> tuple[tuple[str, ...], ...]:
    """Group mention ids into incidents; each group and the list are sorted.

    People's *same* joins first and cannot be undone by a rule; people's *different* always holds, and so does the
    reader's decision that two attacks a report tells of are two, unless a person says otherwise. Independent of the
    order of its arguments.
    """
    told = {m.id: m for m in mentions}
    pairs = {p: j for p, j in verdicts_on_pairs(judgements).items() if p[0] in told and p[1] in told}
    groups = _Groups(told, pairs)
    groups.join_by_people()
    groups.join_by_likeness()
    for _ in range(ROUNDS):
        if not groups.move_to_better_homes():
            break
        groups.join_by_likeness()
    return groups.result()


@dataclass(frozen=True, slots=True)
class _Link:
    """Sum up what is known of the pairs between two groups: their likeness, and how many were compared."""

    total: float = 0.0
    known: int = 0

    def __add__(self, other: _Link) -> _Link:
        return _Link(self.total + other.total, self.known + other.known)


class _Groups:
    """Hold the groups while they grow: members by name (the smallest id), and links between neighbours."""

    def __init__(self, told: Mapping[str, Mention], pairs: Mapping[tuple[str, str], Judgement]) -> None:
        self.members: dict[str, tuple[str, ...]] = {m: (m,) for m in sorted(told)}
        self.pairs = pairs
        self.home = {m: m for m in told}
        self.links: dict[str, dict[str, _Link]] = {m: {} for m in told}
        # Members whose block was compared in full: only between these does a pair not compared mean two attacks.
        partly = {m for pair, j in pairs.items() if TOO_LARGE in j.reasons for m in pair}
        self.full = {m: int(m not in partly) for m in told}
        for one, two in _told_apart(told.values()):
            self._link(one, two, _Link(NEVER, 1))
        for (one, two), judgement in sorted(pairs.items()):
            if is_person(judgement.maker) or (two not in self.links[one] and TOO_LARGE not in judgement.reasons):
                self._link(one, two, _link_of(judgement))
        self.pair_links = {m: dict(links) for m, links in self.links.items()}
        self.pair_full = dict(self.full)
        self.fixed: set[str] = set()

    def join_by_people(self) -> None:
        """Join what people called the same, unless people also called it different."""
        for (one, two), judgement in sorted(self.pairs.items()):
            if is_person(judgement.maker) and judgement.verdict == "same":
                a, b = self.home[one], self.home[two]
                if a != b and not self._people_differ(a, b):
                    self._join(a, b)
                    self.fixed |= {one, two}

    def join_by_likeness(self) -> None:
        """Join the likest two groups until no two are alike enough."""
        heap: list[_Entry] = []
        for one in self.members:
            self._push(heap, one)
        torn: list[_Entry] = []
        while heap:
            entry = heapq.heappop(heap)
            negative, one, two, size = entry
            here = one in self.members and two in self.members
            if not here or size != len(self.members[one]) + len(self.members[two]):
                continue  # one of them has grown or gone since
            if self._torn(one, two, -negative) or self._torn(two, one, -negative):
                torn.append(entry)
                continue
            self._push(heap, self._join(one, two))
            for waiting in torn:  # what was torn may not be any longer
                heapq.heappush(heap, waiting)
            torn.clear()

    def move_to_better_homes(self) -> bool:
        """Move single members to the group they fit better, in the order of ids; tell whether any moved.

        Fit is the summed likeness above ``JOIN``: being like three outweighs being as like one. Whoever stands alone
        stays so, and whoever people have joined stays put.
        """
        moved = False
        for member in sorted(self.home):
            here = self.home[member]
            if member in self.fixed or len(self.members[here]) == 1:
                continue
            near = {self.home[other] for other in self.pair_links[member]} - {here}
            fits = [(self._fit(member, group), group) for group in near]
            best, home = min(((-fit, group) for fit, group in fits), default=(0.0, here))
            if -best > max(0.0, self._fit(member, here)) + 1e-9:
                self._move(member, here, home)
                moved = True
        if moved:
            self._relink()
        return moved

    def result(self) -> tuple[tuple[str, ...], ...]:
        """Give the groups."""
        return tuple(sorted(tuple(sorted(group)) for group in self.members.values()))

    def _link(self, one: str, two: str, link: _Link) -> None:
        self.links[one][two] = self.links[two][one] = link

    def _fit(self, member: str, group: str) -> float:
        fit = 0.0
        for other in self.members[group]:
            if other != member:
                link = self.pair_links[member].get(other)
                known = self.pair_full[member] and self.pair_full[other]
                fit += link.total - JOIN if link else (APART - JOIN) * known
        return fit

    def _move(self, member: str, here: str, home: str) -> None:
        self.members[here] = tuple(m for m in self.members[here] if m != member)
        self.members[home] = (*self.members[home], member)
        self.home[member] = home

    def _relink(self) -> None:
        """Name the groups anew and sum up the links between them."""
        groups = [tuple(sorted(group)) for group in self.members.values() if group]
        self.members = {group[0]: group for group in sorted(groups)}
        self.home = {m: name for name, group in self.members.items() for m in group}
        self.full = {name: sum(self.pair_full[m] for m in group) for name, group in self.members.items()}
        self.links = {name: {} for name in self.members}
        for one, links in self.pair_links.items():
            for two, link in links.items():
                a, b = self.home[one], self.home[two]
                if a < b:
                    self._link(a, b, self.links[a].get(b, _Link()) + link)

    def _push(self, heap: list[_Entry], group: str) -> None:
        for other in self.links[group]:
            mean = self._mean(group, other)
            if mean >= JOIN:
                one, two = sorted((group, other))
                heapq.heappush(heap, (-mean, one, two, len(self.members[one]) + len(self.members[two])))

    def _mean(self, one: str, two: str) -> float:
        link = self.links[one].get(two, _Link())
        missing = max(0, self.full[one] * self.full[two] - link.known)
        return (link.total + APART * missing) / (link.known + missing) if link.known + missing else 0.0

    def _people_differ(self, one: str, two: str) -> bool:
        found = (self.pairs.get((min(a, b), max(a, b))) for a in self.members[one] for b in self.members[two])
        return any(j and j.verdict == "different" and is_person(j.maker) for j in found)

    def _torn(self, lone: str, two: str, mean: float) -> bool:
        """Tell whether a single mention fits another group as well, and the two groups cannot be one."""
        if len(self.members[lone]) > 1:
            return False
        fit = (mean - JOIN) * len(self.members[two])
        return any(
            other != two
            and (rival := self._mean(lone, other)) >= max(JOIN, mean - TIE)
            and (rival - JOIN) * len(self.members[other]) * MUCH > fit
            and self._mean(two, other) < 0
            for other in self.links[lone]
        )

    def _join(self, one: str, two: str) -> str:
        keep, gone = min(one, two), max(one, two)
        self.members[keep] += self.members.pop(gone)
        self.full[keep] += self.full.pop(gone)
        self.home.update(dict.fromkeys(self.members[keep], keep))
        self.links[keep].pop(gone, None)
        theirs = self.links.pop(gone)
        theirs.pop(keep, None)
        for other, link in theirs.items():
            del self.links[other][gone]
            self._link(keep, other, self.links[keep].get(other, _Link()) + link)
        return keep


def _link_of(judgement: Judgement) -> _Link:
    if is_person(judgement.maker):
        return _Link({"same": 1.0, "different": NEVER}.get(judgement.verdict, judgement.score), 1)
    return _Link(judgement.score, 1)


def _told_apart(mentions: Iterable[Mention]) -> list[tuple[str, str]]:
    """Pair the mentions that one report tells as different attacks; two looks back may be one attack told twice."""
    by_report: dict[str, list[Mention]] = {}
    for one in mentions:
        by_report.setdefault(one.report, []).append(one)
    return [
        (min(a.id, b.id), max(a.id, b.id))
        for told in by_report.values()
        for a, b in combinations(told, 2)
        if not a.role == b.role == "background"
    ]
