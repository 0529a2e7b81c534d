"""What the trained tagger tells apart: pieces of text, their classes, and the links between them.

The classes are the enumerations of the report contract; their order is the order of the network's outputs, so it never
changes without a new model.
"""

from __future__ import annotations

PIECES = (
    "trigger", "when", "place", "weapon", "munition", "target",
    "casualty", "actor", "stance", "speaker", "damage", "none_hurt",
)  # fmt: skip
TAGS = 3  # outside, begins, goes on

TYPES = (
    "Armed clash", "Government regains territory", "Non-state actor overtakes territory", "Attack",
    "Abduction/forced disappearance", "Sexual violence", "Shelling/artillery/missile attack", "Air/drone strike",
    "Remote explosive/landmine/IED", "Grenade", "Suicide bomb", "Chemical weapon", "Disrupted weapons use",
    "Mob violence", "Arrests", "Looting/property destruction", "Other",
)  # fmt: skip
ROLES = ("main", "other", "background")
STATUSES = ("happened", "attempted", "foiled", "threatened", "planned", "hypothetical", "denied")
WEAPONS = (
    "rocket", "missile", "mortar", "artillery", "drone", "aircraft", "bomb", "ied", "suicide_vest", "car_bomb",
    "vehicle", "firearm", "grenade", "mine", "knife", "fire", "chemical", "other",
)  # fmt: skip
TARGETS = (
    "military", "police", "government", "civilians", "infrastructure", "religious", "medical", "education",
    "transport", "diplomatic", "aid", "media", "business", "armed_group", "other",
)  # fmt: skip
EFFECTS = ("destroyed", "some_damage", "none", "unknown")
FATES = ("fired", "intercepted", "unfired", "fell_short", "unknown")
OUTCOMES = ("killed", "wounded", "missing", "abducted", "arrested")
GROUPS = (
    "civilian", "military", "police", "militant", "contractor", "official", "aid_worker", "journalist", "unknown",
)  # fmt: skip
STANCES = (
    "claims", "admits", "accused", "suspected", "denies", "acquitted", "not_blamed", "unclaimed", "stated_as_fact",
)  # fmt: skip
SCOPES = ("this_attack", "earlier_attacks", "in_general")
ACTORS = (
    "state forces", "rebel group", "political militia", "identity militia", "external forces", "gang", "unknown",
)  # fmt: skip

FACETS: dict[str, tuple[str, tuple[str, ...]]] = {
    "type": ("trigger", TYPES),
    "role": ("trigger", ROLES),
    "status": ("trigger", STATUSES),
    "weapon": ("weapon", WEAPONS),
    "target": ("target", TARGETS),
    "effect": ("damage", EFFECTS),
    "fate": ("munition", FATES),
    "outcome": ("casualty", OUTCOMES),
    "group": ("casualty", GROUPS),
    "superseded": ("casualty", ("no", "yes")),
    "stance": ("stance", STANCES),
    "scope": ("stance", SCOPES),
    "actor": ("actor", ACTORS),
}
"""Facet -> the pieces it is read off, and its classes."""

LINKS: dict[str, tuple[str, str]] = {
    "when": ("when", "trigger"),
    "place": ("place", "trigger"),
    "within": ("place", "trigger"),
    "weapon": ("weapon", "trigger"),
    "munition": ("munition", "trigger"),
    "target": ("target", "trigger"),
    "casualty": ("casualty", "trigger"),
    "stance": ("stance", "trigger"),
    "damage": ("damage", "trigger"),
    "none_hurt": ("none_hurt", "trigger"),
    "actor": ("stance", "actor"),
    "speaker": ("casualty munition stance", "speaker"),
    "part": ("casualty", "casualty"),
}
"""Link -> the pieces it leads from (any of several) and the pieces it leads to."""
