## The veto list

veto-gone = This entry is not on the list any more.
veto-day-over = That day is over.
