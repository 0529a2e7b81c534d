"""Find who is quoted: quotations, and the clauses that credit words to a speaker.

Method: a table of cues of saying, each with the side its speaker stands on; the speaker is the noun phrase next to
the cue, its content the clause on the other side, or the quotation. Pronouns ("he added") take the last speaker.
"""

from __future__ import annotations

import re

from tocsin.model.anycase import AnyCase
from tocsin.model.document import Attribution, Sentence, Speaker
from tocsin.model.span import Span, cut
from tocsin.read.voices import find_titled_person, make_speaker, speaker_before

_SAY = (
    "said|says|saying|told|tells|stated|states|announced|announces|announcing|added|adds|reported|reports|confirmed|confirms|"
    "wrote|writes|tweeted|posted|warned|warns|noted|notes|described|describes|alleged|alleges|estimated|estimates|"
    "claimed|claims|insisted|insists|explained|explains|revealed|reveals|declared|declares|recalled|remarked|"
    "acknowledged|acknowledges|admitted|admits|denied|denies|disclosed|maintained|maintains|argued|"
    "counted|put|puts|blamed|blames|accused|accuses|suspects|suspected|believes|believe|say|report|confirm|claim|allege|"
    "estimate|blame|accuse|deny|suspect|believed|rejected|rejects|identified|specified|quoted|stressed|asserted|asserts|concluded|concludes|maintain|recalls|recall|"
    "gave|gives|spoke|speaks|spoken|talked|talks|mentioned|mentions|listed|lists|informed|informs|counts|indicated|indicates|suggested|suggests"
)
_CUE = AnyCase(rf"\b(?:{_SAY})\b")
_ACCORDING = AnyCase(r"\b(?:according to|citing|quoting|as reported by|reported by|confirmed by|as per)\s+")
_PER_SPEAKER_END = re.compile(
    r"[,;.:()\"“”]| that | which | who | said | says |\s[–—-]\s| on (?:mon|tues|wednes|thurs|fri|satur|sun)day| have | has | had "
)
_QUOTE = re.compile(r"[\"“][^\"“”]{2,}[\"”]|(?<!\w)[‘'][^‘’'\n]{12,}[’'](?!\w)")
_SAID_BY_AFTER = re.compile(
    r"^[,\"”’'\s]*(?:said|says|announced|added|wrote|tweeted|reported|confirmed|stated|told\s+\w+)\s+(?!that\b|on\b|in\b|it\b|the attack\b)"
    r"(?P<who>[A-Zth][^,.;\"“”]{2,90})"
)
_TOLD = re.compile(
    r"^\s+(?:the\s+)?(?P<via>[A-Z][\w.’'&-]*(?:\s+(?:[A-Z][\w.’'&-]*|news agency|television|TV|news)){0,4})"
)
_ADJECTIVES = frozenset("alleged reported suspected claimed believed estimated confirmed identified quoted".split())
_DETERMINER = re.compile(r"\b(?:an?|the|of|in|by|for|with|its|their|his|her|any|other)\s+$", re.IGNORECASE)
_WHOLE_SENTENCE = frozenset(
    "blamed blames blame accused accuses accuse denied denies deny claimed claims claim".split()
)
_SUBORDINATE = re.compile(r"\b(?:after|when|since|before|because)\s+(?:the\s+)?$", re.IGNORECASE)


def find_quotes(text: str, sentences: tuple[Sentence, ...]) -> tuple[Span, ...]:
    """Find quotations inside each paragraph, marks included."""
    found: list[Span] = []
    bounds: dict[int, list[int]] = {}
    for s in sentences:
        if s.part in {"lead", "body", "list"}:
            low, high = bounds.get(s.paragraph, [s.span.start, s.span.end])
            bounds[s.paragraph] = [min(low, s.span.start), max(high, s.span.end)]
    for low, high in bounds.values():
        found.extend(Span(m.start(), m.end(), m[0]) for m in _QUOTE.finditer(text, low, high))
    return tuple(found)


def find_attributions(sentences: tuple[Sentence, ...], quotes: tuple[Span, ...]) -> tuple[Attribution, ...]:
    """Find every credited clause, sentence by sentence, in text order."""
    found: list[Attribution] = []
    last: Speaker | None = None
    statement: Attribution | None = None
    for sentence in sentences:
        if sentence.part in {"caption", "credit", "noise"}:
            continue
        here = _in_sentence(sentence, last)
        last = find_titled_person(sentence.text, sentence.span.start) or last
        if _ENDS_STATEMENT.match(sentence.text):
            statement = None
        opened = _opens_statement(sentence, here)
        if opened is not None:
            statement = opened
        elif not here and statement is not None and sentence.part in {"lead", "body", "list"}:
            here = [Attribution(statement.speaker, sentence.span, statement.cue, quoted=True)]
        if not here and found and _continues_quote(sentence, quotes, found[-1]):
            here = [Attribution(found[-1].speaker, sentence.span, found[-1].cue, quoted=True)]
        if here:
            last = here[-1].speaker
        found.extend(here)
    return tuple(found)


