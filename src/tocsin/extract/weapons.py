"""Find weapons named and munitions counted, with what became of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.extract.counts import Count, find_counts
from tocsin.model.anycase import AnyCase, AnyCaseRows
from tocsin.model.kinds.weapon import Fate, Munition, Weapon

_ROWS: tuple[tuple[str, str], ...] = (
    ("suicide_vest", r"suicide (?:vests?|belts?|bombers?|bombing)|explosive (?:vests?|belts?)|explosives[\s-](?:vest|belt)s?"),
    ("car_bomb", r"(?:suicide )?(?:car|truck|vehicle|van|motorcycle|lorry)[\s-]bomb(?:ing|ings|s)?|VBIEDs?|explosives?[\s-](?:laden|filled|packed) (?:\w+ )?(?:car|truck|vehicle|van|lorry)s?"),
    ("drone", r"(?:\w+[\s-](?=type drones?))?(?:(?:armed|attack|suicide|explosive|kamikaze|Shahed|FPV|combat|surveillance|Iranian-made|booby-trapped) )?(?:drones?|UAVs?|unmanned aerial vehicles?|loitering munitions?|quadcopters?)"),
    ("missile", r"(?:(?:ballistic|cruise|anti-tank|surface-to-air|guided|hypersonic|Iskander|Kalibr|Scud|Tomahawk|ATACMS|anti-ship|Hellfire|Quds|Zulfiqar|Kinzhal|S-300) (?:and \w+ )?)*missiles?"),
    ("grenade", r"(?:hand |rocket[\s-]propelled )?grenades?|RPGs?|RPG-7"),
    ("rocket", r"(?:(?:Katyusha|Grad|Falaq-?1|Qassam|107[\s-]?mm|122[\s-]?mm|Soviet-era|artillery) )*rockets?|Katyushas?|MLRS"),
    ("mortar", r"(?:\d+[\s-]?mm )?mortars?(?: (?:shells?|rounds?|bombs?))?"),
    ("artillery", r"artillery(?: (?:shells?|rounds?|fire))?|(?:\d+[\s-]?mm )?howitzers?|tank (?:shells?|fire|rounds?)|shelling|shells?(?! compan)|cluster munitions?|tanks?(?= (?:fire|shell))"),
    ("ied", r"improvised explosive devices?|IEDs?|roadside bombs?|explosive devices?"),
    ("mine", r"land ?mines?|anti-?(?:personnel|tank) mines?|sea mines?|naval mines?|\bmines?(?= (?:explod|deton|blast))"),
    ("bomb", r"(?:barrel|cluster|guided|aerial|guided aerial|glide|homemade|pipe|nail|sticky|petrol|time|parcel|letter|twin|bunker[\s-]?buster) ?bombs?|bombings?|bombs?(?!er)|precision munitions?|munitions dropped from the air|explosives"),
    ("aircraft", r"air ?strikes?|air[\s-]strikes?|air raids?|aerial (?:bombardments?|bombing|attacks?|strikes?)|(?:war)?planes?|fighter jets?|jets|bombers(?! (?:himself|blew))|helicopters?(?: gunships?)?|aircraft|warplanes?|bombing raids?"),
    ("chemical", r"chemical weapons?|chlorine(?: gas)?|sarin|nerve agent|poison gas|mustard gas"),
    ("knife", r"knives|knife|machetes?|axes?|swords?|stabb(?:ed|ing|ings)|stabs|behead(?:ed|ing)|hacked"),
    ("vehicle", r"(?:car|vehicle|truck|van)[\s-]ramming|ramming|rammed|ploughed into|plowed into|drove into"),
    ("firearm", r"gunfire|gunshots?|open(?:ed|s|ing)? fire|shootings?|shoot[\s-]?outs?|shot(?! down)(?: dead| and killed)?|(?:assault |automatic |sniper |AK-47 )?rifles?|AK-47s?|Kalashnikovs?|pistols?|handguns?|(?:machine ?|hand|shot)guns?|firearms?|gun ?(?:battles?|fights?)|fire ?fights?|gunned down|bullets|small arms|snipers?|live (?:fire|ammunition|rounds)"),
    ("fire", r"molotov cocktails?|arson|torched|set (?:fire|ablaze|on fire|alight)|set fire to|burn(?:ed|t|ing)? (?:down|homes|houses|alive)|incendiary \w+|petrol bombs?"),
)  # fmt: skip
_WEAPON = AnyCaseRows((pattern for _, pattern in _ROWS), before=r"(?<![\w-])", after=r"(?![\w-])")
_SKIP = AnyCase(
    r"(?:air|missile|rocket|drone) defen[cs]e|weapons? program|bomb (?:disposal|squad|shelter|threat)|nuclear (?:bomb|missile)|test|shot down|shells? compan|bombshell",
)
_AMMUNITION = AnyCase(
    r"\b(?:rockets?|missiles?|mortars?|(?:mortar )?(?:shells?|rounds?)|drones?|UAVs?|projectiles?|bombs?|Katyushas?|grenades?|shells?|munitions|devices?|mines?|strikes?|air ?strikes?)\b",
)
_COUNTABLE = AnyCase(
    r"\b(?:rockets?|missiles?|mortars?|shells?|rounds?|drones?|UAVs?|projectiles?|bombs?|Katyushas?|grenades?|mines?|devices?|them|more|munitions|howitzers?)\b",
)
_FATES: tuple[tuple[Fate, AnyCase], ...] = (
    ("intercepted", AnyCase(r"\b(?:intercept\w*|shot down|downed|shoot(?:s|ing)? down|shot out|destroyed (?:by air defen\w+|in (?:the )?(?:air|flight))|brought down|neutrali[sz]ed|repelled|intercepted and destroyed)\b")),
    ("unfired", AnyCase(r"\b(?:unfired|unexploded|found|failed to (?:launch|fire)|ready to (?:be )?(?:fire|launch)\w*|still (?:in(?:side)?|on)\b|left (?:in|on) (?:the|an?|it|its|their|them)\b|loaded|unlaunched|in (?:the|their|its) tubes?|defused|disarmed|recovered|seized|did not (?:fire|launch))\b")),
    ("fell_short", AnyCase(r"\b(?:fell short|missed|fell (?:in|into) (?:an )?(?:open|empty|sea|uninhabited)|disintegrat\w+|broke up|breaks up|landed in (?:an )?open)\b")),
    ("fired", AnyCase(r"\b(?:fir(?:e|es|ed|ing)|launch\w*|hit|hits|struck|strikes?|land(?:ed|s|ing)|fell|fall|falls|slam\w*|dropped|explod\w+|rained|sent|came down|targeted|shower\w*|crash\w*|detonat\w+|impact\w*|used|went off|attack\w*|kill\w*|shelled|pounded)\b")),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FoundWeapon:
    """A weapon with half-open offsets in the text it was found in."""

    start: int
    end: int
    weapon: Weapon


@dataclass(frozen=True, slots=True)
class FoundMunition:
    """A munition count with half-open offsets in the text it was found in.

    ``share_of`` is the start of the count it is a share of: "21 of 33 missiles".
    """

    start: int
    end: int
    munition: Munition
    share_of: int | None = None


def find_weapons(text: str) -> list[FoundWeapon]:
    """Find the weapons a sentence names, one row a wording."""
    found: list[FoundWeapon] = []
    for row, match in _WEAPON.finditer(text):
        start, end = match.span()
        words = text[start:end]
        if _SKIP.search(text[max(0, start - 2) : end + 12]) and "shot down" not in words:
            continue
        found.append(FoundWeapon(start, end, Weapon(_ROWS[row][0], words)))
    return found


def find_munitions(text: str) -> list[FoundMunition]:
    """Find counts of rockets, missiles, drones, bombs and their like in a sentence, with their fate."""
    found: list[FoundMunition] = []
    counts = find_counts(text, things=True)
    for place, count in enumerate(counts):
        share = _find_share(text, counts, place)
        if share is not None:
            found.append(share)
            continue
        who = count.who(text)
        heads = list(_COUNTABLE.finditer(who))
        head = heads[-1] if heads else None
        if head is None or re.search(
            r"\b(?:strikes?|attacks?|raids?|barrages?|bombers?|depots?|launchers?|pads?|salvos?|volleys?|waves?|factory|operators?|makers?)\b",
            who,
        ):
            continue
        if head[0].lower() in {"more", "them", "rounds", "device", "devices"} and not (
            found or _AMMUNITION.search(text[: count.start])
        ):
            continue
        lead = len(text[count.who_start : count.end]) - len(text[count.who_start : count.end].lstrip())
        end = max(count.who_start + lead + head.end(), count.start + 1)  # the phrase ends at its head noun
        who = who[: head.end()]
        what = who if head[0].lower() not in {"more", "them"} else (found[-1].munition.what if found else who)
        fate = _find_fate(text, count.start, end)
        if found and found[-1].share_of == count.start:
            # what is said of the share is not said of all: what was stopped had been fired
            fate = "fired" if found[-1].munition.fate in {"intercepted", "fell_short", "fired"} else "unknown"
        elif fate == "intercepted" and any(_opens_shares(text, count, other) for other in counts):
            fate = "fired"
        munition = Munition(count.figure, what, fate)
        found.append(FoundMunition(count.start, min(end, count.end), munition))
    return found


_OF_A_TOTAL = re.compile(r"\s*(?:out )?of (?:the |a total of |some |all |these |its )?", re.IGNORECASE)
_DESTROYS = AnyCase(r"\b(?:destroy(?:s|ed|ing)|neutrali[sz](?:es|ed|ing)) (?:at least |about )?$")
_OF_WHICH = AnyCase(r"\s*of (?:which|them|these)\b")


def _divides(text: str, whole: Count, share: Count) -> bool:
    """Tell whether one count is a share of another: "21 of 33 missiles", "33 missiles, 21 of which", "of 33, 21 …"."""
    if share.end <= whole.start or (share.start < whole.start <= share.end):
        bare = text[share.figure_end : whole.start]
        return _OF_A_TOTAL.fullmatch(bare) is not None
    gap = text[whole.end : share.start]
    if share.start < whole.end or len(gap) > 60 or not _AMMUNITION.search(whole.who(text)):
        return False
    if _OF_WHICH.match(text[share.figure_end :]):
        return ";" not in gap
    return _opens_shares(text, whole, share)


def _opens_shares(text: str, whole: Count, share: Count) -> bool:
    """Tell whether one count is a share of another that opens the clause: "of 33 missiles, 21 were shot down"."""
    if share.start < whole.end or not re.search(r"\b(?:out )?of (?:the )?$", text[: whole.start], re.IGNORECASE):
        return False
    return not _COUNTABLE.search(share.who(text)) and "," in text[whole.end : share.start]


def _find_share(text: str, counts: list[Count], place: int) -> FoundMunition | None:
    """Read a count without a noun that is a share of munitions counted beside it."""
    share = counts[place]
    whole = next((c for c in counts if c is not share and _divides(text, c, share)), None)
    if whole is None:
        return None
    head = next(iter(list(_COUNTABLE.finditer(whole.who(text)))[-1:]), None)
    if head is None or head[0].lower() in {"more", "them"}:
        return None
    noun_end = whole.who_start + text[whole.who_start :].index(whole.who(text)) + head.end()
    end = noun_end if whole.start > share.start else share.figure_end
    fate = _find_fate(text, share.start, end)
    if _DESTROYS.search(text[: share.start]):
        fate = "intercepted"
    if fate == "fired" and whole.start < share.start:
        return None  # "30 rockets were fired, one of which killed a man" counts nothing new
    return FoundMunition(share.start, end, Munition(share.figure, whole.who(text)[: head.end()], fate), whole.start)


def _find_fate(text: str, start: int, end: int) -> Fate:
    """Say what became of munitions from the clause they stand in: the words after them first, then before."""
    after = re.split(
        r"[;.]|, (?:and|while|but|of which|including|[\w-]+ of (?:which|them))\b| (?:while|but) ", text[end : end + 110]
    )[0]
    before = re.split(r"[;.]| (?:while|but) ", text[max(0, start - 70) : start])[-1]
    near = re.search(
        r"\b(?:intercept(?:s|ed|ing)?|shot down|shoots? down|shooting down|down(?:s|ed|ing)|destroy(?:s|ed) in the air)\s+(?:(?:all|at least|some|about|nearly|most|of|the)\s+)*$",
        text[:start],
        re.IGNORECASE,
    )
    if near:
        return "intercepted"
    for part in (after, before):
        best: tuple[int, Fate] | None = None
        for fate, pattern in _FATES:
            match = pattern.search(part)
            if match:
                place = match.start() if part is after else -match.end()
                if best is None or place < best[0]:
                    best = (place, fate)
        if best:
            return best[1]
    return "unknown"
