"""Tie wording to the world: places, times, actors, weapons."""
