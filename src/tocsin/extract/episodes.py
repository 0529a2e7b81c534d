"""Tell apart the attacks that one report speaks of: the main one, others, and earlier ones it refers to.

An episode owns regions of the text; whatever particulars stand in a region belong to its attack. Method: sentences
whose trigger carries a date well before the main date, or a cue of earlier times, open a background episode; cues
such as "in a separate attack" open another; clauses ("days after rebels shelled …") can be split off a sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from tocsin.extract.triggers import Trigger, find_triggers
from tocsin.model.document import Document, Sentence
from tocsin.model.kinds.when import Anchor, TimeExpression, When, find_times, resolve_time
from tocsin.model.statement import Role, Status

_READ = frozenset({"title", "lead", "body", "list", "head"})
_PAST_CUE = re.compile(
    r"\b(?:(?:previous|earlier|similar|past|prior|other recent|various|a series of|a string of|a spate of|numerous|several other) (?:\w+ ){0,3}(?:attacks?|strikes?|incidents?|bombings?|raids?|"
    r"assaults?|massacres?|shootings?|explosions?|blasts?)|in recent (?:months|weeks|years|days)|since (?:the (?:start|beginning|outbreak)|(?:19|20)\d\d|"
    r"january|february|march|april|may|june|july|august|september|october|november|december)|years ago|months ago|weeks ago|last (?:month|year|week)|"
    r"(?:has|have|had) (?:repeatedly|previously|long|frequently|often|regularly)|had (?:been )?(?:previously|earlier)|in the past|history of|anniversary|"
    r"earlier this (?:month|year|week)|(?:the )?(?:deadliest|worst|largest|biggest) (?:such )?(?:\w+ )?(?:attack|incident|massacre)? ?since|previously|over the (?:past|last)|"
    r"war (?:began|broke out|has killed)|in (?:19|20)\d\d\b|before(?=[.,;]|$)|a (?:day|week|month|year) (?:ago|earlier))",
    re.IGNORECASE,
)
_OTHER_CUE = re.compile(
    r"^(?:meanwhile|separately|elsewhere|in a separate|in another|another|a separate|a second|in a second|additionally|further (?:strikes|attacks)|also on|"
    r"on the same day|hours later|shortly (?:after|before)|the same (?:day|evening|night)|later (?:that|on)|in the (?:russian|israeli|government|rebel)[\s-]\w+)\b|"
    r"\b(?:in a separate|a separate|separate attacks?|in another|another (?:attack|strike|bombing|explosion|blast|drone|air\s?strike|rocket|missile|shooting|raid)|one of the strikes)\b",
    re.IGNORECASE,
)
_BACK_CLAUSE = re.compile(
    r"(?:,?\s*(?:which|this)?\s*(?:comes?|came|coming)\s+(?:\w+\s+){0,3}(?:after|amid)\b|\b(?:in (?:response|retaliation|reprisal|revenge) (?:to|for)|in the wake of|retaliat\w+ for|"
    r"(?:just |only )?(?:a|one|two|three|four|five|six|seven|\d+|hours?|days?|weeks?|months?|years?|several) ?(?:hours?|days?|weeks?|months?|years?)? (?:after|since)\b|"
    r"for the first time since|since the|(?:who|which) (?:was|were|had been|is) (?:responsible|captured|killed|abducted|behind)|avenge|follow(?:s|ed|ing) (?:a|an|the|condemnation|another|last|recent)\b|"
    r"\bafter (?=(?:a|an|the|its|two|several|last|\w+ (?:rebels|forces|militants|fighters))\b[^,]{0,60}\b(?:killed|attack|captured|launched|invaded|bombing))))",
    re.IGNORECASE,
)
_REACTION = re.compile(
    r"\b(?:condemn\w*|mourn\w*|trial|sentenced?|convicted|verdict|funeral|buried|anniversary|commemorat\w*|sanction\w*|ceasefire|truce|peace (?:talks|deal|agreement)|"
    r"state of emergency|investigat\w+|fact-finding|report(?:s)? that|resign|extradit\w*|charged with|appeals? to|urges?|calls? (?:for|on)|withdraw\w*|evacuat\w*|returned? the bod(?:y|ies)|recovered the body|reopened)\b",
    re.IGNORECASE,
)
_STATUS: tuple[tuple[Status, re.Pattern[str]], ...] = (
    ("threatened", re.compile(r"\b(?:threaten(?:s|ed|ing)?|vow(?:s|ed)?|warn(?:s|ed|ing)? (?:that|of)[^.]{0,60}\bwill\b|ultimatum|pledg\w+ to (?:attack|strike|retaliate))\b", re.IGNORECASE)),
    ("planned", re.compile(r"\b(?:plan(?:s|ned|ning)? (?:to|on|an?|by)|plot(?:s|ted|ting)? to|going to (?:be used|attack|carry)|prepar\w+ (?:to|for) (?:an? )?attack|planned (?:an )?attack|intend\w* to (?:attack|carry))\b", re.IGNORECASE)),
    ("hypothetical", re.compile(r"\b(?:would be|could (?:attack|strike|launch)|potential (?:\w+ )?attacks?|possible attacks?|risk of (?:an )?attack|fear(?:s|ed)? (?:of )?(?:an )?attack|chatter)\b", re.IGNORECASE)),
    ("attempted", re.compile(r"\b(?:attempt(?:s|ed|ing)? (?:to|a|stabbing|\w+ attack)|tried (?:and failed )?to|failed (?:attack|attempt)|missed (?:its|their) target|fell short|survived an assassination attempt)\b", re.IGNORECASE)),
    ("denied", re.compile(r"\b(?:no (?:such )?attack (?:took place|happened|occurred)|denied that (?:an|any) attack)\b", re.IGNORECASE)),
)  # fmt: skip


@dataclass(slots=True)
class Episode:
    """One attack under construction: where its trigger stands, its regions of the text, and its role.

    ``asides`` are sentences about attacks in the plural: only what they say of responsibility is kept, with its scope.
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

    def owns(self, offset: int) -> bool:
        """Tell whether a code-point offset lies in one of the regions."""
        return any(a <= offset < b for a, b in self.regions)


