"""Anonymous tips in the database: the vault and who stands behind a tip, how often, photos, and what may be read."""
