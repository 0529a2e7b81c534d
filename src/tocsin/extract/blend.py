"""Bring the two readers together: the trained tagger and the rules, field by field as measurement chose.

The tagger says where attacks are told, which words belong to which, and who is credited. The rules say what numbers,
dates and weapons mean, and read on their own what they read better. ``PLAN`` holds the choice for each field; the
ablation table in docs/accuracy.md shows what each reader gets alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from tocsin.extract.assemble import RULES, Build, add_particulars, add_time, make_build, read_by_rules
from tocsin.extract.episodes import Dated, Episode, find_episodes, is_vague_series, read_dates
from tocsin.extract.relevance import weigh_relevance
from tocsin.extract.tagger.attacks import TaggedAttack, find_attacks
from tocsin.extract.tagger.values import TaggedRow, ValueReader
from tocsin.extract.totals import tie_parts
from tocsin.extract.triggers import Trigger, find_triggers
from tocsin.extract.warnings import find_oddities
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Munition, Weapon
from tocsin.model.reading import Reading
from tocsin.model.span import Stretches, cut
from tocsin.model.statement import Field, Statement, make_statement, restate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tocsin.extract.base import Names
    from tocsin.extract.tagger.tag import Tagged
    from tocsin.model.document import Document

_LONG = 700  # characters: a longer report tells of more attacks than the rules take apart
TAGGER = "tagger.v1"
"""Maker of statements that the trained tagger finds."""
BOTH = f"{RULES}+{TAGGER}"
"""Maker of statements that both find."""


@dataclass(frozen=True, slots=True)
class Mix:
    """How one field is mixed out of the two readers' rows.

    A row of the rules is kept where the tagger's probability for its words is at least ``keep``; a row of the tagger
    that the rules do not have joins where it is at least ``add`` sure. Above 1, none is. Where both have a row, it is
    the rules' own unless ``prefer`` says otherwise; ``voice`` says whose speaker it gets.
    """

    keep: float = 0.0
    add: float = 2.0
    prefer: Literal["rules", "model"] = "rules"
    voice: Literal["rules", "model", "either"] = "either"


RULED = Mix()
TAGGED = Mix(keep=2.0, add=0.0, prefer="model", voice="model")


@dataclass(frozen=True, slots=True)
class Plan:
    """Which reader each part of a reading is taken from, and the probabilities asked for."""

    attacks: Literal["rules", "model"] = "rules"
    attacks_long: Literal["rules", "model"] = "rules"
    fields: dict[Field, Mix] = field(
        default_factory=lambda: {
            "weapon": Mix(0.1, 0.5),
            "munition": Mix(0.1, 0.9),
            "target": Mix(0.3, 0.5, "model"),
            "casualty": Mix(0.02, 0.93, "model", "model"),
            "no_casualties": RULED,
            "responsibility": Mix(0.05, 0.6, voice="model"),
            "damage": Mix(0.0, 0.6),
        }
    )
    type_weight: float = 0.3
    date_sure: float = 0.8
    place_sure: float = 0.8
    trigger: float = 0.5
    trigger_long: float = 0.65
    add_attack: float = 2.0
    add_attack_long: float = 0.95
    keep_attack: float = 0.1
    role_sure: float = 0.8
    status_sure: float = 0.9
    elsewhere: float = 0.9
    credited: float = 0.2
    rule_share: float = 0.55
    plain: float = 0.85
    relevant: float = 0.7


PLAN = Plan()
ALONE = Plan(
    "model",
    "model",
    dict.fromkeys(PLAN.fields, TAGGED),
    type_weight=1.0,
    date_sure=0.0,
    place_sure=0.0,
    trigger_long=0.5,
)
"""The tagger by itself, for comparison."""


def extract_reading(
    document: Document,
    names: Names,
    *,
    maker: str,
    tagger: Callable[[str], Tagged] | None = None,
    plan: Plan | None = None,
) -> Reading:
    """Read the attacks out of a document.

    Args:
        document: a report with its structure read.
        names: knows the names of countries and demonyms.
        maker: name and version of the pipeline, kept on the reading.
        tagger: tags a text; without one the rules read alone.
        plan: which reader each field is taken from; ``PLAN`` unless told otherwise.
    """
    if tagger is None:
        return read_by_rules(document, names, maker=maker)
    chosen = plan or PLAN
    dates = read_dates(document)
    by_rule = find_episodes(document, dates)
    ruled = weigh_relevance(document, by_rule)
    best = chosen.rule_share * ruled + (1 - chosen.rule_share)
    if best < chosen.relevant and ruled < chosen.plain:
        # nothing the tagger may say could lift it over the bar: peaceful news costs no pass of the encoder
        relevance = _rescale(chosen.rule_share * ruled, chosen.relevant)
        return Reading(document, False, relevance, (), (), find_oddities(document, names), maker)
    return _Blender(document, names, tagger(document.text), chosen, dates).read(maker, by_rule, ruled)


@dataclass(frozen=True, slots=True)
class Pair:
    """One attack as the rules and the tagger see it.

    ``ruled`` says whether the rules read its particulars too; a ``faint`` one, of which the tagger sees nothing, stays
    only where the rules find somebody killed or hurt in it, or somebody who did it.
    """

    episode: Episode
    attack: TaggedAttack | None
    ruled: bool
    faint: bool = False


class _Blender:
    """Reads one report with both readers."""

    def __init__(self, document: Document, names: Names, tagged: Tagged, plan: Plan, dates: tuple[Dated, ...]) -> None:
        self.document, self.names, self.tagged, self.plan = document, names, tagged, plan
        self.dates = dates
        self.values = ValueReader(document, tagged, names, plan.credited)

    def read(self, maker: str, by_rule: list[Episode], ruled: float) -> Reading:
        attacks = find_attacks(self.tagged, self._trigger())
        share = self.plan.rule_share
        relevance = share * ruled + (1 - share) * self.tagged.relevance
        if ruled >= self.plan.plain:
            relevance = max(relevance, self.plan.relevant)
        warnings = find_oddities(self.document, self.names)
        pairs = self._pair(by_rule, attacks)
        if relevance < self.plan.relevant or not pairs:
            return Reading(self.document, False, _rescale(relevance, self.plan.relevant), (), (), warnings, maker)
        builds = []
        _keep_one_main(pairs)
        for pair in pairs:
            build = make_build(self.document, pair.episode, [p.episode for p in pairs])
            if pair.ruled:
                add_particulars(self.document, build, self.names)
            if pair.faint and not any(s.field in {"casualty", "responsibility"} for s in build.statements):
                continue
            builds.append((build, pair.attack))
        counted = [s for build, _ in builds for s in build.statements if s.field in _COUNTED]
        for build, attack in builds:
            if attack is not None:
                others = [a for _, a in builds if a is not None]
                places = self._fill(build, attack, others, counted)
                build.mention = replace(build.mention, places=places)
        main_day: date | None = None
        for build, attack in builds:
            main_day = self._add_time(build, attack, main_day) or main_day
        return Reading(
            self.document,
            True,
            _rescale(relevance, self.plan.relevant),
            tuple(b.mention for b, _ in builds),
            tuple(s for b, _ in builds for s in b.statements),
            warnings,
            maker,
        )

    def _pair(self, by_rule: list[Episode], attacks: list[TaggedAttack]) -> list[Pair]:
        """Bring the attacks of the two readers together: by the sentence or the region in which they are told."""
        headless = bool(by_rule) and by_rule[0].role == "main" and not any(a.role == "main" for a in attacks)
        if not by_rule or (self._leads() == "model" and not headless):
            return self._tagged_alone(attacks, self._trigger())
        left = list(attacks)
        pairs: list[Pair] = []
        for episode in by_rule:
            twin = self._twin(episode, left)
            if twin is not None:
                left.remove(twin)
            faint = twin is None and episode.role != "main" and self._trigger_support(episode) < self.plan.keep_attack
            self._settle(episode, twin)
            pairs.append(Pair(episode, twin, ruled=True, faint=faint))
        if not any(pair.attack for pair in pairs) and not any(p.episode.role == "main" for p in pairs):
            return self._tagged_alone(attacks, self._trigger()) or pairs
        long = len(self.document.text) >= _LONG
        return pairs + self._tagged_alone(left, self.plan.add_attack_long if long else self.plan.add_attack)

    def _trigger(self) -> float:
        return self.plan.trigger_long if len(self.document.text) >= _LONG else self.plan.trigger

    def _leads(self) -> Literal["rules", "model"]:
        """Say whose attacks the reading is built on."""
        return self.plan.attacks_long if len(self.document.text) >= _LONG else self.plan.attacks

    def _tagged_alone(self, attacks: list[TaggedAttack], sure: float) -> list[Pair]:
        chosen = [a for a in attacks if a.trigger.confidence >= sure]
        regions = share_regions(self.document, self.tagged, chosen)
        asides: dict[int, list[tuple[int, int]]] = {}
        ruled = self._leads() == "model"
        for n, attack in enumerate(chosen):
            if attack.role == "main":
                asides[n] = [r for r in regions[n] if self._is_aside(r, attack)]
                regions[n] = [r for r in regions[n] if r not in asides[n]]
        made = [Pair(make_episode(self.document, a, regions[n]), a, ruled=ruled) for n, a in enumerate(chosen)]
        for n, pair in enumerate(made):
            pair.episode.asides = asides.get(n, [])
        return sorted(made, key=lambda pair: (pair.episode.role != "main", pair.episode.start))

    def _is_aside(self, region: tuple[int, int], attack: TaggedAttack) -> bool:
        """Tell whether a sentence speaks of attacks in the plural, beside the one that is told."""
        sentence = self.document.sentence_at(region[0])
        told = region[0] <= attack.trigger.start < region[1]
        return sentence is not None and not told and is_vague_series(sentence)

    def _twin(self, episode: Episode, attacks: list[TaggedAttack]) -> TaggedAttack | None:
        """Find the tagged attack told where the rules tell of one: at its words, else in its sentence or region."""
        whole = episode.sentence.span
        near = [
            a
            for a in attacks
            if whole.start <= a.trigger.start < whole.end
            or (episode.owns(a.trigger.start) and (a.role == "main") == (episode.role == "main"))
        ]
        return min(near, key=lambda a: (a.role != episode.role, abs(a.trigger.start - episode.start)), default=None)

    def _trigger_support(self, episode: Episode) -> float:
        return self.tagged.support("trigger", episode.start, episode.end)

    def _settle(self, episode: Episode, attack: TaggedAttack | None) -> None:
        """Let the tagger say role and status where it is sure."""
        if attack is None:
            return
        role, status = attack.trigger.odds["role"], attack.trigger.odds["status"]
        told_before = episode.role == "background" and attack.role == "main" and not episode.asides
        told_before = told_before or (episode.role == "main" and attack.role == "other")
        if role[attack.role] >= self.plan.role_sure and not told_before:
            episode.role = attack.role  # type: ignore[assignment]
        if episode.status == "happened" and status[attack.status] >= self.plan.status_sure:
            episode.status = attack.status  # type: ignore[assignment]

    def _fill(
        self, build: Build, attack: TaggedAttack, attacks: list[TaggedAttack], counted: list[Statement]
    ) -> tuple[tuple[int, int], ...] | None:
        """Mix the particulars of one attack; give the words that the tagger takes for its place.

        ``counted`` are the rules' tolls and munitions of all attacks: what they give to one is not added to another.
        """
        told = self._tell(build, attack)
        ruled = [s for s in build.statements if not self._belongs_elsewhere(s, attack, attacks)]
        kept = [self._type(build, attack, ruled)]
        for name, mix in self.plan.fields.items():
            mine = [s for s in told if s.field == name]
            theirs = [s for s in ruled if s.field == name]
            kept += self._mix(
                mix, mine, theirs, [s for s in counted if s.field == name] if name in _COUNTED else theirs
            )
        build.statements[:] = tie_parts(self.document, _mend_totals(kept, told + ruled))
        pieces = self.tagged.pieces
        found = [(n, p) for n, p in attack.items.get("place", []) if p >= self.plan.place_sure]
        whole = build.episode.sentence.span
        if any(p.label == "place" and whole.start <= p.start < whole.end for p in pieces):
            # a place named in the sentence that tells of the attack is nearer than any other
            found = [(n, p) for n, p in found if whole.start <= pieces[n].start < whole.end]
        return tuple((pieces[n].start, pieces[n].end) for n, _ in sorted(found, key=lambda item: -item[1])) or None

    def _type(self, build: Build, attack: TaggedAttack, ruled: list[Statement]) -> Statement:
        """Weigh the two opinions on the type against each other."""
        scores = {k: self.plan.type_weight * p for k, p in attack.trigger.odds["type"].items()}
        theirs = next((s for s in ruled if s.field == "type"), None)
        if theirs is not None and isinstance(theirs.value, EventType):
            share = (1 - self.plan.type_weight) * theirs.confidence
            scores[theirs.value.acled] = scores.get(theirs.value.acled, 0.0) + share
        best = max(scores, key=lambda k: scores[k])
        sure = min(0.99, scores[best] / max(sum(scores.values()), 0.01))
        same = theirs is not None and theirs.value == EventType(best)
        maker = (BOTH if attack.trigger.classes["type"] == best else RULES) if same else TAGGER
        return make_statement(
            build.mention, "type", EventType(best), build.mention.anchor, confidence=sure, maker=maker
        )

    def _mix(
        self, mix: Mix, told: list[Statement], ruled: list[Statement], everywhere: list[Statement]
    ) -> list[Statement]:
        """Mix one field out of what the two readers say."""
        kept: list[Statement] = []
        used: set[str] = set()
        for mine in ruled:
            twin = next((t for t in told if t.id not in used and _same(mine, t)), None)
            if twin is not None:
                used.add(twin.id)
                kept.append(_join(mix, mine, twin))
            elif mix.keep <= 1 and self._support(mine) >= mix.keep:
                kept.append(mine)
        left = [t for t in told if t.id not in used and t.confidence >= mix.add]
        return kept + [t for t in left if not any(_outweighs(s, t) for s in everywhere)]

    def _belongs_elsewhere(self, statement: Statement, attack: TaggedAttack, attacks: list[TaggedAttack]) -> bool:
        """Tell whether the tagger surely ties the words of a rule's row to another attack than this one."""
        label = _LABELS.get(statement.field)
        span = statement.span
        if label is None or span is None or len(attacks) < 2:
            return False
        link = label if label in self.tagged.links else ""
        for n, piece in enumerate(self.tagged.pieces):
            if piece.label != label or piece.end <= span.start or span.end <= piece.start:
                continue
            odds = {a.index: self.tagged.links.get(link, {}).get((n, a.index), 0.0) for a in attacks}
            best = max(odds, key=lambda i: odds[i])
            return best != attack.index and odds[best] >= self.plan.elsewhere and odds[attack.index] < 0.3
        return False

    def _support(self, statement: Statement) -> float:
        label = _LABELS.get(statement.field)
        if label is None or statement.span is None:
            return 1.0
        return self.tagged.support(label, statement.span.start, statement.span.end)

    def _tell(self, build: Build, attack: TaggedAttack) -> list[Statement]:
        """Give what the tagger says of one attack as statements."""
        told: list[Statement] = []
        ids: dict[int, str] = {}
        rows = drop_repeats(self.values.tolls(attack))
        for row in sorted(rows, key=lambda r: r.part_of is not None):
            value = row.value
            if isinstance(value, Toll) and row.part_of in ids:
                value = replace(value, part_of=ids[row.part_of])
            statement = self._say(build, "casualty", replace(row, value=value))
            ids[row.piece] = statement.id
            told.append(statement)
        for name, found in (
            ("weapon", self.values.weapons(attack)),
            ("munition", self.values.munitions(attack)),
            ("responsibility", self.values.stances(attack)),
        ):
            told += [self._say(build, name, row) for row in drop_repeats(found)]  # type: ignore[arg-type]
        for row in drop_repeats(self.values.targets(attack)):
            told.append(self._say(build, "target" if hasattr(row.value, "target") else "damage", row))
        return told

    def _say(self, build: Build, name: Field, row: TaggedRow) -> Statement:
        span = cut(self.document.text, row.start, row.end)
        return make_statement(
            build.mention, name, row.value, span, speaker=row.speaker, confidence=row.confidence, maker=TAGGER
        )

    def _add_time(self, build: Build, attack: TaggedAttack | None, main_day: date | None) -> date | None:
        if attack is not None:
            linked = [(n, p) for n, p in attack.items.get("when", []) if p >= self.plan.date_sure]
            pieces = [self.tagged.pieces[n] for n, _ in sorted(linked, key=lambda item: -item[1])]
            near = [d for p in pieces for d in self.dates if d.start < p.end and p.start < d.end]
            told = Stretches(build.episode.regions)
            clocks = tuple(d for d in self.dates if told.cover(d.start))
            if near and add_time(self.document, build, tuple(near), main_day, within=near, clocks=clocks):
                return _day_of(build)
        when = add_time(self.document, build, self.dates, main_day)
        return when.start if when is not None and build.episode.role == "main" else None


