"""The commands of `python -m checklists` that need more than content: screens, a clock, spreadsheets, the database."""
