"""Tell apart the attacks that one report speaks of: the main one, others, and earlier ones it refers to.

An episode owns regions of the text; whatever particulars stand in a region belong to its attack. Method: sentences
whose trigger carries a date well before the main date, or a cue of earlier times, open a background episode; cues
such as "in a separate attack" open another; clauses ("days after rebels shelled …") can be split off a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from tocsin.extract.triggers import Trigger, find_triggers
from tocsin.model.anycase import AnyCase
from tocsin.model.document import Document, Sentence
from tocsin.model.kinds.when import Anchor, TimeExpression, When, find_times, resolve_time
from tocsin.model.span import Span
from tocsin.model.statement import Role, Status

_READ = frozenset({"title", "lead", "body", "list", "head"})
_PAST_CUE = AnyCase(
    r"\b(?:(?:previous|earlier|similar|past|prior|other recent|various|a series of|a string of|a spate of|numerous|several other) (?:\w+ ){0,3}(?:attacks?|strikes?|incidents?|bombings?|raids?|"
    r"assaults?|massacres?|shootings?|explosions?|blasts?)|in recent (?:months|weeks|years|days)|since (?:the (?:start|beginning|outbreak)|(?:19|20)\d\d|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)|years ago|months ago|weeks ago|last (?:month|year|week)|"
    r"(?:has|have|had) (?:repeatedly|previously|long|frequently|often|regularly)|had (?:been )?(?:previously|earlier)|in the past|history of|anniversary|"
    r"earlier this (?:month|year|week)|(?:the )?(?:deadliest|worst|largest|biggest) (?:such )?(?:\w+ )?(?:attack|incident|massacre)? ?since|previously|over the (?:past|last)|"
    r"(?:has|have) (?:been )?(?:\w+ )?(?:killed|abducted|kidnapped|wounded|injured|claimed|left)\b[^.;]{0,80}\b(?:(?<!earlier )this (?:year|month)|so far this \w+)|"
    r"war (?:began|broke out|has killed)|in (?:19|20)\d\d\b|before(?=[.,;]|$)|a (?:day|week|month|year) (?:ago|earlier))",
)
_OTHER_CUE = AnyCase(
    r"^(?:meanwhile|separately|elsewhere|in a separate|in another|another|a separate|a second|in a second|additionally|further (?:strikes|attacks)|also on|"
    r"on the same day|hours later|shortly (?:after|before)|the same (?:day|evening|night)|later (?:that|on)|in the (?:russian|israeli|government|rebel)[\s-]\w+)\b|"
    r"\b(?:in a separate|a separate|separate attacks?|in another|another (?:attack|strike|bombing|explosion|blast|drone|air\s?strike|rocket|missile|shooting|raid)|one of the strikes)\b",
)
_BACK_CLAUSE = AnyCase(
    r"(?:,?\s*(?:which|this)?\s*(?:comes?|came|coming)\s+(?:\w+\s+){0,3}(?:after|amid)\b|\b(?:in (?:response|retaliation|reprisal|revenge) (?:to|for)|in the wake of|retaliat\w+ for|"
    r"(?:just |only )?(?:a|one|two|three|four|five|six|seven|\d+|hours?|days?|weeks?|months?|years?|several) ?(?:hours?|days?|weeks?|months?|years?)? (?:after|since)\b|"
    r"(?:for )?the first (?:time|such attack|attack)\b[^.;]{0,60}?\bsince|since (?:the|an?)\b|(?:who|which) (?:was|were|had been|is) (?:responsible|captured|killed|abducted|behind)|avenge|follow(?:s|ed|ing) (?:a|an|the|condemnation|another|last|recent)\b|"
    r"\bafter (?=(?:a|an|the|its|two|several|last|\w+ (?:rebels|forces|militants|fighters))\b[^,]{0,60}\b(?:killed|attack|captured|launched|invaded|bombing))))",
)
_REACTION = AnyCase(
    r"\b(?:condemn\w*|mourn\w*|trial|sentenced?|convicted|verdict|funeral|buried|anniversary|commemorat\w*|sanction\w*|ceasefire|truce|peace (?:talks|deal|agreement)|"
    r"state of emergency|investigat\w+|fact-finding|report(?:s)? that|resign|extradit\w*|charged with|appeals? to|urges?|calls? (?:for|on)|withdraw\w*|evacuat\w*|returned? the bod(?:y|ies)|recovered the body|reopened)\b",
)
_STATUS: tuple[tuple[Status, AnyCase], ...] = (
    ("threatened", AnyCase(r"\b(?:threaten(?:s|ed|ing)?|vow(?:s|ed)?|warn(?:s|ed|ing)? (?:that|of)[^.]{0,60}\bwill\b|ultimatum|pledg\w+ to (?:attack|strike|retaliate))\b")),
    ("planned", AnyCase(r"\b(?:plan(?:s|ned|ning)? (?:to|on|an?|by)|plot(?:s|ted|ting)? to|going to (?:be used|attack|carry)|prepar\w+ (?:to|for) (?:an? )?attack|planned (?:an )?attack|intend\w* to (?:attack|carry))\b")),
    ("hypothetical", AnyCase(r"\b(?:would be|could (?:attack|strike|launch)|potential (?:\w+ )?attacks?|possible attacks?|risk of (?:an )?attack|fear(?:s|ed)? (?:of )?(?:an )?attack|chatter)\b")),
    ("attempted", AnyCase(r"\b(?:attempt(?:s|ed|ing)? (?:to|a|stabbing|\w+ attack)|tried (?:and failed )?to|failed (?:attack|attempt)|missed (?:its|their) target|fell short|survived an assassination attempt)\b")),
    ("denied", AnyCase(r"\b(?:no (?:such )?attack (?:took place|happened|occurred)|denied that (?:an|any) attack)\b")),
)  # fmt: skip


@dataclass(slots=True)
class Episode:
    """One attack under construction: where its trigger stands, its regions of the text, and its role.

    ``asides`` are sentences about attacks in the plural: only what they say of responsibility is kept, with its scope.
    ``listed`` marks one line of a list of strikes, whose heading names the actor for all.
    """

    role: Role
    status: Status
    trigger: Trigger
    start: int
    end: int
    sentence: Sentence
    regions: list[tuple[int, int]] = field(default_factory=list)
    asides: list[tuple[int, int]] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    listed: bool = False

    def owns(self, offset: int) -> bool:
        """Tell whether a code-point offset lies in one of the regions."""
        return any(a <= offset < b for a, b in self.regions)


_COMPARES = AnyCase(r"\b(?:since|than|until|following the|anniversary of)\b[\w ,'’-]{0,30}$")
_RANKS_THIS = AnyCase(
    r"\W*(?:it|this|that|(?:the|this) (?:\w+[’'\w]* ){0,2}(?:attack|assault|raid|ambush|bombing|blast|explosion|shooting|strike|incident|massacre))"
    r" (?:\w+ )?(?:was|is|were|marked|appeared to be|has been|would be) (?:\w+ ){0,4}?(?:deadliest|worst|bloodiest|largest|biggest|heaviest|gravest|most \w+)\b",
)
_BESIDE = re.compile(
    r",? (?:while|whereas) (?:also )?|; |, including (?=(?:at least |more than |about )?(?:\d+|\w+) (?:\w+ )?(?:people |persons )?(?:killed|dead)\b)"
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with its offsets in the report and its value."""

    expression: TimeExpression
    start: int
    end: int
    when: When


