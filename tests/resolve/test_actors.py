"""Words are linked to the actor they name, by name, place and year; what is not sure stays as worded."""

from __future__ import annotations

import re
import time

import pytest

from tocsin.errors import DataError
from tocsin.model.kinds.responsibility import ACTOR_KINDS
from tocsin.resolve import actors
from tocsin.resolve.actor_rows import COLUMNS, SECTORS
from tocsin.resolve.actors import ActorTable

LINKED = [
    # a name of the table, with what stands around it
    ("Islamic State", "SY", 2016, "islamic-state"),
    ("the so-called Islamic State", "IQ", 2015, "islamic-state"),
    ("Da’esh", None, None, "islamic-state"),
    ("IS", "IQ", 2016, "islamic-state"),
    ("ISIS-K", "AF", 2021, "iskp"),
    ("Islamic State – Khorasan Province", "AF", 2024, "iskp"),
    ("suspected Boko Haram gunmen", "NG", 2014, "boko-haram"),
    ("members of Boko Haram", None, None, "boko-haram"),
    ("Somalia's al-Shabaab", "KE", 2013, "al-shabaab"),
    ("al Shabab militants", "SO", 2010, "al-shabaab"),
    ("the Somali Islamist group al-Shabaab", "SO", 2019, "al-shabaab"),
    ("al-Shabab", "MZ", 2021, "is-mozambique"),
    ("Iran-backed Houthi rebels", "YE", 2024, "houthis"),
    ("Houthi-led forces", "YE", 2018, "houthis"),
    ("Ansar Allah", "SA", 2019, "houthis"),
    ("Hizbollah", "LB", 2006, "hezbollah"),
    ("Ezzedine al-Qassam Brigades", "PS", 2014, "hamas"),
    ("Islamic Jihad", "PS", 2003, "pij"),
    ("Kataib Hizballah", "IQ", 2020, "kata-ib-hezbollah"),
    ("Pakistani Taliban", "PK", 2014, "ttp"),
    ("Afghan Taliban", "AF", 2019, "taliban"),
    ("Tehreek-e-Taliban Pakistan (TTP)", "PK", 2023, "ttp"),
    ("Lashkar-i-Taiba gunmen", "IN", 2008, "lashkar-e-taiba"),
    ("Tamil Tiger rebels", "LK", 2006, "ltte"),
    ("Maoist rebels", "NP", 2003, "cpn-m"),
    ("Maoist rebels", "IN", 2010, "cpi-maoist"),
    ("Naxalites", "IN", 2015, "cpi-maoist"),
    ("communist New People's Army", "PH", 2012, "npa"),
    ("Abu Sayyaf gunmen", "PH", 2001, "abu-sayyaf"),
    ("Rwanda-backed M23 rebels", "CD", 2025, "m23"),
    ("Lord's Resistance Army", "UG", 2004, "lra"),
    ("Allied Democratic Forces, or ADF", "CD", 2021, "adf"),
    ("paramilitary Rapid Support Forces (RSF)", "SD", 2024, "rsf"),
    ("Jama'at Nusrat ul-Islam wa al-Muslimin", "ML", 2019, "jnim"),
    ("GSIM", "BF", 2022, "jnim"),
    ("Revolutionary Armed Forces of Colombia", "CO", 2002, "farc"),
    ("FARC dissidents", "CO", 2022, "farc-dissidents"),
    ("Sendero Luminoso", "PE", 1989, "shining-path"),
    ("Shining Path terrorists", "PE", 1990, "shining-path"),
    ("Tupac Amaru Revolutionary Movement", "PE", 1989, "mrta"),
    ("Farabundo Marti National Liberation Front", "SV", 1989, "fmln"),
    ("Frente Farabundo Martí para la Liberación Nacional", "SV", 1989, "fmln"),
    ("the Extraditables", "CO", 1989, "extraditables"),
    ("April 19 Movement", "CO", 1988, "m-19"),
    ("Manuel Rodriguez Patriotic Front", "CL", 1988, "fpmr"),
    ("Nicaraguan contras", "NI", 1988, "contras"),
    ("Cártel de Jalisco Nueva Generación", "MX", 2022, "cjng"),
    ("gunmen from Viv Ansanm", "HT", 2024, "viv-ansanm"),
    ("Basque separatists of ETA", "ES", 2000, "eta"),
    ("the Ulster Volunteer Force", "GB", 1992, "uvf"),
    ("17 November", "GR", 2000, "november-17"),
    ("Chechen rebels", "RU", 2004, "chechen-rebels"),
    ("Bosnian Serb forces", "BA", 1995, "vrs"),
    ("Israeli settlers", "PS", 2023, "il-settlers"),
    ("Fulani herdsmen", "NG", 2018, "fulani-ng"),
    # a country's word, alone or with a service
    ("the Iraqi army", "IQ", 2015, "iq-military"),
    ("Military Forces of Iraq", None, None, "iq-military"),
    ("Armed Forces of Ukraine", "RU", 2024, "ua-military"),
    ("Royal Thai Navy", None, None, "th-military"),
    ("South Sudanese soldiers", "SS", 2016, "ss-military"),
    ("Israel Defense Forces", "LB", 2024, "il-military"),
    ("Nigeria's air force", "NG", 2025, "ng-military"),
    ("US", "YE", 2025, "us-state"),
    ("Tehran", "SA", 2019, "ir-state"),
    ("Haitian National Police", "HT", 2024, "ht-police"),
    ("Pakistani security forces", "PK", 2024, "pk-security"),
    ("Congolese army", "CD", 2024, "cd-military"),
    ("Congolese army", "CG", 1998, "cg-military"),
    ("elements of the Benin Armed Forces", "BJ", 2025, "bj-military"),
    ("Soviet troops", "AF", 1988, "su-military"),
]  # fmt: skip

