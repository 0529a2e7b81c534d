"""A reading becomes templates: what the task records, each incident once, all slots out of the machine contract."""

from __future__ import annotations

from datetime import date

import pytest

from tocsin.evaluate.yardsticks.muc4.fill import fill_templates, find_aliases, six_fields
from tocsin.evaluate.yardsticks.muc4.setting import Header

HEADER = Header(date(1990, 2, 4), "GT")


def toll(outcome, who, low=1, high=1, group="civilian", **more):
    row = {"hedge": "exact", "nationality": [], "superseded": False, "includes_perpetrators": None, "part_of": None}
    return {"outcome": outcome, "low": low, "high": high, "who": who, "group": group, **row, **more}


def blame(text, stance="stated_as_fact", *, official=None, scope="this_attack", kind="unknown"):
    return {"actor": {"text": text, "kind": kind}, "stance": stance, "official": official, "scope": scope}


def mention(words="ATTACKED", acled="Attack", **more):
    when = {"start": "1990-02-02", "end": "1990-02-02", "precision": "day"}
    where = {"text": "FLORES", "name": "Flores", "precision": "town", "country": "GT", "admin1": "Petén", "context": []}
    row = {
        "role": "main",
        "status": "happened",
        "type": {"acled": acled, "text": words},
        "when": when,
        "where": where,
        "weapons": [],
        "targets": [],
        "casualties": [],
        "responsibility": [],
        "damage": [],
        "no_casualties": False,
    }
    return {**row, **more}


def fill(*mentions, relevant=True, text=""):
    return fill_templates({"report": {"relevant": relevant}, "mentions": list(mentions)}, HEADER, text)


def shown(template, slot):
    return [found.show() for found in template.of(slot)]


def test_every_slot_of_a_killing():
    given = mention(
        "SHOT",
        casualties=[toll("killed", "MAYOR ANA PAZ WAS"), toll("wounded", "TWO DRIVERS", 2, 2, nationality=["US"])],
        weapons=[{"text": "AK-47 RIFLES", "kind": "firearm"}, {"text": "SHOT", "kind": "firearm"}],
        responsibility=[blame("EGP GUERRILLAS", "accused", official=True)],
    )
    (template,) = fill(given)
    assert {name: shown(template, name) for name in template.fills} == {
        "inc-date": ["02 FEB 90"],
        "inc-loc": ["GUATEMALA: FLORES (CITY)"],
        "inc-type": ["ATTACK"],
        "inc-stage": ["ACCOMPLISHED"],
        "inc-instr-id": ["AK-47 RIFLES"],
        "inc-instr-type": ['RIFLE: "AK-47 RIFLES"'],
        "perp-inc-cat": ["TERRORIST ACT"],
        "perp-ind-id": ["EGP GUERRILLAS"],
        "perp-org-id": ["EGP"],
        "perp-org-conf": ['SUSPECTED OR ACCUSED BY AUTHORITIES: "EGP"'],
        "hum-tgt-name": ["ANA PAZ"],
        "hum-tgt-desc": ['MAYOR: "ANA PAZ"', "DRIVERS"],
        "hum-tgt-type": ['GOVERNMENT OFFICIAL: "ANA PAZ"', 'CIVILIAN: "DRIVERS"'],
        "hum-tgt-num": ['1: "ANA PAZ"', '2: "DRIVERS"'],
        "hum-tgt-nation": ['UNITED STATES: "DRIVERS"'],
        "hum-tgt-effect": ['DEATH: "ANA PAZ"', 'INJURY: "DRIVERS"'],
    }


def test_a_bombed_building_with_its_damage():
    target = {"text": "THREE BANKS", "kind": "business"}
    given = mention(
        "BOMB EXPLODED",
        "Remote explosive/landmine/IED",
        targets=[target],
        damage=[{"text": "THREE BANKS", "effect": "destroyed"}],
        no_casualties=True,
    )
    (template,) = fill(given)
    assert shown(template, "inc-type") == ["BOMBING"]
    assert shown(template, "phys-tgt-type") == ['FINANCIAL: "BANKS"']
    assert shown(template, "phys-tgt-num") == ['3: "BANKS"']
    assert shown(template, "phys-tgt-effect") == ['DESTROYED: "BANKS"']
    assert shown(template, "hum-tgt-effect") == ['NO INJURY OR DEATH: "-"']
    assert not template.of("perp-inc-cat")