def find_episodes(document: Document, dates: tuple[Dated, ...]) -> list[Episode]:
    """Find the episodes of a report, the main one first; an empty list where nothing tells of an attack."""
    read = [s for s in document.sentences if s.part in _READ]
    marked = [(piece, find_triggers(piece.text)) for s in read for piece in split_dated(s, dates)]
    main_at = _choose_main(marked)
    if main_at is None:
        return []
    sentence, trigger = main_at
    main = _open(sentence, trigger, "main")
    if _tells_only_of_the_past(sentence, trigger, dates, document):
        main.role = "background"
    placer = _Placer(document, dates, main, _main_day(document, dates, sentence))
    previous: list[Trigger] = []
    for piece, triggers in marked:
        own = triggers or _borrow(piece, previous)
        placer.place(piece, own)
        previous = own
    if main.role == "background" and _is_news(document, main, dates, len(placer.episodes)):
        main.role = "main"
    return placer.episodes


def _is_news(document: Document, main: Episode, dates: tuple[Dated, ...], n_episodes: int) -> bool:
    """Tell whether the only attack a text looks back on is of the days before publication: then it is the news."""
    published = document.report.published_day
    if published is None or n_episodes > 1:
        return False
    return any(
        main.owns(d.start)
        and d.when.end is not None
        and d.when.start is not None
        and d.when.precision in {"day", "minute", "part-of-day"}
        and timedelta(0) <= published - d.when.end <= timedelta(days=7)
        for d in dates
    )


