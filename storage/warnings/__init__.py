"""Warnings: who is meant (circles.py), what may be read (view.py), how letters are posted in chunks (posting.py)."""
