"""Invitations printed for many enterprises at once: A4 sheets of cards, laid out in a child process, sent once, the file then removed."""