SHARED = [
    ("ELN", "CO", 2020, "eln-co"),
    ("ELN", "BO", 1990, "eln-bo"),
    ("Army of National Liberation", "CO", 1989, "eln-co"),
    ("ELN", "PH", 2020, None),
    ("ELN", None, None, None),
    ("National Liberation Army", None, 2001, None),
    ("IRA", "GB", 1990, "pira"),
    ("IRA", "CO", 1990, None),
    ("IRA", "GB", 2016, None),
    ("SDF", "SY", 2018, "sdf"),
    ("SDF", "JP", 2018, "jp-military"),
    ("SDF", None, None, None),
    ("ADF", "CD", 2021, "adf"),
    ("ADF", "AU", 2021, "au-military"),
    ("ADF", "CM", 2021, "ambazonia"),
    ("ADF", None, 2021, None),
    ("SLA", "LK", 2007, "lk-military"),
    ("SLA", "LB", 1990, "south-lebanon-army"),
    ("UPC", "CF", 2019, "upc-cf"),
    ("People's Liberation Army", "IN", 2010, None),
    ("Ansar al-Sharia", "LY", 2013, "ansar-sharia-ly"),
    ("Ansar al-Sharia", "TN", 2013, "ansar-sharia-tn"),
    ("US-led coalition", "IQ", 2016, "global-coalition"),
    ("US-led coalition", "IQ", 2005, "mnf-iraq"),
    ("US-led coalition", "AF", 2008, "isaf"),
    ("Colombian National Liberation Army", "EC", 1990, "eln-co"),
]  # fmt: skip

UNKNOWN = [
    "gunmen", "unidentified armed men", "the rebels", "suspected militants", "armed group", "a suicide bomber",
    "the group",
    "Shiite militias", "Iran-backed militias", "Palestinian gunmen", "an Iraqi", "a 37-year-old Algerian man", "us",
    "is",
    "splinter group of the Pakistani Taliban", "rebels backed by the Islamic State group", "militias like Hezbollah",
    "extremists linked to al-Qaeda", "pro-Houthi fighters", "anti-Taliban fighters", "former FARC members",
    "Hamas and Islamic Jihad", "Israel and the United States", "Kurdish and Yezidi fighters", "Hamas or Hezbollah",
    "gunmen or ETA", "Blue Mountain Liberation Front", "Israel Katz", "Turkish-backed forces",
    "pro-Syrian government forces",
    "US-led forces", "Cambodian protesters", "supporters of the Taliban", "far", "Hama", "the Red Scarf Brigade",
    "villagers", "the army", "police", "the coalition", "", "   ", "x" * 400,
]  # fmt: skip


