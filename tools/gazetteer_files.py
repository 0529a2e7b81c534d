"""The three files of the shipped gazetteer, written in the layout that ``tocsin.resolve.gazetteer`` reads."""

from __future__ import annotations

import json
from array import array
from collections import defaultdict
from pathlib import Path

import marisa_trie

from gazetteer_rows import Row
from tocsin.resolve import folding, gazetteer

CANDIDATES = 40  # places kept for one name; "san antonio" has several hundred


def write_files(
    out: Path,
    rows: list[Row],
    flags: dict[str, int],
    country_words: dict[str, str],
    demonyms: dict[str, str],
) -> None:
    """Rank the candidates of each name and write ``keys.marisa``, ``places.bin`` and ``meta.json`` into ``out``.

    ``flags`` maps a key to its flag bits; ``country_words`` and ``demonyms`` map folded words to ISO alpha-2 codes.
    """
    postings = _rank(rows)
    trie = marisa_trie.Trie(postings, num_tries=3, order=marisa_trie.LABEL_ORDER)
    keys = sorted(postings, key=trie.get)
    admin1 = ["", *sorted({row.admin1 for row in rows if row.admin1})]
    countries = ["", *sorted({row.country for row in rows if row.country})]
    ids = [row.id for row in rows if not row.id.startswith("geonames:")]
    columns = _columns(rows, {a: i for i, a in enumerate(admin1)}, {c: i for i, c in enumerate(countries)}, ids)
    names = bytearray()
    columns["name_off"] = array("I", [0])
    for row in rows:
        names += row.name.encode()
        columns["name_off"].append(len(names))
    columns["names"] = array("B", bytes(names))
    columns["key_off"] = array("I", [0])
    columns["postings"] = array("I")
    for key in keys:
        columns["postings"].extend(postings[key])
        columns["key_off"].append(len(columns["postings"]))
    columns["key_flags"] = array("B", [flags.get(key, 0) for key in keys])
    out.mkdir(parents=True, exist_ok=True)
    trie.save(str(out / "keys.marisa"))
    with (out / "places.bin").open("wb") as file:
        counts = (len(rows), len(keys), len(columns["postings"]), len(names), 0)
        file.write(gazetteer.HEADER.pack(gazetteer.MAGIC, gazetteer.VERSION, *counts))
        for name, code, count in gazetteer.column_sizes(*counts[:4]):
            column = columns[name]
            if len(column) != count or column.typecode != code:
                raise SystemExit(f"column {name} is malformed: {len(column)} of {count}")
            data = column.tobytes()
            file.write(data + b"\0" * (-len(data) % 8))
    meta = {
        "ids": ids,
        "admin1": admin1,
        "countries": countries,
        "country_words": country_words,
        "demonyms": demonyms,
        "country_rows": {row.country: i for i, row in enumerate(rows) if row.level == "country"},
        "military_rows": [i for i, row in enumerate(rows) if row.kind in gazetteer.MILITARY_KINDS],
    }
    text = json.dumps(meta, ensure_ascii=False, separators=(",", ":"))
    (out / "meta.json").write_text(text, encoding="utf-8")
    size = sum(f.stat().st_size for f in out.iterdir())
    print(f"{len(rows)} places, {len(keys)} keys, {len(columns['postings'])} postings, {size / 1e6:.1f} MB")


def _rank(rows: list[Row]) -> dict[str, list[int]]:
    ranked: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for i, row in enumerate(rows):
        for key, prior in row.keys.items():
            ranked[key].append((-prior, i))
    loose: dict[str, list[tuple[float, int]]] = defaultdict(list)
    for key, found in ranked.items():
        form = folding.loosen(key)
        if form != key and len(form) >= 4 and form.isascii():
            loose[gazetteer.LOOSE_MARK + form].extend(found)
    postings: dict[str, list[int]] = {}
    for group in (ranked, loose):
        for key, found in group.items():
            best: dict[int, float] = {}
            for prior, i in found:
                best[i] = min(prior, best.get(i, 99))
            postings[key] = [i for i, _ in sorted(best.items(), key=lambda item: (item[1], item[0]))][:CANDIDATES]
    return postings


def _columns(
    rows: list[Row], admin1: dict[str, int], countries: dict[str, int], ids: list[str]
) -> dict[str, array[int]]:
    place = {identity: i for i, identity in enumerate(ids)}
    sources = {name: i for i, name in enumerate(gazetteer.SOURCES)}
    return {
        "lat": array("i", [round(r.lat * 1e5) for r in rows]),
        "lon": array("i", [round(r.lon * 1e5) for r in rows]),
        "population": array("I", [min(r.population, 2**32 - 1) for r in rows]),
        "place_id": array("I", [place[r.id] if r.id in place else int(r.id.partition(":")[2]) for r in rows]),
        "radius": array("H", [min(65535, round(r.radius_km * 10)) for r in rows]),
        "admin1": array("H", [admin1[r.admin1] if r.admin1 else 0 for r in rows]),
        "country": array("B", [countries[r.country] if r.country else 0 for r in rows]),
        "level": array("B", [gazetteer.LEVELS.index(r.level) for r in rows]),
        "source": array("B", [sources[r.id.partition(":")[0]] for r in rows]),
        "kind": array("B", [gazetteer.KINDS.index(r.kind) for r in rows]),
    }