@dataclass(frozen=True, slots=True)
class Dated:
    """A time expression with its offsets in the report and its value."""

    expression: TimeExpression
    start: int
    end: int
    when: When


def find_episodes(document: Document, dates: tuple[Dated, ...]) -> list[Episode]:
    """Find the episodes of a report, the main one first; an empty list where nothing tells of an attack."""
    marked = [(s, find_triggers(s.text)) for s in document.sentences if s.part in _READ]
    main_at = _choose_main(document, marked)
    if main_at is None:
        return []
    sentence, trigger = main_at
    main = _open(sentence, trigger, "main", document)
    main_day = _main_day(document, dates, sentence)
    if main.role == "main" and _tells_only_of_the_past(sentence, trigger, dates, document):
        main.role = "background"
    episodes = [main]
    current = main
    for s, triggers in marked:
        current = _place_sentence(document, s, triggers, dates, main, main_day, episodes, current)
    return episodes


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


def _choose_main(document: Document, marked: list[tuple[Sentence, list[Trigger]]]) -> tuple[Sentence, Trigger] | None:
    """Choose the trigger that the report is about: the strongest of the title and the first sentences."""
    del document
    best: tuple[float, Sentence, Trigger] | None = None
    seen = 0
    for s, triggers in marked:
        if s.part == "head" and seen:
            continue
        if seen > 12:
            break
        seen += 1
        for trigger in triggers:
            score = trigger.weight - 0.06 * seen
            if _PAST_CUE.search(s.text):
                score -= 0.35
            cut = _back_clause(s.text, triggers)
            if cut and trigger.start >= cut.start():
                score -= 0.5
            if best is None or score > best[0] + 1e-9:
                best = (score, s, trigger)
    return (best[1], best[2]) if best else None


def _back_clause(text: str, triggers: list[Trigger]) -> re.Match[str] | None:
    """Find a clause about an earlier attack; none where all that stands before it is the harm the attack did."""
    cut = _BACK_CLAUSE.search(text)
    if cut is None or any(t.end <= cut.start() + 2 and t.weight >= 0.6 for t in triggers):
        return cut
    cause = re.match(r"\W*(?:after|follow)", cut[0], re.IGNORECASE)
    if cause and re.search(r"\b(?:kill|wound|injur|dead|die|hurt)", text[: cut.start()]):
        return None
    return cut