@pytest.fixture(scope="module")
def table():
    return ActorTable.load()


@pytest.mark.parametrize(("words", "country", "year", "ident"), LINKED + SHARED)
def test_words_are_linked_to_whom_they_name(table, words, country, year, ident):
    found = table.link(words, country=country, year=year)
    assert (found and found.id) == ident


@pytest.mark.parametrize("words", UNKNOWN)
def test_what_names_nobody_for_sure_stays_as_worded(table, words):
    assert table.link(words, year=2020) is None


@pytest.mark.parametrize("words", ["unidentified gunmen", "the gang", "the rebels", "soldiers", "an armed group"])
def test_the_country_alone_makes_no_group_of_generic_words(table, words):
    assert [table.link(words, country=code, year=2020) for code in ("IQ", "HT", "CO", "MM", "PS")] == [None] * 5


def test_a_verb_in_a_text_in_capitals_is_no_actor(table):
    assert table.link("IS", country="IQ", year=2016, capitals=True) is None
    assert table.link("IS", country="SV", year=1989) is None
    assert table.link("FMLN", country="SV", year=1989, capitals=True).id == "fmln"


@pytest.mark.parametrize(
    ("words", "ident"),
    [
        ("the army", "mm-military"),
        ("Police", "mm-police"),
        ("security forces", "mm-security"),
        ("the junta", "mm-state"),
    ],
)
def test_the_army_is_that_of_the_country_and_flagged(table, words, ident):
    found = table.link(words, country="MM")
    assert (found.id, found.by) == (ident, "country")


def test_the_army_in_occupied_land_is_nobodys(table):
    assert table.link("the army", country="PS") is None


def test_how_a_link_came_about_is_told(table):
    told = [
        table.link(w, country="IQ", year=2016).by for w in ("Hashd al-Shaabi", "Iraqi army", "the army", "coalition")
    ]
    assert told == ["name", "state", "country", "country"]


def test_nobody_acts_before_being_founded(table):
    assert table.link("Islamic State", country="IQ", year=2016)
    assert table.link("Islamic State", country="IQ", year=1995) is None


def test_spellings_that_transliteration_varies_meet(table):
    assert table.link("Harakat Ahraar ash-Shaam al-Islamiya", country="SY", year=2014).id == "ahrar-al-sham"


def test_candidates_are_all_who_bear_the_name(table):
    assert {row.id for row in table.candidates("ELN")} == {"eln-co", "eln-bo", "eln-pe"}
    assert table.candidates("gunmen") == ()


def test_services_made_by_pattern_can_be_asked_for_by_id(table):
    row = table.get("pe-police")
    assert (row.name, row.kind, row.acled_inter, row.plover_sector) == (
        "Police Forces of Peru",
        "state forces",
        1,
        "COP",
    )
    assert table.get("pe-circus") is table.get("nobody") is None


def test_the_shipped_table_is_whole(table):
    rows = list(table)
    assert len(rows) == len(table) >= 700
    assert {row.kind for row in rows} <= set(ACTOR_KINDS)
    assert {row.plover_sector for row in rows} <= SECTORS
    assert [row.id for row in rows if row.parent and table.get(row.parent) is None] == []
    assert [row.id for row in rows if not row.source] == []
    assert [row.id for row in rows if (row.from_year or 0) > (row.to_year or 9999)] == []
    own = [row for row in rows if not re.fullmatch(r"[a-z]{2}-(?:state|military|police|security|intelligence)", row.id)]
    assert [row.id for row in own if not row.countries and row.id != "nato"] == []


def test_every_name_leads_to_its_actor_or_to_nobody(table):
    """A name must never lead to somebody else, in its own country and time."""
    wrong = []
    for row in table:
        for name in (row.name, *row.aliases):
            found = table.link(name, country=row.countries[0] if row.countries else None, year=row.from_year)
            if found and found.id != row.id and row.id not in {r.id for r in table.candidates(name)}:
                wrong.append((name, row.id, found.id))
    assert wrong == []


