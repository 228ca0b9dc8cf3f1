"""The tables, one module a noun, all on one MetaData. No queries here."""