def split_dated(sentence: Sentence, dates: tuple[Dated, ...]) -> list[Sentence]:
    """Split a sentence that dates several attacks apart: "On 8 November …; on 3 December five more hit …"."""
    own = [d for d in _dates_in(sentence, dates) if d.when.start and d.expression.dates_event]
    cuts: list[int] = []
    for before, after in pairwise(own):
        if before.when.end is None or after.when.start is None or abs((after.when.start - before.when.end).days) <= 1:
            continue
        gap = sentence.span.text[before.end - sentence.span.start : after.start - sentence.span.start]
        mark = max((gap.rfind(m) for m in ("; ", ", and ", ", but ", ", while ")), default=-1)
        if mark >= 0:
            cuts.append(before.end + mark + 1)
    edges = [sentence.span.start, *cuts, sentence.span.end]
    text = sentence.span.text
    return [
        Sentence(sentence.index, Span(a, b, text[a - edges[0] : b - edges[0]]), sentence.part, sentence.paragraph)
        for a, b in pairwise(edges)
    ]


def _borrow(piece: Sentence, previous: list[Trigger]) -> list[Trigger]:
    """Lend a clause with no trigger of its own the one before it: "; on 3 December five more hit the base"."""
    match = _MORE.search(piece.text)
    if match is None or not previous or not re.match(r"\W*(?:and |but |while )?on\b", piece.text, re.IGNORECASE):
        return []
    return [Trigger(match.start(), match.end(), match[0], previous[0].acled, 0.7)]


_HARM_FIGURE = AnyCase(
    r"\b(?:killed|killing) (?:at least |more than |about |around |some )?(?:\d|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds)|"
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds)\b[\w ,-]{0,40}\b(?:was|were|are|have been|had been) killed",
)
_LISTED = re.compile(
    r"\W*(?:In [A-Z]\w+, )?(?:[Nn]ear|[Aa]round|[Ii]n|[Oo]utside|[Aa]t) (?:the )?[A-Z][^,.;]{1,50}, (?:\w+|\d+)(?: more)? (?:air\s?)?(?:strikes?|raids?|attacks?|explosions?|blasts?|bombings?)\b"
)
_MORE = re.compile(r"\b(?:hit|fell|struck|landed|killed|came down|were fired|attacked|exploded)\b")


def read_dates(document: Document) -> tuple[Dated, ...]:
    """Find every date in a report and tie it to the calendar, each one leaning on the last day spoken of."""
    from tocsin.model.report import parse_published  # noqa: PLC0415 - a leaf helper

    report = document.report
    day, clock, zone = parse_published(report.published) if report.published else (None, None, None)
    found: list[Dated] = []
    last: date | None = None
    for s in document.sentences:
        if s.part in {"credit", "noise", "caption"}:
            continue
        for expression in find_times(s.text):
            anchor = Anchor(published=day, published_time=clock, tz=str(zone) if zone else None, last=last or day)
            when = resolve_time(expression, anchor)
            found.append(Dated(expression, s.span.start + expression.start, s.span.start + expression.end, when))
            if when.start and when.start == when.end:
                last = when.start
    return tuple(found)


def _choose_main(marked: list[tuple[Sentence, list[Trigger]]]) -> tuple[Sentence, Trigger] | None:
    """Choose the trigger that the report is about: the strongest of the title and the first sentences."""
    best: tuple[float, Sentence, Trigger] | None = None
    seen = 0
    for s, triggers in marked:
        if s.part == "head" and seen:
            continue
        if seen > 12:
            break
        seen += 1
        for trigger in triggers:
            score = min(trigger.weight, 0.9) - 0.07 * seen - 0.001 * min(trigger.start, 200)
            if _PAST_CUE.search(s.text):
                score -= 0.35
            back = find_back_clause(s.text, triggers)
            if back and back[0] <= trigger.start < back[1]:
                score -= 0.5
            if best is None or score > best[0] + 1e-9:
                best = (score, s, trigger)
    return (best[1], best[2]) if best else None