@pytest.mark.parametrize(
    "given",
    [
        mention(),  # nobody and nothing named
        mention(casualties=[toll("killed", "SOLDIERS", 5, 5, "military"), toll("killed", "REBELS", 2, 2, "militant")]),
        mention(status="denied", casualties=[toll("killed", "PEASANT")]),
        mention(
            role="background",
            when={"start": "1985-02-02", "end": "1985-02-02", "precision": "day"},
            casualties=[toll("killed", "PEASANT")],
        ),
    ],
)
def test_what_the_task_does_not_record(given):
    assert fill(given) == []


def test_an_irrelevant_report_has_no_template():
    assert fill(mention(casualties=[toll("killed", "PEASANT")]), relevant=False) == []


def test_mentions_of_one_incident_become_one_template():
    first = mention(casualties=[toll("killed", "PEASANT")])
    again = mention(casualties=[toll("wounded", "TEACHER")])
    elsewhere = mention(
        where={**first["where"], "text": "COBAN", "name": "Cobán"}, casualties=[toll("killed", "PEASANT")]
    )
    templates = fill(first, again, elsewhere)
    assert [shown(template, "hum-tgt-desc") for template in templates] == [["PEASANT", "TEACHER"], ["PEASANT"]]


def test_other_victims_or_other_perpetrators_are_another_incident():
    first = mention(casualties=[toll("killed", "ANA PAZ")], responsibility=[blame("REBELS")])
    victim = mention(casualties=[toll("killed", "EVA RUIZ")])
    party = mention(casualties=[toll("wounded", "ANA PAZ")], responsibility=[blame("SOLDIERS")])
    days = {"start": "1990-01-20", "end": "1990-01-20", "precision": "day"}
    retold = mention(casualties=[toll("killed", "ANA PAZ")], when=days)
    assert len(fill(first, victim)) == 2
    assert len(fill(first, party)) == 2
    assert len(fill(first, retold)) == 1


def test_a_date_that_is_not_told_is_the_day_of_the_report_or_before():
    unknown = {"start": None, "end": None, "precision": "unknown"}
    (template,) = fill(mention(when=unknown, casualties=[toll("killed", "PEASANT")]))
    assert shown(template, "inc-date") == ["- 04 FEB 90"]


def test_rows_about_other_attacks_or_denials_name_no_perpetrator():
    rows = [blame("REBELS", scope="earlier_attacks"), blame("THE ARMY", "denies")]
    (template,) = fill(mention(casualties=[toll("killed", "PEASANT")], responsibility=rows))
    assert not template.of("perp-ind-id")
    assert not template.of("perp-org-id")


def test_a_state_force_makes_it_state_violence():
    (template,) = fill(mention(casualties=[toll("killed", "PEASANT")], responsibility=[blame("SOLDIERS")]))
    assert shown(template, "perp-inc-cat") == ["STATE-SPONSORED VIOLENCE"]


def test_letters_beside_a_name_stand_for_it():
    text = "The Guatemalan National Revolutionary Unity (URNG) said so."
    assert find_aliases(text)["URNG"] == "GUATEMALAN NATIONAL REVOLUTIONARY UNITY"
    given = mention(casualties=[toll("killed", "PEASANT")], responsibility=[blame("THE URNG", "claims")])
    (template,) = fill(given, text=text)
    assert template.of("perp-org-id")[0].values == ("URNG", "GUATEMALAN NATIONAL REVOLUTIONARY UNITY")
    assert six_fields(template).entities == (
        (("PerpOrg", "urng"), ("PerpOrg", "guatemalan national revolutionary unity")),
    )


def test_the_report_tells_the_name_behind_an_office_and_the_office_before_a_name():
    text = "MAYOR ANA PAZ SOTO WAS KILLED. SENATOR LUIS RUIZ, AND EVA MORA, A TEACHER, WERE WOUNDED."
    rows = [
        toll("killed", "MAYOR", span=[0, 27]),
        toll("wounded", "LUIS RUIZ", span=[39, 48]),
        toll("wounded", "EVA MORA", span=[54, 62]),
    ]
    (template,) = fill(mention(casualties=rows), text=text)
    assert shown(template, "hum-tgt-desc") == ['MAYOR: "ANA PAZ SOTO"', 'SENATOR: "LUIS RUIZ"', 'TEACHER: "EVA MORA"']


