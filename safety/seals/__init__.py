"""Seals: what makes a later change of the record visible (封存). Pure: hashes, trees, heads and receipts; no keys, no tables.

entries.py  one link of the chain over the append-only events · merkle.py  the tree that a signed head names
heads.py    the signed head of a day · receipts.py  one receipt, proved offline · findings.py  what tampering looks like
"""
