"""Stretches answer as going through every region would."""

from __future__ import annotations

import random

from tocsin.model.span import Stretches


def test_stretches_cover_what_one_of_the_regions_covers():
    rnd = random.Random(5)  # noqa: S311 - a test's input, always the same
    for _ in range(50):
        regions = [(a, a + rnd.randrange(9)) for a in (rnd.randrange(60) for _ in range(rnd.randrange(8)))]
        held = Stretches(regions)
        for offset in range(-2, 75):
            assert held.cover(offset) == any(a <= offset < b for a, b in regions), (regions, offset)
