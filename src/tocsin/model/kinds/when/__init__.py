"""When something happened: wording found in a text, parsed, and tied to the calendar as a value with its precision.

``find_times`` finds expressions, ``resolve_time`` gives their value for an ``Anchor`` (publication, date last spoken
of), ``combine`` puts a clock time on a day, ``compare`` and ``merge`` weigh two values.
"""

from tocsin.model.kinds.when.anchor import Anchor, Tense
from tocsin.model.kinds.when.expression import Kind, Parts, TimeExpression
from tocsin.model.kinds.when.find import find_times
from tocsin.model.kinds.when.resolve import combine, resolve_time
from tocsin.model.kinds.when.value import Basis, Precision, When, at_publication, compare, merge

__all__ = [
    "Anchor",
    "Basis",
    "Kind",
    "Parts",
    "Precision",
    "Tense",
    "TimeExpression",
    "When",
    "at_publication",
    "combine",
    "compare",
    "find_times",
    "merge",
    "resolve_time",
]