def _keep_one_main(pairs: list[Pair]) -> None:
    """Leave the role of the main attack to the first that has it."""
    for pair in [p for p in pairs if p.episode.role == "main"][1:]:
        pair.episode.role = "other"


def _rescale(relevance: float, bar: float) -> float:
    """Stretch a relevance so that the bar it was held against becomes one half."""
    if relevance < bar:
        return round(0.5 * relevance / bar, 3) if relevance < 0.99 * bar else 0.49
    return round(0.5 + 0.5 * (relevance - bar) / (1 - bar), 3)


def _day_of(build: Build) -> date | None:
    for statement in build.statements:
        start = getattr(statement.value, "start", None)
        if statement.field == "when" and build.episode.role == "main":
            return start
    return None


_COUNTED = frozenset({"casualty", "munition"})
_LABELS = {
    "weapon": "weapon",
    "munition": "munition",
    "target": "target",
    "casualty": "casualty",
    "responsibility": "stance",
    "damage": "damage",
}


def _join(mix: Mix, ruled: Statement, told: Statement) -> Statement:
    """Make one row of two that say the same; its maker names both."""
    row, other = (told, ruled) if mix.prefer == "model" else (ruled, told)
    speaker = row.speaker
    if mix.voice == "model":
        speaker = told.speaker
    elif mix.voice == "rules":
        speaker = ruled.speaker
    elif speaker is None:
        speaker = other.speaker
    value = row.value
    if (
        isinstance(value, Responsibility)
        and isinstance(other.value, Responsibility)
        and value.stance in {"accused", "suspected"}
        and value.scope == "this_attack"
    ):
        value = replace(value, scope=other.value.scope)  # a charge that either ties to other attacks is not of this one
    sure = 1 - (1 - row.confidence) * (1 - other.confidence)
    return restate(row, value=value, speaker=speaker, confidence=round(min(sure, 0.99), 3), maker=BOTH)


