"""How near does a whole reading come to the bare encoder, and how much faster is a news mix than attacks alone?

Reads the demo reports in one process on one core: the int8 encoder over the text and nothing else, against whole
readings with both readers; then a mix with 3 attacks in 100 reports, the others peaceful news, against attack reports
alone. CPU time, median of seven rounds, the reader's caches emptied before each.
Answer on 2026-11-22, one core: the encoder takes .56 of a whole reading; the mix is read 15 times as fast.
"""

from __future__ import annotations

import os

os.environ.update(OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")  # before numpy loads: one core, and no idle spinning

import json
from statistics import median

import rounds

from tocsin.extract.tagger.network import TaggerNetwork
from tocsin.model.report import Report, make_report
from tocsin.pipeline import load
from tocsin.samples import sample_path

PEACEFUL = (
    "The city council voted on Tuesday to widen the road to the harbour and to plant lime trees along it. The mayor, "
    "Ana Ruiz, said the work would begin in spring and cost 4 million euros. Shopkeepers welcomed the plan, but asked "
    "for parking while it lasts.",
    "Shares in the carmaker rose 3 per cent after it reported a profit for the third quarter. Analysts had expected a "
    "loss. The company, which employs 12,000 people in four countries, will open a battery plant next year.",
    "The home side won 2-1 after a late goal by their captain. The visitors had taken the lead in the first half and "
    "hit the post twice. The coach said he was proud of a young team that never stopped running.",
    "Researchers have found that bees remember the colours of flowers for several days. The study, which followed 40 "
    "hives over two summers, was published on Thursday. Farmers may use the result to choose what to sow at the edge "
    "of their fields.",
    "Parliament will debate the budget next week. The finance minister wants to lower the tax on wages and raise that "
    "on fuel; the opposition says pensioners would pay the bill. A vote is expected before the end of the month.",
    "The festival opens on Friday with a film about a lighthouse keeper and his daughter. More than 200 films from 60 "
    "countries will be shown in ten days. Tickets cost 8 euros and can be bought at the door.",
)


def peaceful(n: int) -> str:
    """Make a report of peaceful news, about as long as the demo reports of attacks, no two alike."""
    return "\n\n".join([*(PEACEFUL[(n + k) % len(PEACEFUL)] for k in range(5)), f"Edition {n}."])


def main() -> None:
    """Print the ratios."""
    rows = [json.loads(line) for line in sample_path().read_text(encoding="utf-8").splitlines()]
    reports: list[Report] = [make_report(r["text"], title=r["title"], published=r["published"]) for r in rows]
    reader = load("both")
    attacks = [r for r in reports if reader.read(r).relevant]
    network = TaggerNetwork()
    mix = [make_report(peaceful(n)) for n in range(97)] + attacks[:3]

    encoder = rounds.measure(lambda: [network.encode_only(r.text) for r in attacks])
    whole = rounds.measure(lambda: [reader.read(r) for r in attacks])
    mixed = rounds.measure(lambda: [reader.read(r) for r in mix])
    print(f"bare encoder / whole reading, attack reports    {median(encoder) / median(whole):6.2f}")
    per_attack, per_mixed = median(whole) / len(attacks), median(mixed) / len(mix)
    print(f"reports a second, 3 % attacks / attacks only    {per_attack / per_mixed:6.1f}")


if __name__ == "__main__":
    main()
