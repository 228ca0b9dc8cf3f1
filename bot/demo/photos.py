"""The photos that people of the demo have sent before it began, by the references under which the stand-in keeps them."""

from collections.abc import Callable, Mapping
from functools import partial

from bot.demo import places, wiring, works
from bot.demo.brush import Brush, Stage, View
from safety.events_hazards import Picture

Scene = Callable[[Stage], Brush]
SCENES: Mapping[str, tuple[Scene, View]] = {  # what is drawn, and which part of it the phone sees
    "exit_blocked": (places.exit_blocked, (230, 50, 710, 715)),
    "exit_locked": (places.exit_locked, (250, 50, 690, 560)),
    "extinguisher": (places.extinguisher, (270, 190, 690, 690)),
    "hose": (places.hose, (230, 150, 890, 680)),
    "hood": (places.hood, (170, 40, 790, 660)),
    "switchbox": (wiring.switchbox, (250, 70, 730, 660)),
    "sockets": (wiring.sockets, (60, 180, 920, 690)),
    "charging": (wiring.charging, (20, 160, 780, 700)),
    "exit_light": (wiring.exit_light, (230, 20, 760, 500)),
    "hydrant": (places.hydrant, (270, 40, 690, 500)),
    "belt": (works.belt, (150, 180, 830, 660)),
    "cylinders": (works.cylinders, (100, 170, 880, 690)),
    "edge": (works.edge, (80, 200, 900, 690)),
    "drums": (works.drums, (140, 110, 840, 690)),
    "manhole": (works.manhole, (150, 200, 860, 720)),
    "racks": (works.racks, (150, 30, 830, 680)),
    "welding": (works.welding, (90, 190, 920, 680)),
}
AGAIN = 2  # times that one stage of a scene may have been photographed


def picture(scene: str, stage: Stage, time: int = 1) -> Picture:
    """A photo as somebody has sent it. `time`: the second one of the same stage is another photo."""
    reference = f"demo-{scene}-{stage}-{time}"
    return Picture(reference, reference)


def taken() -> Mapping[str, Callable[[], bytes]]:
    """Every photo by its reference, drawn when it is asked for."""
    return {
        picture(scene, stage, time).file: partial(draw, scene, stage, time)
        for scene in SCENES
        for stage in Stage
        for time in range(1, AGAIN + 1)
    }


def draw(scene: str, stage: Stage, time: int = 1) -> bytes:
    """The bytes of a photo: the same ones every time."""
    seed = 100 * list(SCENES).index(scene) + 10 * list(Stage).index(stage) + time
    paint, view = SCENES[scene]
    return paint(stage).photo(view, seed, later=stage is not Stage.BEFORE or time > 1)