_ENDS_STATEMENT = re.compile(
    r"^(?:notes? to editors?|background|further information|contact|media enquir|ends\b|-+ ?ends)", re.IGNORECASE
)
_STATEMENT = re.compile(
    r"\b(?:said|says|stated|statement|as follows|the following)(?: today| on \w+)?\s*:\s*$|\b(?:said|says|stated)\s*:\s+(?=[A-Z\"“])",
    re.IGNORECASE,
)


def _opens_statement(sentence: Sentence, here: list[Attribution]) -> Attribution | None:
    """Find the speaker of a statement given in full: "The minister said:" and then nothing but their words."""
    match = _STATEMENT.search(sentence.text)
    if match is None:
        return None
    if here:
        return here[-1]
    speaker = speaker_before(sentence.text, match.start(), sentence.span.start, None)
    if speaker is None:
        return None
    cue = Span(
        sentence.span.start + match.start(),
        sentence.span.start + match.start() + 4,
        sentence.span.text[match.start() : match.start() + 4],
    )
    return Attribution(speaker, sentence.span, cue, quoted=True)


def _continues_quote(sentence: Sentence, quotes: tuple[Span, ...], before: Attribution) -> bool:
    """Tell whether a sentence is the rest of a quotation that the last speaker began in this paragraph."""
    inside = any(q.start <= sentence.span.start and sentence.span.end <= q.end + 1 for q in quotes)
    return inside and 0 <= sentence.span.start - before.content.end < 200


_SLUG = re.compile(
    r"(?:\s[-–—]{1,2}\s?|: )(?P<who>(?:[A-Z]?[\w.'’]+ ){0,3}?(?:police|officials?|army|military|ministry|minister|governor|mayor|president|prosecutors?|hospital|medics|monitor|agency|media|sources?|spokes(?:man|woman|person)|authorities|residents|witnesses|TV|UN|coast ?guard|air force|navy))$"
)


def _read_slug(sentence: Sentence) -> list[Attribution]:
    """Find the source at the end of a headline: "Several dead in shooting in Paris - police"."""
    match = _SLUG.search(sentence.text.rstrip(" ."))
    if match is None or sentence.part not in {"title", "head", "lead"}:
        return []
    base = sentence.span.start
    speaker = make_speaker(match["who"], base + match.start("who"))
    content = _content(sentence, 0, match.start())
    if speaker is None or content is None or len(content.text.split()) < 3:
        return []
    return [Attribution(speaker, content, Span(base + match.start(), base + match.end(), match[0]))]


def _in_sentence(sentence: Sentence, last: Speaker | None) -> list[Attribution]:
    text = sentence.text
    if re.match(r"\W*(?:I|We)\b", text) and not re.search(r"\b(?:said|told)\b", text):
        return []
    found = _read_slug(sentence)
    for match in _ACCORDING.finditer(text):
        item = _read_according(sentence, match, last)
        if item:
            found.append(item)
    for match in _CUE.finditer(text):
        item = _read_saying(sentence, match, last)
        if item and not any(item.cue == other.cue for other in found):
            found.append(item)
            last = item.speaker
    return found


def _read_according(sentence: Sentence, match: re.Match[str], last: Speaker | None) -> Attribution | None:
    text, base = sentence.text, sentence.span.start
    end = _PER_SPEAKER_END.search(text, match.end())
    stop = end.start() if end else len(text)
    phrase = text[match.end() : stop]
    speaker = (
        last if phrase.strip().lower() in {"him", "her", "them", "it"} else make_speaker(phrase, base + match.end())
    )
    if speaker is None:
        return None
    start, limit = 0, len(text)
    if match.start() > len(text) * 0.25:  # "X happened, according to Y": what stands before it
        limit = match.start()
        start = _clause_start(text, match.start())
    else:
        start = min(stop + 1, len(text) - 1)
    content = _content(sentence, start, limit) or sentence.span
    return Attribution(speaker, content, _cue(sentence, match))


def _cue(sentence: Sentence, match: re.Match[str]) -> Span:
    start, end = match.span()
    return Span(sentence.span.start + start, sentence.span.start + end, sentence.text[start:end])