def find_back_clause(text: str, triggers: list[Trigger]) -> tuple[int, int] | None:
    """Find the stretch of a sentence about an earlier attack: ``(start, end)``.

    One that opens the sentence ends at its comma ("In response to a drone attack, jets bombed …"); one that follows
    runs to the end. None where all that stands before it is the harm that the attack did.
    """
    cut = _BACK_CLAUSE.search(text)
    if cut is None:
        return None
    if cut.start() <= 4:
        comma = text.find(", ", cut.end())
        later = [t for t in triggers if comma > 0 and t.start > comma and t.weight >= 0.4]
        return (cut.start(), comma) if later else (cut.start(), len(text))
    if any(t.end <= cut.start() + 2 and t.weight >= 0.6 for t in triggers):
        return cut.start(), len(text)
    cause = re.match(r"\W*(?:after|follow)", cut[0], re.IGNORECASE)
    if cause and re.search(r"\b(?:kill|wound|injur|dead|die|hurt)", text[: cut.start()]):
        return None
    return cut.start(), len(text)


def _open(sentence: Sentence, trigger: Trigger, role: Role) -> Episode:
    start = sentence.span.start + trigger.start
    status = find_status(sentence.text, trigger)
    return Episode(role, status, trigger, start, start + len(trigger.text), sentence, triggers=[trigger])


def find_status(text: str, trigger: Trigger) -> Status:
    """Say whether the attack happened, or was attempted, foiled, threatened, planned, only possible, or denied."""
    if trigger.acled == "Disrupted weapons use":
        return "foiled"
    near = text[max(0, trigger.start - 70) : trigger.end + 25]
    for status, pattern in _STATUS:
        if pattern.search(near):
            return status
    return "happened"


def _main_day(document: Document, dates: tuple[Dated, ...], sentence: Sentence) -> date | None:
    for s in (sentence, *document.sentences[:6]):
        for d in dates:
            if (
                s.span.start <= d.start < s.span.end
                and d.when.start
                and d.when.precision in {"day", "minute", "part-of-day"}
            ):
                return d.when.start
    return document.report.published_day


def _tells_only_of_the_past(sentence: Sentence, trigger: Trigger, dates: tuple[Dated, ...], document: Document) -> bool:
    """Tell whether even the strongest trigger is only referred to: reactions, trials, anniversaries, old dates."""
    published = document.report.published_day
    at = sentence.span.start + trigger.start
    own = [
        d for d in dates if sentence.span.start <= d.start < sentence.span.end and d.when.end and abs(d.start - at) < 90
    ]
    own = [d for d in own if not _COMPARES.search(document.text[max(0, d.start - 30) : d.start])]
    if published and own and all(d.when.end and d.when.end < published - timedelta(days=40) for d in own):
        return True
    back = find_back_clause(sentence.text, find_triggers(sentence.text))
    if back and back[0] + 4 < trigger.start < back[1]:
        return True
    reaction = _REACTION.search(sentence.text)
    return reaction is not None and reaction.start() < trigger.start and len(document.text) < 700


