"""The expressions of XLSForms, as far as checklists can say the same: read into a tree, no more. What they mean is not here."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

DEEPEST = 40
LONGEST = 4000  # characters of an expression that are read

_TOKEN = re.compile(
    r"""\s*(?:
      (?P<ref>\$\{\s*(?:last-saved\#)?(?P<name>[^}\s]+)\s*\})
    | (?P<number>\d+(?:\.\d+)?|\.\d+)
    | (?P<text>"[^"]*"|'[^']*')
    | (?P<word>and|or|div|mod)(?![\w:.-])
    | (?P<call>[A-Za-z][\w:.-]*)\s*\(
    | (?P<sign>!=|<=|>=|[=<>+*()|,/-])
    | (?P<dot>\.\.?)
    | (?P<other>[A-Za-z_@][\w:.-]*|\S)
    )""",
    re.VERBOSE,
)
# How tightly the operators bind, loosest first.
_BINDS = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}


class NotReadError(Exception):
    """The expression is none that is understood; the text is the part that was not."""


@dataclass(frozen=True, slots=True)
class Ref:
    """Another question, `${name}`."""

    name: str


@dataclass(frozen=True, slots=True)
class Self:
    """The answer that is being checked, `.`."""


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    name: str
    args: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Op:
    """Two sides and what stands between them."""

    sign: str
    left: "Node"
    right: "Node"


Node = Ref | Self | Call | Op | str | Decimal


def parse(text: str) -> Node:
    """Read an expression. Raises NotReadError."""
    if len(text) > LONGEST:
        raise NotReadError(text[:20] + "…")
    reader = _Reader(list(_tokens(text)))
    node = reader.expression(0, 0)
    if reader.here is not None:
        raise NotReadError(reader.here[1])
    return node


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    place = 0
    while place < len(text.rstrip()):
        found = _TOKEN.match(text, place)
        if found is None or found.lastgroup is None:
            raise NotReadError(text[place : place + 20])
        place = found.end()
        kind = "ref" if found["ref"] else found.lastgroup
        yield kind, found["name"] if kind == "ref" else found[kind]


class _Reader:
    """Goes through the tokens of one expression."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self.tokens = tokens
        self.place = 0

    @property
    def here(self) -> tuple[str, str] | None:
        return self.tokens[self.place] if self.place < len(self.tokens) else None

    def take(self, value: str | None = None) -> tuple[str, str]:
        token = self.here
        if token is None or (value is not None and token[1] != value):
            raise NotReadError(token[1] if token else "…")
        self.place += 1
        return token

    def expression(self, least: int, depth: int) -> Node:
        """Operators that bind more tightly than `least`."""
        left = self.single(depth)
        while (token := self.here) is not None and token[0] in {"sign", "word"}:
            strength = _BINDS.get(token[1], 0)
            if strength <= least:
                break
            self.take()
            left = Op(token[1], left, self.expression(strength, depth + 1))
        return left

    def single(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise NotReadError("((((")
        kind, value = self.take()
        made: dict[str, Callable[[], Node]] = {
            "ref": lambda: Ref(value),
            "number": lambda: Decimal(value),
            "text": lambda: value[1:-1],
            "call": lambda: self.call(value, depth),
        }
        if kind in made:
            return made[kind]()
        if (kind, value) == ("dot", "."):
            return Self()
        if (kind, value) == ("sign", "("):
            node = self.expression(0, depth + 1)
            self.take(")")
            return node
        if (kind, value) == ("sign", "-"):
            return self.negative(depth)
        raise NotReadError(value)

    def negative(self, depth: int) -> Node:
        node = self.single(depth + 1)
        if not isinstance(node, Decimal):
            raise NotReadError("-")
        return -node

    def call(self, name: str, depth: int) -> Call:
        args: list[Node] = []
        while self.here is not None and self.here[1] != ")":
            args.append(self.expression(0, depth + 1))
            if self.here is not None and self.here[1] == ",":
                self.take()
        self.take(")")
        return Call(name, tuple(args))


def shown(node: Node) -> str:
    """An expression, or a part of one, as its author may recognise it."""
    match node:
        case Self():
            return "."
        case Ref(name):
            return f"${{{name}}}"
        case Call(name, args):
            return f"{name}({', '.join(shown(one) for one in args)})"
        case Op(sign, left, right):
            return f"{shown(left)} {sign} {shown(right)}"
    return str(node)