def _same(a: Statement, b: Statement) -> bool:
    """Tell whether two rows of one field say the same thing."""
    touching = _touch(a, b)
    if isinstance(a.value, Toll) and isinstance(b.value, Toll):
        return a.value.outcome == b.value.outcome and (touching or a.value.figure == b.value.figure)
    if isinstance(a.value, Responsibility) and isinstance(b.value, Responsibility):
        one, two = a.value.actor, b.value.actor
        if one is None or two is None:
            return one is two and a.value.stance == b.value.stance
        return (touching or a.value.stance == b.value.stance) and _share_words(one.text, two.text)
    return touching


def _touch(a: Statement, b: Statement) -> bool:
    return a.span is not None and b.span is not None and a.span.start < b.span.end and b.span.start < a.span.end


def _outweighs(ruled: Statement, told: Statement) -> bool:
    """Tell whether a row of the rules rules out one that only the tagger has.

    Of tolls the rules know the outcome of the same words; who is pointedly not named is not accused by the same words.
    """
    if isinstance(told.value, Weapon | Target | Damage) and _share_words(
        getattr(ruled.value, "text", "-").rstrip("s"), told.value.text.rstrip("s")
    ):
        return True  # the same thing in the same words, told again
    if not _touch(ruled, told):
        return False
    if isinstance(told.value, Toll | Munition):
        return True
    return (
        isinstance(ruled.value, Responsibility)
        and isinstance(told.value, Responsibility)
        and (
            ruled.value.actor is None or ruled.value.stance in {told.value.stance, "not_blamed", "unclaimed", "denies"}
        )
    )


