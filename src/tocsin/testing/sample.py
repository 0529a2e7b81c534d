"""A handful of made-up attacks, told by reports that disagree: for tests, for trying the pages, for screenshots.

The places, people and groups are invented; the points lie in open country.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.model.kinds import Value
from tocsin.model.kinds.casualties import NoCasualties
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Weapon
from tocsin.model.kinds.where import Where
from tocsin.model.reading import Reading
from tocsin.model.report import Report
from tocsin.model.statement import Mention, Statement
from tocsin.testing.builders import blame, mention, munitions, reading, report, say, statement, toll, when, where

if TYPE_CHECKING:
    from tocsin.ledger import Ledger

SHELLING = EventType("Shelling/artillery/missile attack")
POLICE = say("district police", "police")
MINISTRY = say("defence ministry")
WIRE = (
    "Rockets hit the Qasr Nahr air base on the evening of 5 March, killing a contractor. "
    "The defence ministry said several soldiers were wounded. "
    "It said as many as 14 rockets were fired from a nearby farm. "
    "Officials blamed the Dawn Column, a militia that has fought the government for years. "
    "A hangar was damaged, and flights were halted until the next morning while crews cleared the runway."
)


def sample_readings() -> tuple[Reading, ...]:
    """Build the sample's readings, in order of publication."""
    return (
        _mortars_in_february(),
        _rockets_by_the_wire("Example Wire", "wire-1", ""),
        _rockets_by_the_wire("Harbour Gazette", "gazette-1", "Read more on our site."),
        _rockets_by_the_daily(),
        _denial_with_background(),
        _ambush_claimed(),
        _ambush_by_police(),
        _undated(),
        _unplaced(),
    )


def sample_ledger(path: Path | str = ":memory:") -> Ledger:
    """Make a ledger that holds the sample, linked as ``tocsin ingest`` would link it."""
    from tocsin.ledger import open_ledger  # noqa: PLC0415 - a ledger is opened only when asked for
    from tocsin.pipeline import add_reading  # noqa: PLC0415

    ledger = open_ledger(path)
    for one in sample_readings():
        add_reading(ledger, one)
    return ledger


def tell(source: Report, about: Mention, *facts: tuple[Value, str | None]) -> list[Statement]:
    """State several facts about one mention in the outlet's own voice: pairs of value and words."""
    return [statement(source, about, value, words) for value, words in facts]


def _base(text: str = "Qasr Nahr air base") -> Where:
    return where(text, 35.512, 43.871, precision="site", country="IQ", admin1="Kirkuk")


def _rockets_by_the_wire(outlet: str, ident: str, tail: str) -> Reading:
    source = report(f"{WIRE} {tail}".strip(), published="2021-03-06", outlet=outlet, given_id=ident)
    about = mention(source, "Rockets hit")
    facts = tell(
        source,
        about,
        (SHELLING, "Rockets hit"),
        (when("2021-03-05", precision="part-of-day", part_of_day="evening"), "the evening of 5 March"),
        (_base(), "Qasr Nahr air base"),
        (Weapon("rocket", "Rockets"), "Rockets"),
        (Target("military", "air base"), "air base"),
        (toll("killed", 1, who="contractor", group="contractor"), "killing a contractor"),
        (Damage("hangar"), "A hangar was damaged"),
    )
    facts += [
        statement(
            source,
            about,
            toll("wounded", "several", who="soldiers", group="military"),
            "several soldiers were wounded",
            speaker=MINISTRY,
        ),
        statement(source, about, munitions("as many as 14"), "as many as 14 rockets", speaker=MINISTRY),
        statement(
            source,
            about,
            blame("Dawn Column", "accused", official=True, kind="political militia"),
            "blamed the Dawn Column",
            speaker=say("Officials", named=False),
        ),
    ]
    return reading(source, [about], facts)


def _rockets_by_the_daily() -> Reading:
    source = report(
        "Six soldiers were wounded when rockets struck Qasr Nahr air base on 5 March, four of them foreign and "
        "two local, the army said on Sunday. One contractor died. Eleven rockets were counted. No one has claimed the "
        "attack.",
        published="2021-03-07",
        outlet="Daily Courier",
        given_id="courier-1",
    )
    about = mention(source, "rockets struck")
    total = statement(
        source,
        about,
        toll("wounded", 6, who="soldiers", group="military"),
        "Six soldiers were wounded",
        speaker=say("the army", "military"),
    )
    parts = [
        statement(
            source, about, toll("wounded", n, who=who, group="military", part_of=total.id), words, speaker=total.speaker
        )
        for n, who, words in ((4, "foreign", "four of them foreign"), (2, "local", "two local"))
    ]
    facts = tell(
        source,
        about,
        (SHELLING, "rockets struck"),
        (when("2021-03-05"), "on 5 March"),
        (_base(), "Qasr Nahr air base"),
        (Weapon("rocket", "rockets"), "rockets"),
        (Target("military", "air base"), "air base"),
        (toll("killed", 1, who="contractor", group="contractor"), "One contractor died"),
        (munitions(11), "Eleven rockets"),
        (blame(None, "unclaimed"), "No one has claimed the attack"),
    )
    return reading(source, [about], [total, *parts, *facts])


