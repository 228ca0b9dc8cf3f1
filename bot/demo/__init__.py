"""The made-up district of the demo: its spreadsheet, the people on the phones, and a little history."""