def _share_words(a: str, b: str) -> bool:
    a, b = a.lower().removeprefix("the "), b.lower().removeprefix("the ")
    return a in b or b in a


def _mend_totals(kept: list[Statement], known: list[Statement]) -> list[Statement]:
    """Point rows whose total was dropped at the kept row with the same figure, or at none."""
    ids = {s.id for s in kept}
    by_id = {s.id: s for s in known}
    mended = []
    for statement in kept:
        value = statement.value
        if isinstance(value, Toll) and value.part_of and value.part_of not in ids:
            total = by_id.get(value.part_of)
            same = next((s.id for s in kept if total is not None and s is not statement and _equal(s, total)), None)
            statement = restate(statement, value=replace(value, part_of=same))  # noqa: PLW2901
        mended.append(statement)
    return mended


def _equal(a: Statement, b: Statement) -> bool:
    return (
        isinstance(a.value, Toll)
        and isinstance(b.value, Toll)
        and (a.value.outcome, a.value.figure) == (b.value.outcome, b.value.figure)
    )


def drop_repeats(rows: list[TaggedRow]) -> list[TaggedRow]:
    """Keep of rows that say the same the one with a speaker, else the surest."""
    best: dict[object, TaggedRow] = {}
    for row in rows:
        key = _meaning(row)
        old = best.get(key)
        if old is None or (row.speaker is not None, row.confidence) > (old.speaker is not None, old.confidence):
            best[key] = row
    return sorted(best.values(), key=lambda r: r.start)


