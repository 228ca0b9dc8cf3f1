"""Tables of the hazard ledger: their words, the workbook, the child that makes it, and the rounds that send it."""