@dataclass(slots=True)
class _Placer:
    """Hand out the sentences of a report to its episodes, in text order."""

    document: Document
    dates: tuple[Dated, ...]
    main: Episode
    main_day: date | None
    episodes: list[Episode] = field(default_factory=list)
    current: Episode | None = None

    def place(self, s: Sentence, triggers: list[Trigger]) -> None:
        """Give a sentence's stretch to an episode, opening one where it tells of another attack."""
        if not self.episodes:
            self.episodes.append(self.main)
        here = (s.span.start, s.span.end)
        strong = [t for t in triggers if t.weight >= 0.6] or self._dated_killing(s, triggers)
        if s is self.main.sentence:
            self.main.regions.append(here)
            self.main.triggers = [self.main.trigger] + [t for t in triggers if t is not self.main.trigger]
            if self.main.role == "main":
                self._split_clause(s, triggers, here)
            self.current = self.main
        elif s.part == "head":
            self.current = self.main
        elif not strong:
            self._continue(s, here)
        elif is_vague_series(s) and self._is_background(s, strong):
            self.main.asides.append(here)
            self.current = self.main
        else:
            self._place_triggered(s, strong, here)

    def _dated_killing(self, s: Sentence, triggers: list[Trigger]) -> list[Trigger]:
        """Find a plain killing with its own harm and a day well before the main one: "In May the group killed 23"."""
        weak = [t for t in triggers if t.weight >= 0.35 and t.text.lower().startswith("kill")]  # "killed", "killing"
        weak = weak or [t for t in triggers if t.weight >= 0.5 and "killed" in t.text]
        dated = weak and _HARM_FIGURE.search(s.text) and self._is_dated_before(s, weak[0])
        return weak if dated else []

    def _continue(self, s: Sentence, here: tuple[int, int]) -> None:
        """Let a sentence without a trigger go on with the episode of its paragraph, else with the main one."""
        current = self.current or self.main
        same = s.paragraph == current.sentence.paragraph and not _names_main_day(s, self.dates, self.main_day)
        (current if same else self.main).regions.append(here)

    def _place_triggered(self, s: Sentence, strong: list[Trigger], here: tuple[int, int]) -> None:
        if self._is_background(s, strong) or self._goes_on_before(s, strong):
            self.current = self._add(s, strong, "background", here)
        elif self._is_listed(s):
            self._add(s, strong, "other", here).listed = True
            self.current = self.main
        elif _OTHER_CUE.search(s.text) or s.part == "list" or self._is_later(s):
            self.current = self._add(s, strong, "other", here)
        elif self._is_announced(s, strong):
            self._add(s, strong[:1], "other", here)
            self.current = self.main
        else:
            self.main.regions.append(here)
            self.main.triggers.extend(strong)
            self._split_clause(s, strong, here)
            self.current = self.main

    def _goes_on_before(self, s: Sentence, strong: list[Trigger]) -> bool:
        """Tell whether a sentence goes on with earlier events: right behind one, in its paragraph, by another means."""
        current = self.current
        return (
            current is not None
            and current.role == "background"
            and current is not self.main
            and current.sentence.paragraph == s.paragraph
            and not _names_main_day(s, self.dates, self.main_day)
            and strong[0].acled != self.main.trigger.acled
            and len(self.document.text) > 900
        )

    def _is_listed(self, s: Sentence) -> bool:
        """Tell whether a sentence is one line of a list of strikes by place: "Near X, two strikes destroyed …"."""
        if not _LISTED.match(s.text):
            return False
        return sum(_LISTED.match(other.text) is not None for other in self.document.sentences) > 1

    def _add(self, s: Sentence, triggers: list[Trigger], role: Role, here: tuple[int, int]) -> Episode:
        episode = _open(s, triggers[0], role)
        episode.regions.append(here)
        episode.triggers = triggers
        self.episodes.append(episode)
        return episode

    def _is_announced(self, s: Sentence, strong: list[Trigger]) -> bool:
        """Tell whether a short text's sentence threatens or plans another attack."""
        status = find_status(s.text, strong[0])
        return status in {"threatened", "planned"} and self.main.status != status and len(self.document.text) < 700

    def _own_dates(self, s: Sentence) -> list[Dated]:
        return [d for d in _dates_in(s, self.dates) if d.when.end and d.expression.dates_event]

    def _is_later(self, s: Sentence) -> bool:
        """Tell whether a sentence dates an attack well after the main one, but not after publication."""
        published = self.document.report.published_day
        for d in self._own_dates(s):
            after = self.main_day and d.when.start and d.when.start > self.main_day + timedelta(days=1)
            if after and published and d.when.end and d.when.end <= published and d.when.precision != "range":
                return _SAID_ON.search(self.document.text[max(0, d.start - 40) : d.start]) is None
        return False

    def _is_background(self, s: Sentence, triggers: list[Trigger]) -> bool:
        """Tell whether a sentence speaks of an attack before the main one."""
        ranks = _RANKS_THIS.match(s.text)
        if ranks and self.current in (None, self.main) and all(t.end <= ranks.end() + 20 for t in triggers):
            return False  # "the attack was the deadliest since …" speaks of the attack just told
        if self._is_dated_before(s, triggers[0]):
            return True
        if _names_main_day(s, self.dates, self.main_day):
            return False
        return _PAST_CUE.search(s.text) is not None

    def _is_dated_before(self, s: Sentence, trigger: Trigger) -> bool:
        """Tell whether a trigger stands beside a date well before the main attack."""
        first = trigger.start + s.span.start
        for d in self._own_dates(s):
            earlier = self.main_day and d.when.end and d.when.end < self.main_day - timedelta(days=1)
            if earlier and abs(d.start - first) < 160:
                return True
        return False

    def _split_clause(self, s: Sentence, triggers: list[Trigger], here: tuple[int, int]) -> None:
        """Cut off what a sentence says of another attack: of an earlier one, or of one beside it."""
        back = find_back_clause(s.text, triggers)
        mine = self.main.trigger.start if self.main.sentence is s else None
        if back is not None and not (mine is not None and back[0] <= mine < back[1]):
            since = "since" in s.text[back[0] : back[0] + 60].lower()
            behind = [
                t
                for t in triggers
                if back[0] <= t.start < back[1] and t is not self.main.trigger and (t.weight >= 0.6 or since)
            ]
            if behind:
                self._cut(s, behind, here, (here[0] + back[0], here[0] + back[1]), "background")
                return
        beside = _BESIDE.search(s.text, (mine or 0) + 1)
        if beside is None:
            return
        there = [t for t in triggers if t.start >= beside.end() and t is not self.main.trigger and t.weight >= 0.7]
        here_too = [t for t in triggers if t.end <= beside.start() and t.weight >= 0.6]
        if there and here_too and (beside[0].startswith(", including") or _own_harm(s.text[beside.end() :])):
            self._cut(s, there, here, (here[0] + beside.start(), here[1]), "other")

    def _cut(
        self, s: Sentence, triggers: list[Trigger], here: tuple[int, int], part: tuple[int, int], role: Role
    ) -> None:
        """Take a part of a sentence from the episode that has it and give it to a new one."""
        owner = next((e for e in reversed(self.episodes) if here in e.regions), self.main)
        owner.regions.remove(here)
        owner.regions.extend((a, b) for a, b in ((here[0], part[0]), (part[1], here[1])) if b - a > 3)
        owner.triggers = [t for t in owner.triggers if t not in triggers] or [owner.trigger]
        self._add(s, triggers, role, part)