def _meaning(row: TaggedRow) -> object:
    value = row.value
    if isinstance(value, Toll):
        part = (value.group, value.age_sex) if row.part_of is not None or value.figure.hedge == "vague" else ()
        return (value.outcome, value.figure.low, value.figure.high, *part)
    if isinstance(value, Responsibility):
        actor = value.actor.text.lower().removeprefix("the ") if value.actor else None
        return actor, value.stance, value.scope, row.speaker.name.lower() if row.speaker else None
    return value


def make_episode(document: Document, attack: TaggedAttack, regions: list[tuple[int, int]]) -> Episode:
    """Make the rules' view of an attack that the tagger found."""
    piece = attack.trigger
    sentence = document.sentence_at(piece.start) or document.sentences[0]
    base = sentence.span.start
    known = [t for t in find_triggers(sentence.text) if t.start + base < piece.end and piece.start < t.end + base]
    acled = attack.trigger.classes["type"]
    tagged = Trigger(piece.start - base, piece.end - base, document.text[piece.start : piece.end], acled, 0.6)
    trigger = max(known, key=lambda t: t.weight, default=tagged)
    episode = Episode(attack.role, attack.status, trigger, piece.start, piece.end, sentence, regions)  # type: ignore[arg-type]
    around = find_triggers(" ".join(document.text[a:b].replace("\n", " ") for a, b in regions))
    episode.triggers = [trigger, *(t for t in known if t is not trigger), *around[:6]]
    return episode