def _open(sentence: Sentence, trigger: Trigger, role: Role, document: Document) -> Episode:
    del document
    start = sentence.span.start + trigger.start
    return Episode(
        role,
        find_status(sentence.text, trigger),
        trigger,
        start,
        start + len(trigger.text),
        sentence,
        triggers=[trigger],
    )


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
    own = [d for d in dates if sentence.span.start <= d.start < sentence.span.end and d.when.end]
    if published and own and all(d.when.end and d.when.end < published - timedelta(days=40) for d in own):
        return True
    cut = _back_clause(sentence.text, find_triggers(sentence.text))
    if cut and trigger.start >= cut.end():
        return True
    reaction = _REACTION.search(sentence.text)
    return reaction is not None and reaction.start() < trigger.start and len(document.text) < 700


def _place_sentence(
    document: Document,
    s: Sentence,
    triggers: list[Trigger],
    dates: tuple[Dated, ...],
    main: Episode,
    main_day: date | None,
    episodes: list[Episode],
    current: Episode,
) -> Episode:
    """Give a sentence's regions to episodes; return the episode that a following sentence continues."""
    here = (s.span.start, s.span.end)
    if s is main.sentence:
        return _place_main_sentence(document, s, triggers, here, main, episodes)
    strong = [t for t in triggers if t.weight >= 0.6]
    if s.part == "head":
        return main
    if not strong:
        episode = current if s.paragraph == current.sentence.paragraph or current is main else main
        episode.regions.append(here)
        return episode
    if _is_background(s, strong, dates, main_day):
        if _is_vague_series(s):
            main.asides.append(here)
            return main  # "various attacks in the region": no attack of its own
        episode = _open(s, strong[0], "background", document)
        episode.regions.append(here)
        episode.triggers = strong
        episodes.append(episode)
        return episode
    if _OTHER_CUE.search(s.text) or s.part == "list":
        episode = _open(s, strong[0], "other", document)
        episode.regions.append(here)
        episode.triggers = strong
        episodes.append(episode)
        return episode
    status = find_status(s.text, strong[0])
    if status in {"threatened", "planned"} and main.status != status and len(document.text) < 700:
        episode = _open(s, strong[0], "other", document)
        episode.regions.append(here)
        episodes.append(episode)
        return main
    main.regions.append(here)
    main.triggers.extend(strong)
    _split_clause(document, s, strong, here, main, episodes)
    return main


def _place_main_sentence(
    document: Document,
    s: Sentence,
    triggers: list[Trigger],
    here: tuple[int, int],
    main: Episode,
    episodes: list[Episode],
) -> Episode:
    main.regions.append(here)
    main.triggers = [main.trigger] + [t for t in triggers if t is not main.trigger]
    if main.role == "main":
        _split_clause(document, s, triggers, here, main, episodes)
    return main


def _split_clause(
    document: Document,
    s: Sentence,
    triggers: list[Trigger],
    here: tuple[int, int],
    main: Episode,
    episodes: list[Episode],
) -> None:
    """Cut a clause about an earlier attack off a sentence: "…, in retaliation for rocket attacks on …"."""
    cut = _back_clause(s.text, triggers)
    if cut is None:
        return
    behind = [t for t in triggers if t.start >= cut.end() - 25 and t is not main.trigger and t.weight >= 0.6]
    if not behind or (main.sentence is s and main.trigger.start >= cut.start()):
        return
    edge = here[0] + cut.start()
    owner = next((e for e in reversed(episodes) if here in e.regions), main)
    owner.regions.remove(here)
    if edge > here[0]:
        owner.regions.append((here[0], edge))
    owner.triggers = [t for t in owner.triggers if t not in behind]
    episode = _open(s, behind[0], "background", document)
    episode.regions.append((edge, here[1]))
    episodes.append(episode)


def _is_background(s: Sentence, triggers: list[Trigger], dates: tuple[Dated, ...], main_day: date | None) -> bool:
    """Tell whether a sentence speaks of an attack before the main one."""
    own = [d for d in dates if s.span.start <= d.start < s.span.end and d.when.end and d.expression.dates_event]
    first = triggers[0].start + s.span.start
    for d in own:
        if main_day and d.when.end and d.when.end < main_day - timedelta(days=1) and abs(d.start - first) < 160:
            return True
    if any(
        d.when.start and main_day and abs((d.when.start - main_day).days) <= 1 and d.when.precision != "month"
        for d in own
    ):
        return False
    return _PAST_CUE.search(s.text) is not None


def _is_vague_series(s: Sentence) -> bool:
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