def _clause_start(text: str, end: int) -> int:
    """Find where the clause that ends at ``end`` began: after a semicolon or a contrast, else at the start."""
    best = 0
    for mark in ("; ", " while ", " whereas ", ", but "):
        place = text.rfind(mark, 0, end)
        if place > 0:
            best = max(best, place + len(mark))
    return best


def _read_saying(sentence: Sentence, match: re.Match[str], last: Speaker | None) -> Attribution | None:
    text, base = sentence.text, sentence.span.start
    cue = _cue(sentence, match)
    verb = cue.text.lower()
    if verb in _ADJECTIVES and _DETERMINER.search(text[: match.start()]):
        return None  # "an alleged member", "the reported killings"
    after = text[match.end() :]
    inverted = (
        _SAID_BY_AFTER.match(text[match.start() - 2 if match.start() >= 2 else 0 :]) if match.start() > 3 else None
    )
    speaker: Speaker | None = None
    if inverted and text[: match.start()].rstrip()[-1:] in {",", '"', "”", "’", "'"}:
        offset = match.start() - 2 + inverted.start("who")
        speaker = make_speaker(inverted["who"], base + offset)
        if speaker:
            content = _content(sentence, 0, match.start())
            return Attribution(speaker, content, cue, quoted='"' in text or "“" in text) if content else None
    speaker = speaker_before(text, match.start(), base, last)
    if speaker is None:
        return None
    via: tuple[str, ...] = ()
    told = _TOLD.match(after) if verb in {"told", "tells"} else None
    if told:
        via = (told["via"].strip(),)
        speaker = Speaker(speaker.name, speaker.kind, speaker.named, speaker.span, via)
    head = (speaker.span.start - base) if speaker.span else match.start()
    if not 0 <= head <= match.start():
        head = match.start()
    if verb in _WHOLE_SENTENCE:
        content = _content(
            sentence,
            head if _clause_start(text, head) or head < 40 or _SUBORDINATE.search(text[:head]) else 0,
            _next_contrast(text, match.end()),
        )
    elif _ends_after(text, head, after) or re.match(r"\s+in (?:a|an|its|his|their) \w+(?: \w+)?[.,]?$|\s*\.?$", after):
        content = _content(sentence, 0, head)  # "…, X said." / "…," X said in a statement.
    elif _opens_with_content(text, head):
        content = _content(sentence, 0, len(text))  # "A, X said, B."
    else:
        begin = match.end() + (told.end() if told else 0)
        content = _content(sentence, begin, _next_contrast(text, begin))
    if content:
        content = _without_known_harm(content)
    return Attribution(speaker, content, cue, quoted=any(c in text for c in '"“”')) if content else None


_ITSELF = re.compile(r"(?:that )?(?:it|they|responsibility|credit)\b")
_KNOWN_HARM = re.compile(
    r"(?:,? which|,? that|,? in which|,? where)\s+(?:\w+\s+){0,3}?(?:left|killed|wounded|injured|claimed the li|at least|more than|dozens|scores|\d)"
)


def _without_known_harm(content: Span) -> Span:
    """Cut off what the outlet itself adds: "the group said it was behind the attack, which killed nine"."""
    if not _ITSELF.match(content.text):
        return content
    harm = _KNOWN_HARM.search(content.text)
    return Span(content.start, content.start + harm.start(), content.text[: harm.start()]) if harm else content


def _ends_after(text: str, head: int, after: str) -> bool:
    """Tell whether the sentence ends right after the cue, with a clause of its own before the speaker: "…, X said."."""
    before = re.sub(r"\b(?:the|an?)\s*$", "", text[:head]).rstrip()
    return (
        len(after.strip(" .,\"”'’")) < 25
        and len(before.split()) >= 3
        and before[-1:] in {",", '"', "”", "’", "'", "-", "–", ";"}
    )


def _next_contrast(text: str, start: int) -> int:
    return min(
        (p for p in (text.find(mark, start) for mark in ("; ", ", while ", ", but ", ", whereas ")) if p > 0),
        default=len(text),
    )


def _opens_with_content(text: str, head: int) -> bool:
    """Tell whether the words before a mid-sentence speaker are a clause of their own: "A, X said, B"."""
    before = re.sub(r"\b(?:the|an?)\s*$", "", text[:head]).rstrip()
    return len(before.split()) >= 5 and before[-1:] in {",", '"', "”"}


def _content(sentence: Sentence, start: int, end: int) -> Span | None:
    base, text = sentence.span.start, sentence.text
    start, end = max(0, start), min(end, len(text))
    while start < end and text[start] in " ,:;\"“”'‘’":
        start += 1
    while end > start and text[end - 1] in " ,:;":
        end -= 1
    if end - start < 3:
        return None
    local = cut(text, start, end)
    return Span(base + local.start, base + local.end, local.text)
