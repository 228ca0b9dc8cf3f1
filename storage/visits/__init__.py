"""Inspections on site: rows.py finds them, reading.py puts one together, view.py is what one actor may read, agreeing.py compares."""