def _denial_with_background() -> Reading:
    source = report(
        "The Dawn Column denied on Wednesday that it fired rockets at the Qasr Nahr air base on 5 March. "
        "The base was also hit by mortars in February. "
        "The ministry says the group is behind various attacks in the region.",
        published="2021-03-10",
        outlet="Example Wire",
        given_id="wire-2",
    )
    main = mention(source, "fired rockets")
    earlier = mention(source, "hit by mortars", role="background")
    vague = mention(source, "various attacks", role="background")
    facts = tell(
        source,
        main,
        (SHELLING, "fired rockets"),
        (when("2021-03-05"), "on 5 March"),
        (_base(), "Qasr Nahr air base"),
        (Weapon("rocket", "rockets"), "rockets"),
    )
    facts += [
        statement(
            source,
            main,
            blame("Dawn Column", "denies", kind="political militia"),
            "The Dawn Column denied",
            speaker=say("Dawn Column", "group"),
        ),
        *tell(
            source,
            earlier,
            (SHELLING, "hit by mortars"),
            (when("2021-02"), "in February"),
            (_base("Qasr Nahr air base"), None),
            (Weapon("mortar", "mortars"), "mortars"),
        ),
        statement(
            source,
            vague,
            blame("Dawn Column", "accused", scope="earlier_attacks", official=True),
            "behind various attacks in the region",
            speaker=say("ministry"),
        ),
    ]
    return reading(source, [main, earlier, vague], facts)


def _mortars_in_february() -> Reading:
    source = report(
        "Three mortar rounds fell inside the Qasr Nahr air base before dawn on 8 February, the army said. "
        "There were no casualties.",
        published="2021-02-08",
        outlet="Daily Courier",
        given_id="courier-0",
    )
    about = mention(source, "mortar rounds fell")
    return reading(
        source,
        [about],
        tell(
            source,
            about,
            (SHELLING, "mortar rounds fell"),
            (when("2021-02-08", precision="part-of-day", part_of_day="dawn"), "before dawn on 8 February"),
            (_base(), "Qasr Nahr air base"),
            (Weapon("mortar", "mortar"), "mortar"),
            (Target("military", "air base"), "air base"),
            (munitions(3, "mortar rounds"), "Three mortar rounds"),
            (NoCasualties(), "no casualties"),
        ),
    )


def _ambush(source: Report, anchor: str, wounded: int, words: str) -> tuple[Mention, list[Statement]]:
    about = mention(source, anchor)
    place = where("Wadi Sharq", 34.2, 41.6, country="IQ", admin1="Anbar")
    return about, tell(
        source,
        about,
        (EventType("Attack"), anchor),
        (when("2021-03-12"), "12 March"),
        (place, "Wadi Sharq"),
        (Weapon("firearm", "gunmen"), "gunmen" if "gunmen" in source.text else None),
        (Target("police", "patrol"), "patrol"),
        (toll("wounded", wounded, who="policemen", group="police"), words),
    )


def _ambush_claimed() -> Reading:
    source = report(
        "The Northern Front said its gunmen ambushed a patrol at Wadi Sharq on 12 March and wounded six policemen.",
        published="2021-03-12",
        outlet="Front Channel",
        given_id="channel-1",
    )
    about, facts = _ambush(source, "ambushed a patrol", 6, "wounded six policemen")
    claim = statement(
        source,
        about,
        blame("Northern Front", "claims", kind="rebel group"),
        "The Northern Front said",
        speaker=say("Northern Front", "group"),
    )
    return reading(source, [about], [*facts, claim])


def _ambush_by_police() -> Reading:
    source = report(
        "Two policemen were wounded when their patrol was fired on near Wadi Sharq on 12 March, district police said.",
        published="2021-03-13",
        outlet="Example Wire",
        given_id="wire-3",
    )
    about, facts = _ambush(source, "patrol was fired on", 2, "Two policemen were wounded")
    count = statement(
        source,
        about,
        toll("wounded", 2, who="policemen", group="police"),
        "Two policemen were wounded",
        speaker=POLICE,
    )
    return reading(source, [about], [*facts[:-1], count])


def _undated() -> Reading:
    source = report(
        "Gunmen killed three villagers at Deir Salim, an elder told visitors. He could not say when.",
        published=None,
        outlet="Village Letters",
        given_id="letters-1",
    )
    about = mention(source, "Gunmen killed")
    return reading(
        source,
        [about],
        tell(
            source,
            about,
            (EventType("Attack"), "Gunmen killed"),
            (where("Deir Salim", 33.1, 42.9, country="IQ", admin1="Anbar"), "Deir Salim"),
            (Weapon("firearm", "Gunmen"), "Gunmen"),
            (toll("killed", 3, who="villagers", group="civilian"), "three villagers"),
            (Target("civilians", "villagers"), "villagers"),
        ),
    )


def _unplaced() -> Reading:
    source = report(
        "A roadside bomb killed two soldiers on 14 March, the army said, without saying where.",
        published="2021-03-14",
        outlet="Example Wire",
        given_id="wire-4",
    )
    about = mention(source, "A roadside bomb")
    return reading(
        source,
        [about],
        tell(
            source,
            about,
            (EventType("Remote explosive/landmine/IED"), "roadside bomb"),
            (when("2021-03-14"), "14 March"),
            (Weapon("ied", "roadside bomb"), "roadside bomb"),
            (toll("killed", 2, who="soldiers", group="military"), "two soldiers"),
        ),
    )
