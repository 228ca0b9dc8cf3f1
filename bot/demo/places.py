"""Scenes of the demo's photos in shops and buildings: ways out, extinguishers, kitchens. Each before, half, after."""

from bot.demo.brush import (
    BLACK,
    BLUE,
    CARTON,
    FLOOR,
    GREEN,
    GREY,
    ORANGE,
    RED,
    RUST,
    STEEL,
    WHITE,
    WOOD,
    YELLOW,
    Brush,
    Colour,
    Stage,
    shade,
)

PLASTER, TILE, CONCRETE = (222, 216, 200), (226, 232, 232), (158, 156, 150)
GREASE = (132, 92, 38)


def _door(brush: Brush, left: float, colour: Colour) -> None:
    """A double door with its exit sign."""
    brush.box(left - 12, 138, left + 292, FLOOR, shade(colour, -40))
    for side in (left, left + 141):
        brush.box(side, 150, side + 139, FLOOR, colour, 2)
        brush.box(side + 34, 190, side + 104, 270, (190, 214, 220), 2)
    brush.sign(left + 140, 92, "安全出口", GREEN, 34)


def exit_blocked(stage: Stage) -> Brush:
    """Cartons before the way out; some left; a marked way that is free."""
    brush = Brush(PLASTER, CONCRETE, tiles=True)
    _door(brush, 330, (150, 152, 148))
    for side in (400, 470, 541):
        brush.box(side, 340, side + 30, 352, STEEL, 1)
    if stage.right:
        brush.shape(((300, 700), (372, 506), (392, 506), (336, 700)), YELLOW)
        brush.shape(((624, 700), (566, 506), (548, 506), (588, 700)), YELLOW)
        brush.words(462, 640, "禁止堆放", YELLOW, 40)
        return brush
    piles = (
        (300, 640, 130, 110),
        (300, 530, 120, 96),
        (432, 650, 140, 130),
        (440, 520, 118, 90),
        (574, 636, 126, 112),
    )
    for x, y, wide, high in piles if stage is Stage.BEFORE else piles[:2]:
        brush.carton(x, y, wide, high)
    if stage is Stage.BEFORE:
        brush.carton(576, 524, 110, 92, (206, 172, 124))
        brush.carton(452, 430, 96, 80, (206, 172, 124))
    return brush


def exit_locked(stage: Stage) -> Brush:
    """A chain with a padlock; the chain hanging open; bars that open at a push."""
    brush = Brush((206, 214, 206), (140, 132, 122))
    _door(brush, 330, (92, 122, 104))
    if stage.right:
        for left in (340, 481):
            brush.box(left, 330, left + 120, 356, STEEL, 2, 6)
            brush.box(left + 6, 318, left + 24, 368, GREY, 2, 4)
        brush.sign(470, 420, "推开即可", GREEN, 24)
        return brush
    for side in (440, 488):
        brush.box(side, 300, side + 14, 390, STEEL, 2, 6)
    links = (
        ((446, 350), (496, 344), (452, 362), (494, 368))
        if stage is Stage.BEFORE
        else ((446, 360), (440, 450), (452, 476))
    )
    for width, colour in ((14, shade(RUST, -40)), (7, STEEL)):
        brush.line(links, colour, width)
    if stage is Stage.BEFORE:
        brush.line(((462, 366), (462, 346), (480, 346), (480, 366)), STEEL, 8)
        brush.box(450, 362, 494, 416, (206, 164, 52), 2, 5)
        brush.disc(472, 388, 7, BLACK)
    return brush


def extinguisher(stage: Stage) -> Brush:
    """Sacks stand before the extinguishers; half cleared; free and marked."""
    brush = Brush((232, 226, 214), (176, 162, 142), tiles=True)
    brush.box(380, 300, 580, FLOOR - 6, (214, 66, 54), 3, 4)
    brush.box(392, 312, 568, 484, (242, 240, 236), 2)
    brush.sign(480, 250, "灭火器", RED, 36)
    for x in (430, 520):
        brush.box(x - 26, 352, x + 26, 474, RED, 2, 14)
        brush.box(x - 12, 330, x + 12, 354, BLACK)
        brush.line(((x + 10, 338), (x + 36, 352), (x + 34, 420)), BLACK, 6)
        brush.box(x - 20, 392, x + 20, 428, WHITE)
    if stage.right:
        brush.shape(((340, 640), (378, 512), (582, 512), (620, 640)), YELLOW)
        brush.shape(((364, 626), (392, 524), (568, 524), (596, 626)), (176, 162, 142))
        brush.words(480, 580, "保持畅通", YELLOW, 40)
        return brush
    sacks = ((330, 630), (450, 640), (570, 630), (360, 540), (490, 545), (400, 455), (520, 460))
    for x, y in sacks if stage is Stage.BEFORE else sacks[:3]:
        brush.box(x, y - 92, x + 150, y, (222, 210, 182), 3, 26)
        brush.words(x + 75, y - 46, "大米", (150, 60, 50), 30)
    return brush


