"""The schema's history, one numbered step after the other. storage/migration.py takes them."""
