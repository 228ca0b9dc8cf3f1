"""Emergency supplies (应急物资) as content: what a class of enterprises should have, how much, and how often it is looked at."""

from typing import Annotated, ClassVar

from pydantic import Field

from checklists.answers import Facts
from checklists.conditions import Condition
from checklists.parts import Grounded, Text, Whole


class SupplyItem(Grounded):
    """One thing to have.

    quantity    how many, in `unit`s
    when        only for enterprises with these facts; None: for all
    life_days   after which it is replaced or inspected; 0: it does not run out
    """

    limits: ClassVar = {"title": (10, 30), "unit": (4, 10)}

    id: str
    title: Text
    unit: Text
    quantity: Annotated[Whole, Field(ge=1, le=10_000)]
    when: Condition | None = None
    life_days: Annotated[Whole, Field(ge=0, le=7300)] = 0


class SupplyRules(Grounded):
    """rules/supplies.yaml.

    check_days   after which all of a depot is looked at again
    soon_days    so many days before it runs out a thing is marked
    """

    check_days: Annotated[Whole, Field(ge=1, le=366)] = 30
    soon_days: Annotated[Whole, Field(ge=1, le=366)] = 30
    items: tuple[SupplyItem, ...] = ()

    def suggested(self, facts: Facts) -> tuple[SupplyItem, ...]:
        """What an enterprise with these facts should have."""
        return tuple(one for one in self.items if one.when is None or one.when.compiled()({}, facts))

    def item(self, item: str) -> SupplyItem | None:
        """A thing by its id."""
        return next((one for one in self.items if one.id == item), None)