def test_most_names_lead_to_their_actor(table):
    rows = [row for row in table if row.countries]
    missed = [row.id for row in rows if not (f := table.link(row.name, country=row.countries[0])) or f.id != row.id]
    assert len(missed) / len(rows) < 0.02, missed


def test_loading_is_quick_and_done_once():
    assert ActorTable.load() is ActorTable.load()
    times = []
    for _ in range(3):
        actors._shipped.cache_clear()
        began = time.process_time()
        ActorTable.load()
        times.append(time.process_time() - began)
    assert min(times) < 0.15  # about 0.02 s on an idle machine


HEAD = "id,name,kind,countries,aliases,from_year,to_year,short"


@pytest.fixture
def own_table(tmp_path):
    def write(*lines, head=HEAD):
        path = tmp_path / "mine.csv"
        path.write_text("\n".join((head, *lines)) + "\n", encoding="utf-8")
        return path

    return write


def test_a_table_of_ones_own_adds_rows_and_wins(own_table):
    path = own_table(
        'blue-front,Blue Front,rebel group,XK,"BF|Frente Azul",1999,,true', "hamas,My name,rebel group,PS,,,,"
    )
    table = ActorTable.load(path)
    assert table.link("Frente Azul fighters").id == "blue-front"
    assert (table.link("BF", country="XK").id, table.link("BF", country="FR")) == ("blue-front", None)
    assert table.get("hamas").name == "My name"
    assert table.link("Hezbollah").id == "hezbollah"
    assert ActorTable.load().get("blue-front") is None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Blue Front,x,rebel group,,,,,", "small letters"),
        (",x,rebel group,,,,,", "without 'id'"),
        ("x,,rebel group,,,,,", "without 'name'"),
        ("x,X,rebel grop,,,,,", "Did you mean 'rebel group'"),
        ("x,X,rebel group,Iraq,,,,", "IQ|SY"),
        ("x,X,rebel group,,,99,,", "from_year is not a year"),
        ("x,X,rebel group,,,2001,1999,", "from_year is after to_year"),
        ("x,X,rebel group,,,,,yes", "short is true"),
        ("x,X,rebel group", "3 cells"),
        ("ok,Ok,gang,,,,,\nok,Ok,gang,,,,,", "See line 2"),
    ],
)
def test_a_wrong_row_is_named_with_its_line(own_table, line, says):
    path = own_table(line)
    with pytest.raises(DataError) as caught:
        ActorTable.load(path)
    assert caught.value.code == "E541"
    assert caught.value.place == f"{path}, line {1 + len(line.splitlines())}"
    assert says in str(caught.value)


@pytest.mark.parametrize(
    ("head", "line", "says"),
    [
        ("id,name,kind,sector", "x,X,gang,COP", "no such sector"),
        ("id,name,kind,acled_inter", "x,X,gang,9", "no such inter"),
    ],
)
def test_codes_of_other_schemes_are_checked(own_table, head, line, says):
    head = head.replace("sector", "plover_sector")
    line = line.replace("COP", "XXX")
    with pytest.raises(DataError, match=says):
        ActorTable.load(own_table(line, head=head))


@pytest.mark.parametrize(
    ("head", "says"),
    [
        ("id,name,kind,alias", "Did you mean 'aliases'"),
        ("id,name", "needs the column 'kind'"),
        ("id,id,name,kind", "twice"),
    ],
)
def test_a_wrong_header_is_named(own_table, head, says):
    with pytest.raises(DataError, match=says) as caught:
        ActorTable.load(own_table(head=head))
    assert caught.value.code == "E540"


def test_a_table_that_is_not_there(tmp_path):
    with pytest.raises(DataError, match="cannot be read") as caught:
        ActorTable.load(tmp_path / "none.csv")
    assert caught.value.code == "E540"


def test_the_page_names_every_column(repo_root):
    page = (repo_root / "docs/actors.md").read_text(encoding="utf-8")
    assert [name for name in COLUMNS if f"| `{name}` |" not in page] == []
