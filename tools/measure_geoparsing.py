"""Measure place resolution on three public geoparsing sets, and place finding on the gold reports.

Prints Acc@161km over all gold places (a place not answered is a miss), with the gold spans given as wordings; then, on
the gold reports, the share of gold place wordings that are found and the share put in the right country. The data
lie beside the checkout and are for evaluation only.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import xml.etree.ElementTree as ET
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tocsin.model.sphere import great_circle_km
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.places import PlaceWording, find_place_names, resolve_places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tocsin.model.kinds.where import Where

Gold = tuple[int, int, float, float]
SHARED = Path(os.environ.get("TOCSIN_SHARED", Path(__file__).parent.parent.parent / "shared")) / "data"


def main() -> None:
    """Print the measures."""
    parser = argparse.ArgumentParser(description="Measure place resolution.")
    parser.add_argument("--misses", type=int, default=0, help="how many misses of each set to show")
    parser.add_argument("--split", default="train", choices=["train", "dev"], help="split of the gold reports")
    args = parser.parse_args()
    gazetteer = Gazetteer.load()
    sets = (
        ("LGL", _toponyms("lgl.xml", "gaztag/lat", "gaztag/lon")),
        ("GWN", _toponyms("GWN.xml", "latitude", "longitude")),
        ("GeoVirus", _geovirus()),
    )
    for name, articles in sets:
        _measure_set(name, articles, gazetteer, args.misses)
    _measure_gold(args.split, gazetteer, args.misses)


def _measure_set(name: str, articles: Iterator[tuple[str, list[Gold]]], gazetteer: Gazetteer, show: int) -> None:
    right = answered = total = found = 0
    misses: Counter[str] = Counter()
    for text, gold in articles:
        gold.sort()
        names = find_place_names(text, gazetteer)
        found += sum(any(w.start < end and start < w.end for w in names) for start, end, *_ in gold)
        answers = resolve_places(_as_wordings(text, gold, names), gazetteer)
        for (start, end, lat, lon), where in zip(gold, answers, strict=True):
            total += 1
            if where is None or where.lat is None or where.lon is None:
                misses[f"{text[start:end]} -> nothing"] += 1
                continue
            answered += 1
            away = great_circle_km(lat, lon, where.lat, where.lon)
            if away <= 161:
                right += 1
            else:
                misses[f"{text[start:end]} -> {where.show()} {away:.0f} km"] += 1
    print(
        f"{name:9} Acc@161km {right / total:.3f} of {total}; answered {answered / total:.3f}; found {found / total:.3f}"
    )
    for miss, count in misses.most_common(show):
        print(f"    {count:4} {miss}")


def _as_wordings(text: str, gold: list[Gold], names: list[PlaceWording]) -> list[PlaceWording]:
    """Give the gold spans as wordings, with the containers that the finder sees around them."""
    links = {(w.start, w.end): w.container for w in names}
    return [PlaceWording(text[a:b], a, b, container=links.get((a, b))) for a, b, *_ in gold]


def _toponyms(file: str, lat_tag: str, lon_tag: str) -> Iterator[tuple[str, list[Gold]]]:
    """Give the articles of LGL or GWN, which differ in the tags of the coordinates; places without any are left out."""
    for article in ET.parse(SHARED / "geoparsing" / file).getroot():  # noqa: S314
        text = article.findtext("text") or ""
        gold = []
        for toponym in article.iter("toponym"):
            lat, lon = toponym.findtext(lat_tag), toponym.findtext(lon_tag)
            if lat and lon and re.match(r"-?\d", lat):
                start, end = int(toponym.findtext("start") or 0), int(toponym.findtext("end") or 0)
                gold.append((start, end, float(lat), float(lon)))
        yield text, gold


def _geovirus() -> Iterator[tuple[str, list[Gold]]]:
    for article in ET.parse(SHARED / "geoparsing" / "GeoVirus.xml").getroot():  # noqa: S314
        text = article.findtext("text") or ""
        gold = []
        for place in article.iter("location"):
            start, end = int(place.findtext("start") or 0), int(place.findtext("end") or 0)
            name = place.findtext("name") or ""
            if text[start:end] != name and text[start - 1 : end - 1] == name:
                start, end = start - 1, end - 1
            gold.append((start, end, float(place.findtext("lat") or 0), float(place.findtext("lon") or 0)))
        yield text, gold


def _measure_gold(split: str, gazetteer: Gazetteer, show: int) -> None:
    tally: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    astray: Counter[str] = Counter()
    spare: Counter[str] = Counter()
    for line in (SHARED / "gold" / f"{split}.jsonl").read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        gold = {(*w["span"], w["country"], w["level"]) for m in report["mentions"] for w in m.get("where", ())}
        names = find_place_names(report["text"], gazetteer)
        answers: list[Where | None] = resolve_places(names, gazetteer)
        for start, end, country, level in gold:
            tally["gold"] += 1
            hits = [i for i, w in enumerate(names) if w.start < end and start < w.end]
            if not hits:
                lost[f"{report['text'][max(0, start - 30) : end + 20]!r} [{report['text'][start:end]}] {level}"] += 1
                continue
            tally["found"] += 1
            tally["exact"] += any((names[i].start, names[i].end) == (start, end) for i in hits)
            named = [i for i in hits if not names[i].modifier] or hits
            given = [a.country for i in named if (a := answers[i]) is not None]
            tally["answered"] += bool(given)
            if country in given:
                tally["country"] += 1
            else:
                astray[f"{report['text'][start:end]} {level} {country} -> {given}"] += 1
        for wording in names:
            if not wording.modifier:
                tally["given"] += 1
                if not any(wording.start < end and start < wording.end for start, end, *_ in gold):
                    spare[wording.text] += 1
    total = tally["gold"]
    shares = ", ".join(f"{key} {tally[key] / total:.3f}" for key in ("found", "exact", "answered", "country"))
    rest = f"names that are no event place {sum(spare.values())} of {tally['given']}"
    print(f"gold {split}: {total} place wordings; {shares}; {rest}")
    for title, counter in (("not found", lost), ("country wrong", astray), ("not in gold", spare)):
        if show:
            print(f"  {title}:")
        for text, count in counter.most_common(show):
            print(f"    {count:4} {text}")


if __name__ == "__main__":
    main()