def _own_harm(text: str) -> bool:
    """Tell whether a clause has an actor or harm of its own, so that it tells of another attack."""
    return (
        re.search(
            r"\b(?:kill|wound|injur|launch|fir(?:e|es|ed|ing)\b|troops|forces|militants|repel|strikes?\b|attack)", text
        )
        is not None
    )


_SAID_ON = AnyCase(
    r"\b(?:said|says|told|announced|confirmed|reported|added|stated|arrested|charged|court|buried|died)\b[\w ,]{0,20}$",
)


def _names_main_day(s: Sentence, dates: tuple[Dated, ...], main_day: date | None) -> bool:
    """Tell whether a sentence names the day of the main attack, or the day next to it."""
    return any(
        d.when.start is not None
        and main_day is not None
        and abs((d.when.start - main_day).days) <= 1
        and d.when.precision != "month"
        and d.expression.dates_event
        for d in _dates_in(s, dates)
    )


def _dates_in(s: Sentence, dates: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Give the dates of a sentence; ``dates`` are in text order."""
    first = bisect_left(dates, s.span.start, key=lambda d: d.start)
    return dates[first : bisect_left(dates, s.span.end, lo=first, key=lambda d: d.start)]


def is_vague_series(s: Sentence) -> bool:
    """Tell whether a sentence only speaks of attacks in the plural, without a place, date or figure of one of them."""
    return (
        re.search(
            r"\b(?:various|numerous|a series of|a string of|a spate of|frequent|repeated|such|similar|previous|past|recent|other) (?:\w+ ){0,2}(?:attacks|incidents|strikes|bombings)\b",
            s.text,
            re.IGNORECASE,
        )
        is not None
        and re.search(
            r"\d|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b", s.text
        )
        is None
    )
