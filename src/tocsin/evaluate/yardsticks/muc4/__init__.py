"""Measure a reading with the templates of the fourth Message Understanding Conference (1992), all slots.

Readings in the machine contract become templates (``draft``, ``fill``); templates are scored by the rules of 1992
(``score``) and by the measure of today (``rme``).
"""

from __future__ import annotations

from tocsin.evaluate.yardsticks.muc4.measure import Muc4Scores, measure

__all__ = ["Muc4Scores", "measure"]
