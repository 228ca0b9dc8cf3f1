"""Checklists from and to XLSForms (the spreadsheets of ODK, Kobo, Ona). Plain data in and out; no spreadsheet is opened here."""
