"""Lists of enterprises brought in: read, judged against the ledger, written in portions, bad rows given back as a file."""
