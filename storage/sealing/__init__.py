"""The chain of seals as it is kept: appended outside the turn, read in portions, checked against the events.

reading.py  rows of the record and of the chain, in portions, as they stand · chain.py  appends
heads.py    what a head is made over · checking.py  the whole chain against the events · proving.py  one receipt
"""