def test_two_callings_are_two_people_and_one_group_is_told_once():
    rows = [toll("killed", "BODYGUARD AND DRIVER", 2, 2), toll("killed", "PRIESTS", None, None)]
    (template,) = fill(mention(casualties=[*rows, toll("killed", "JESUIT PRIESTS", 6, 6)]))
    assert shown(template, "hum-tgt-num") == ['1: "BODYGUARD"', '1: "DRIVER"', '6: "JESUIT PRIESTS"']


def test_people_aimed_at_are_unhurt_where_the_text_rules_harm_out():
    target = {"text": "GOVERNOR EVA RUIZ", "kind": "government"}
    (template,) = fill(mention(targets=[target], no_casualties=True))
    assert shown(template, "hum-tgt-effect") == ['NO INJURY OR DEATH: "EVA RUIZ"']


@pytest.mark.parametrize(
    ("words", "due"),
    [
        ("THE HOME OF THE MAYOR", ["GOVERNMENT OFFICE OR RESIDENCE"]),
        ("EMBASSY CAR", ["TRANSPORT VEHICLE"]),
        ("POLICE HEADQUARTERS", ["LAW ENFORCEMENT FACILITY"]),
        ("THE SAN JUAN NEIGHBORHOOD", []),
        ("RESIDENTS", []),
    ],
)
def test_what_a_thing_is(words, due):
    rows = [toll("killed", "PEASANT")]
    (template,) = fill(mention(casualties=rows, targets=[{"text": words, "kind": "other"}]))
    assert [found.value for found in template.of("phys-tgt-type")] == due


def test_damage_told_as_a_clause_is_of_the_thing_it_names():
    damage = [{"text": "COMPLETELY DESTROYED TWO STORES", "effect": "destroyed"}]
    (template,) = fill(mention("BOMB", damage=damage))
    assert shown(template, "phys-tgt-effect") == ['DESTROYED: "STORES"']
    assert shown(template, "phys-tgt-num") == ['2: "STORES"']


def test_only_words_of_a_kind_of_deed_name_nobody():
    deed = {**blame("TERRORIST"), "text": "TERRORIST ATTACK"}
    band = {**blame("REBEL"), "text": "REBEL COLUMN ENTERED"}
    (template,) = fill(mention(casualties=[toll("killed", "PEASANT")], responsibility=[deed, band]))
    assert shown(template, "perp-ind-id") == ["REBEL COLUMN"]


@pytest.mark.parametrize(
    ("when", "due"),
    [
        ({"start": "1990-02-02", "end": "1990-02-02", "precision": "day", "text": "ON FRIDAY"}, "- 04 FEB 90"),
        ({"start": "1990-01-01", "end": "1990-01-31", "precision": "month", "text": "LAST MONTH"}, "- 31 JAN 90"),
        ({"start": "1990-02-04", "end": "1990-02-05", "precision": "range"}, "04 FEB 90"),
        ({"start": "1990-02-04", "end": "1990-02-04", "precision": "day", "basis": "publication"}, "- 04 FEB 90"),
    ],
)
def test_dates_follow_the_task(when, due):
    (template,) = fill(mention(when=when, casualties=[toll("killed", "PEASANT")]))
    assert shown(template, "inc-date") == [due]


def test_a_place_is_told_from_the_country_inwards():
    where = {"text": "SAN JUAN NEIGHBORHOOD", "name": "San Juan Neighborhood", "precision": "district", "country": "GT"}
    context = [{"text": "COBAN", "name": "Cobán", "level": "town"}, {"text": "ALTA VERAPAZ", "level": "province"}]
    (template,) = fill(mention(where={**where, "context": context}, casualties=[toll("killed", "PEASANT")]))
    due = "GUATEMALA: ALTA VERAPAZ (DEPARTMENT): COBAN (CITY): SAN JUAN (NEIGHBORHOOD)"
    assert shown(template, "inc-loc") == [due]


def test_explosives_alone_make_an_attack_a_bombing():
    given = mention(weapons=[{"text": "DYNAMITE", "kind": "bomb"}], casualties=[toll("killed", "PEASANT")])
    (template,) = fill(given)
    assert shown(template, "inc-type") == ["BOMBING"]
    assert shown(template, "inc-instr-type") == ['DYNAMITE: "DYNAMITE"']
