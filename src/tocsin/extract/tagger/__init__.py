"""The trained tagger: which words tell of an attack, what they name, and what belongs together."""
