"""The monthly report (月报) of an area as a PDF: its words, its layout, and the child that lays it out."""
