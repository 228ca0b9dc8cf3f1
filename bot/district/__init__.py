"""A made-up district at the size of a real one, lived through for a year by the same rules as everybody's: `python -m bot seed`."""
