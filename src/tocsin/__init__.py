"""Tocsin: a sourced ledger of armed attacks."""
