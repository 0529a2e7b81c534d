"""The nouns: pure values that every room speaks. Imports nothing but ``tocsin.errors``."""
