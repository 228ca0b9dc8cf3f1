"""What may be refused. A Refusal is a sentence for the user; everything else that is raised is a bug and travels."""

from collections.abc import Mapping


class Refusal(Exception):  # noqa: N818 - it is an answer, not an error
    """An action that the rules do not allow; `line` is a text id of the locales, `args` its arguments.

    guess   the kind of secret that was given wrongly: it is counted, so that secrets cannot be tried out (S2)
    """

    def __init__(
        self, line: str, args: Mapping[str, str | int] | None = None, guess: str | None = None
    ) -> None:
        super().__init__(line)
        self.line = line
        self.arguments = dict(args or {})
        self.guess = guess
