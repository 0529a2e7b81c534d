"""Score the six-field form of the templates by CEAF-RME, with the similarities phi-3 and phi-subset.

Source: IterX (Chen et al., EACL 2023), after CEAF (Luo 2005). A mention is its incident type, its role and its wording,
in lower case without punctuation and articles. Templates are paired one to one for the greatest similarity:

- phi-3: entities of the two templates are paired one to one for the most mentions in common; that number over all
  mentions predicted is precision, over all mentions of the key recall.
- phi-subset: predicted entities that share a mention with some entity of the key template, over all entities predicted,
  is precision; entities of the key template that were so found, over all of the key, recall.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tocsin.evaluate.assign import pair_best
from tocsin.evaluate.yardsticks.muc4.score import f_measure

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)

Mention = tuple[str, str]
"""Role and folded wording."""


@dataclass(frozen=True, slots=True)
class Entities:
    """Hold one template of the six-field form: the types it may be of, and its entities as lists of mentions."""

    types: tuple[str, ...]
    entities: tuple[tuple[Mention, ...], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """Count what was found: over what was predicted, and over what was due."""

    hit: float = 0.0
    predicted: float = 0.0
    recalled: float = 0.0
    due: float = 0.0

    def __add__(self, other: Found) -> Found:
        return Found(
            self.hit + other.hit,
            self.predicted + other.predicted,
            self.recalled + other.recalled,
            self.due + other.due,
        )

    @property
    def precision(self) -> float:
        """Give precision, 0 where nothing was predicted."""
        return self.hit / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Give recall, 0 where nothing was due."""
        return self.recalled / self.due if self.due else 0.0

    @property
    def f1(self) -> float:
        """Give F1."""
        return f_measure(self.recall, self.precision)


def make_entities(kind: str, roles: Mapping[str, Iterable[Iterable[str]]]) -> Entities:
    """Make a template of the six-field form; ``kind`` may name several types, parted by a slash."""
    entities = [
        tuple((role, fold_wording(mention)) for mention in entity) for role in ROLES for entity in roles.get(role, ())
    ]
    types = tuple(part.strip() for part in kind.lower().split("/"))
    return Entities(types, tuple(entity for entity in entities if entity))


def fold_wording(text: str) -> str:
    """Fold a wording as this metric compares it.

    >>> fold_wording('The "U.S. Embassy"')
    'us embassy'
    """
    return " ".join(_ARTICLE.sub(" ", text.lower().translate(_PUNCTUATION)).split())


def score_phi3(responses: Sequence[Entities], keys: Sequence[Entities]) -> Found:
    """Count the mentions of one report."""
    pairs = pair_best(responses, keys, _shared_mentions, least=1.0)
    hit = sum(_shared_mentions(responses[i], keys[j]) for i, j in pairs)
    return Found(hit, _mentions(responses), hit, _mentions(keys))


def score_subset(responses: Sequence[Entities], keys: Sequence[Entities]) -> Found:
    """Count the entities of one report."""
    pairs = pair_best(responses, keys, lambda a, b: float(_shared_entities(a, b)[0]), least=1.0)
    shared = [_shared_entities(responses[i], keys[j]) for i, j in pairs]
    return Found(
        sum(hit for hit, _ in shared),
        sum(len(template.entities) for template in responses),
        sum(found for _, found in shared),
        sum(len(template.entities) for template in keys),
    )


def _shared_mentions(response: Entities, key: Entities) -> float:
    if not set(response.types) & set(key.types):
        return 0.0
    pairs = pair_best(response.entities, key.entities, _in_common, least=1.0)
    return sum(_in_common(response.entities[i], key.entities[j]) for i, j in pairs)


def _shared_entities(response: Entities, key: Entities) -> tuple[int, int]:
    """Count the predicted entities that name one of the key's, and those of the key so named."""
    if not set(response.types) & set(key.types):
        return 0, 0
    named = [
        next((at for mention in ours for at, due in enumerate(key.entities) if mention in due), None)
        for ours in response.entities
    ]
    hits = [at for at in named if at is not None]
    return len(hits), len(set(hits))


def _in_common(ours: tuple[Mention, ...], due: tuple[Mention, ...]) -> float:
    return float(sum(mention in due for mention in ours))


def _mentions(templates: Sequence[Entities]) -> int:
    return sum(len(entity) for template in templates for entity in template.entities)