_TOLD = frozenset({"title", "lead", "body", "list"})


def share_regions(document: Document, tagged: Tagged, attacks: list[TaggedAttack]) -> list[list[tuple[int, int]]]:
    """Hand each sentence to the attack that most of its pieces are linked to; a bare one goes on with the last."""
    weight: list[dict[int, float]] = [{} for _ in attacks]
    for n, attack in enumerate(attacks):
        marks = [(attack.trigger.start, 1.5)]
        marks += [(tagged.pieces[i].start, p) for rows in attack.items.values() for i, p in rows]
        for start, p in marks:
            sentence = document.sentence_at(start)
            if sentence is not None:
                weight[n][sentence.index] = weight[n].get(sentence.index, 0.0) + p
    regions: list[list[tuple[int, int]]] = [[] for _ in attacks]
    if not attacks:
        return regions
    current = next((n for n, a in enumerate(attacks) if a.role == "main"), 0)
    first = current
    paragraph = -1
    for s in document.sentences:
        if s.part not in _TOLD:
            continue
        claims = {n: w[s.index] for n, w in enumerate(weight) if s.index in w}
        if claims:
            most = max(claims.values())
            current = max(claims, key=lambda n: claims[n])
            own = [n for n, w in claims.items() if w >= 0.5 * most]
        else:
            current = current if s.paragraph == paragraph else first
            own = [current]
        paragraph = s.paragraph
        for n in own:
            regions[n].append((s.span.start, s.span.end))
    return regions
