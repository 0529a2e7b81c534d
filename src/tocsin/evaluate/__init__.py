"""Measure a reader against reports that people annotated: load, align, score, hold floors, browse errors."""

from tocsin.evaluate.gold import GoldSet, load_gold, load_predictions, reader_from_predictions
from tocsin.evaluate.run import run
from tocsin.evaluate.scores import Count, Scores

__all__ = ["Count", "GoldSet", "Scores", "load_gold", "load_predictions", "reader_from_predictions", "run"]