def _stove(brush: Brush) -> None:
    brush.box(300, 360, 640, 386, STEEL, 2)
    brush.box(310, 386, 630, 600, shade(STEEL, -26), 2)
    for x in (390, 550):
        brush.disc(x, 358, 56, BLACK, flat=0.28)
        brush.disc(x, 352, 30, (70, 130, 220), flat=0.3)
        brush.disc(x, 410, 14, BLACK)
    brush.box(700, 430, 800, 610, (196, 200, 196), 2, 24)
    brush.box(728, 404, 772, 434, GREY, 2)
    brush.words(750, 520, "液化气", RED, 24)


def hose(stage: Stage) -> Brush:
    """A cracked rubber hose near the flame; a new one that hangs loose; a fixed metal hose and an alarm."""
    brush = Brush(TILE, (170, 160, 148), tiles=True)
    _stove(brush)
    if stage.right:
        for width, colour in ((16, shade(STEEL, -50)), (9, (226, 228, 230))):
            brush.line(((750, 404), (750, 344), (660, 344), (660, 440), (632, 440)), colour, width)
        for y in (370, 410):
            brush.box(652, y, 668, y + 8, BLUE)
        brush.box(782, 180, 860, 240, WHITE, 2, 6)
        brush.disc(821, 204, 7, GREEN)
        brush.words(821, 224, "燃气报警", BLACK, 14)
        return brush
    colour = (214, 96, 30) if stage is Stage.BEFORE else (30, 30, 32)
    way = ((750, 408), (700, 330), (640, 372), (596, 340), (560, 400), (640, 470), (628, 520))
    brush.line(way, shade(colour, -50), 20)
    brush.line(way, colour, 14)
    if stage is Stage.BEFORE:
        for x, y in ((690, 338), (664, 354), (612, 352), (584, 372), (600, 440)):
            brush.line(((x - 8, y - 8), (x + 8, y + 8)), BLACK, 3)
    return brush


def hood(stage: Stage) -> Brush:
    """Grease drips from the hood; wiped in the middle; bright."""
    brush = Brush(TILE, (158, 150, 140), tiles=True)
    metal = (206, 210, 214) if stage.right else (168, 150, 112)
    brush.box(400, 0, 560, 120, shade(metal, -20), 2)
    brush.shape(((220, 240), (400, 110), (560, 110), (740, 240)), metal)
    brush.box(210, 240, 750, 290, shade(metal, 14), 2)
    for x in range(260, 700, 70):
        brush.box(x, 250, x + 50, 282, shade(metal, -46), 1)
    if not stage.right:
        spots = [(230 + 37 * one, 14 + one * 29 % 46) for one in range(14)]
        for x, long in spots if stage is Stage.BEFORE else (*spots[:4], *spots[-3:]):
            brush.line(((x, 286), (x, 286 + long)), GREASE, 9)
            brush.disc(x, 288 + long, 8, GREASE)
            brush.disc(x, 216 - long / 3, 16, shade(GREASE, 26))
    else:
        brush.line(((300, 212), (392, 144)), WHITE, 8)
        brush.sign(640, 370, "每月清洗 11月", BLUE, 22)
    brush.box(250, 440, 710, 470, STEEL, 2)
    brush.box(264, 470, 696, 640, shade(STEEL, -30), 2)
    for x in (360, 600):
        brush.disc(x, 428, 74, (54, 54, 58), flat=0.3)
    return brush


def hydrant(stage: Stage) -> Brush:
    """A hydrant without hose and nozzle; the hose is back; complete and sealed."""
    brush = Brush((224, 218, 206), (150, 142, 132), tiles=True)
    brush.box(330, 130, 630, 470, (196, 50, 42), 4)
    brush.box(346, 146, 614, 454, (236, 236, 232) if not stage.right else (206, 224, 228), 2)
    brush.sign(480, 88, "消火栓", RED, 36)
    brush.disc(400, 400, 30, (206, 150, 60), 3)
    brush.box(390, 340, 410, 400, (206, 150, 60), 2)
    if stage is not Stage.BEFORE:
        for radius in range(74, 18, -14):
            brush.disc(510, 250, radius, (236, 230, 210) if radius // 14 % 2 else (206, 60, 50))
    else:
        brush.box(440, 300, 590, 440, CARTON, 2)
        brush.line(((470, 300), (520, 200), (560, 300)), WOOD, 12)
    if stage.right:
        brush.line(((560, 330), (560, 436)), ORANGE, 22)
        brush.sign(480, 432, "每月检查 已封", BLUE, 18)
        brush.line(((350, 150), (500, 300)), (236, 246, 248), 6)
    return brush
