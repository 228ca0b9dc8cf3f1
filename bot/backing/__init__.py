"""Backup and restore: one moment of the database and every file that belongs to it, with the sum of each part."""
