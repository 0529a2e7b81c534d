"""Browse what went wrong in one field: the report, the sentence, what was due and what was given."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from difflib import get_close_matches
from typing import Any

from tocsin.errors import UsageError
from tocsin.evaluate.fields import BY_NAME
from tocsin.evaluate.outcome import Wrong
from tocsin.evaluate.scores import ReportResult, Scores

# Enough for display: a stop, any closing quotes, blanks and a capital; or a blank line.
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[A-Z0-9\"“‘(\[])|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Miss:
    """Hold one error: ``kind`` is missed, spurious, wrong (one given instead of another) or crash."""

    report_id: str
    kind: str
    sentence: str | None
    gold: str | None
    predicted: str | None

    def as_dict(self) -> dict[str, Any]:
        """Give the error as a JSON object."""
        return asdict(self)

    def show(self) -> str:
        """Show the error in four short lines."""
        lines = [f"{self.report_id}  [{self.kind}]"]
        if self.sentence:
            lines.append(f"  in        {self.sentence}")
        lines.append(f"  gold      {self.gold or '-'}")
        lines.append(f"  predicted {self.predicted or '-'}")
        return "\n".join(lines)


def list_misses(scores: Scores, field: str) -> list[Miss]:
    """List a field's errors in the order of the reports.

    Raises:
        UsageError: no such field; the nearest name is offered (E280).
    """
    if field not in BY_NAME:
        near = get_close_matches(field, BY_NAME, n=1, cutoff=0.4)
        hint = f"Did you mean {near[0]}?" if near else f"Fields: {', '.join(BY_NAME)}."
        raise UsageError("E280", "no such field", value=field, place="--errors", hint=hint)
    return [_miss(result, wrong) for result in scores.results for wrong in result.outcomes[field].wrong]


def sentence_at(text: str, start: int) -> str:
    """Cut the sentence that holds offset ``start`` out of a text, blanks folded.

    >>> sentence_at("Two died. A third was hurt. Nobody fled.", 12)
    'A third was hurt.'
    """
    cuts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    begin = max(cut for cut in cuts if cut <= start)
    end = min((cut for cut in cuts if cut > start), default=len(text))
    return " ".join(text[begin:end].split())


def _miss(result: ReportResult, wrong: Wrong) -> Miss:
    shown = [item for item in (wrong.gold, wrong.predicted) if item is not None]
    spans = [item.words.span for item in shown if item.words and item.words.span]
    kind = "missed" if wrong.predicted is None else "spurious" if wrong.gold is None else "wrong"
    return Miss(
        report_id=result.report_id,
        kind="crash" if result.crash else kind,
        sentence=sentence_at(result.text, spans[0][0]) if spans else None,
        gold=wrong.gold.show() if wrong.gold else None,
        predicted=result.crash.error if result.crash else wrong.predicted.show() if wrong.predicted else None,
    )
