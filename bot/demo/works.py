"""Scenes of the demo's photos in workshops, stores and on sites. Each before, half, after."""

from bot.demo.brush import (
    BLACK,
    BLUE,
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
    legible,
    shade,
)

SHED, SCREED = (196, 202, 204), (142, 144, 142)
MACHINE = (66, 120, 110)


def belt(stage: Stage) -> Brush:
    """An open belt drive; a board leans before it; a yellow guard that is screwed on."""
    brush = Brush(SHED, SCREED)
    brush.box(180, 300, 560, 620, MACHINE, 3, 8)
    brush.box(210, 330, 400, 420, shade(MACHINE, 40), 2)
    for x, colour in ((240, GREEN), (290, RED), (340, YELLOW)):
        brush.disc(x, 376, 16, colour, 2)
    brush.box(560, 540, 800, 620, shade(MACHINE, -24), 3)
    if stage.right:
        brush.box(430, 210, 790, 570, YELLOW, 5, 12)
        for x in range(470, 770, 40):
            brush.line(((x, 236), (x, 544)), shade(YELLOW, -70), 3)
        for y in range(250, 550, 40):
            brush.line(((450, y), (770, y)), shade(YELLOW, -70), 3)
        for x, y in ((446, 226), (774, 226), (446, 554), (774, 554)):
            brush.disc(x, y, 8, GREY, 2)
        brush.sign(610, 392, "当心卷入", RED, 30)
        return brush
    brush.shape(((500, 240), (700, 440), (700, 560), (470, 400)), (40, 40, 42))
    for x, y, radius in ((520, 320, 92), (700, 500, 62)):
        brush.disc(x, y, radius, (52, 52, 56), 3)
        brush.disc(x, y, radius * 0.76, STEEL, 3)
        brush.disc(x, y, radius * 0.2, BLACK)
    for start, end in (((490, 232), (722, 442)), ((446, 376), (660, 548))):
        brush.line((start, end), (40, 40, 42), 14)
    if stage is Stage.HALF:
        brush.shape(((560, 240), (800, 300), (770, 620), (600, 620)), WOOD)
    return brush


def _cylinder(brush: Brush, x: float, colour: Colour, name: str) -> None:
    brush.box(x - 44, 250, x + 44, 600, colour, 3, 36)
    brush.box(x - 16, 210, x + 16, 256, STEEL, 2)
    brush.disc(x, 204, 20, GREY, 2)
    brush.words(x, 420, name, RED if legible(colour) == BLACK else WHITE, 34)


def cylinders(stage: Stage) -> Brush:
    """Gas cylinders loose beside each other, one lies; upright, no chain; apart in racks, chained."""
    brush = Brush((202, 198, 188), (150, 144, 136))
    oxygen, acetylene = (70, 150, 196), (236, 236, 230)
    if stage is Stage.BEFORE:
        _cylinder(brush, 340, oxygen, "氧气")
        _cylinder(brush, 446, acetylene, "乙炔")
        brush.box(480, 560, 860, 650, oxygen, 3, 36)
        brush.words(660, 604, "氧气", WHITE, 34)
        brush.line(((446, 210), (540, 300), (600, 460), (420, 660), (240, 640)), ORANGE, 9)
        return brush
    apart = (200, 290, 740) if stage.right else (340, 446, 560)
    for x, (colour, name) in zip(
        apart, ((oxygen, "氧气"), (oxygen, "氧气"), (acetylene, "乙炔")), strict=True
    ):
        _cylinder(brush, x, colour, name)
    if stage.right:
        for left, right in ((130, 360), (670, 810)):
            for y in (330, 500):
                brush.line(((left, y), (right, y)), (92, 94, 98), 10)
                brush.line(((left, y), (right, y)), YELLOW, 4)
            brush.box(left - 14, 280, left, 620, BLUE, 2)
            brush.box(right, 280, right + 14, 620, BLUE, 2)
        brush.line(((515, 700), (515, 510)), YELLOW, 8)
        brush.words(515, 470, "间距 5 米", BLUE, 34)
    return brush


def edge(stage: Stage) -> Brush:
    """A slab's edge without a railing; a rope; railing, board and net."""
    brush = Brush((188, 208, 226), (196, 190, 178))
    brush.box(0, 360, 960, 514, (206, 220, 232))
    for x in (90, 250, 700, 850):
        brush.box(x, 300 - x % 70, x + 70, 486, (180, 186, 192), 1)
    brush.box(0, 486, 960, 540, (164, 160, 150), 2)
    brush.box(0, 540, 960, 720, (182, 178, 168))
    for x in (40, 880):
        brush.box(x, 0, x + 60, 720, (150, 148, 142), 2)
    brush.shape(((0, 548), (960, 548), (960, 566), (0, 566)), (120, 118, 112))
    if stage is Stage.BEFORE:
        brush.box(360, 600, 520, 636, WOOD, 2)
        brush.box(560, 620, 640, 700, (60, 92, 140), 3)
        return brush
    if stage is Stage.HALF:
        brush.line(((100, 380), (300, 420), (480, 392), (700, 428), (880, 384)), ORANGE, 7)
        return brush
    _railing(brush)
    return brush


def _railing(brush: Brush) -> None:
    """Two rails, a board below, a net between."""
    for x in range(100, 900, 130):
        for part in range(8):
            brush.box(x, 316 + part * 30, x + 16, 346 + part * 30, RED if part % 2 else WHITE)
    for y in (330, 430):
        for part in range(14):
            brush.box(100 + part * 56, y, 156 + part * 56, y + 16, WHITE if part % 2 else RED)
    brush.box(100, 516, 884, 552, YELLOW, 2)
    for x in range(116, 880, 26):
        brush.line(((x, 346), (x, 516)), (40, 120, 80), 2)
    for y in range(360, 516, 26):
        brush.line(((110, y), (880, y)), (40, 120, 80), 2)
    brush.sign(490, 640, "当心坠落", YELLOW, 34)


def drums(stage: Stage) -> Brush:
    """Drums that leak on the floor; wiped up; on a spill tray with labels."""
    brush = Brush((210, 206, 196), (168, 164, 156))
    up = 46 if stage.right else 0
    if stage is Stage.BEFORE:
        brush.disc(520, 640, 230, (96, 78, 40), flat=0.22)
        brush.disc(470, 632, 120, (128, 104, 58), flat=0.2)
    if stage.right:
        brush.box(180, 600, 800, 670, YELLOW, 4, 6)
        for x in range(200, 790, 34):
            brush.box(x, 604, x + 18, 616, BLACK)
    for x, colour in ((240, BLUE), (420, (54, 110, 80)), (600, BLUE)):
        brush.box(x, 330 - up, x + 150, 640 - up, colour, 3, 10)
        for y in (400, 500, 590):
            brush.box(x - 4, y - up, x + 154, y + 10 - up, shade(colour, 26))
        brush.disc(x + 75, 330 - up, 75, shade(colour, 34), 2, 0.2)
        if stage.right:
            brush.box(x + 26, 420 - up, x + 124, 490 - up, WHITE, 2)
            brush.words(x + 75, 444 - up, "稀释剂", BLACK, 22)
            brush.words(x + 75, 472 - up, "易燃", RED, 22)
    if stage is Stage.BEFORE:
        brush.line(((492, 600), (500, 640)), (96, 78, 40), 10)
    if stage.right:
        brush.sign(490, 160, "危化品暂存 严禁烟火", RED, 32)
    return brush


def manhole(stage: Stage) -> Brush:
    """An open pit; a board over it; a cover, a fence, a sign."""
    brush = Brush((196, 204, 196), (150, 148, 140))
    brush.box(0, 500, 960, 720, (156, 152, 144))
    brush.disc(480, 610, 190, (110, 108, 102), 4, 0.36)
    if stage.right:
        brush.disc(480, 606, 168, (82, 84, 86), 4, 0.36)
        for x in range(360, 620, 36):
            brush.line(((x, 580), (x + 10, 632)), (120, 122, 124), 5)
        for x in (200, 470, 740):
            brush.box(x, 330, x + 16, 560, RED, 2)
        for y in (350, 440):
            for part in range(10):
                brush.box(200 + part * 56, y, 256 + part * 56, y + 30, WHITE if part % 2 else RED)
        brush.sign(480, 250, "有限空间 先通风再检测", YELLOW, 30)
        return brush
    brush.disc(480, 612, 164, (18, 18, 20), 0, 0.36)
    brush.disc(480, 632, 130, (40, 36, 30), 0, 0.2)
    if stage is Stage.BEFORE:
        brush.disc(770, 560, 120, (82, 84, 86), 4, 0.24)
        for y in (600, 626, 652):
            brush.line(((440, y), (520, y)), RUST, 6)
    else:
        for y in (560, 600, 640):
            brush.box(290, y, 680, y + 36, WOOD, 2)
    return brush


def racks(stage: Stage) -> Brush:
    """A rack stacked too high that leans; lower; straight, with its load on a sign."""
    brush = Brush((214, 212, 204), (160, 156, 148))
    lean = 0 if stage.right else 26
    for x in (190, 480, 770):
        brush.line(((x, 640), (x + lean, 150)), (44, 92, 160), 20)
    for y in (300, 460, 620):
        brush.line(((180 + lean * (640 - y) / 490, y), (790 + lean * (640 - y) / 490, y)), ORANGE, 18)
    _load(brush, stage, lean)
    if stage.right:
        brush.sign(480, 130, "每层限重 500 公斤", BLUE, 30)
    return brush


def _load(brush: Brush, stage: Stage, lean: float) -> None:
    """Cartons on three boards, and on top of them while it is not right."""
    places = {Stage.BEFORE: range(5), Stage.HALF: range(5), Stage.AFTER: (0, 1, 3, 4)}[stage]
    for y in (290, 450, 610):
        for place in places:
            aside = lean * (640 - y) / 490
            brush.carton(214 + place * 112 + aside, y, 96, 92 if place % 2 else 80)
    for place in range({Stage.BEFORE: 5, Stage.HALF: 2, Stage.AFTER: 0}[stage]):
        brush.carton(230 + place * 108 + lean, 206 - place % 2 * 4, 100, 84, (206, 172, 124))
    for place in range({Stage.BEFORE: 3}.get(stage, 0)):
        brush.carton(300 + place * 112 + lean, 120, 96, 74, (176, 136, 90))


def welding(stage: Stage) -> Brush:
    """Welding beside paint and rags; the rags gone; a screen, an extinguisher, nothing that burns."""
    brush = Brush((190, 194, 196), (138, 136, 132))
    brush.box(120, 420, 470, 446, (110, 112, 116), 2)
    for x in (140, 430):
        brush.box(x, 446, x + 22, 640, (90, 92, 96), 2)
    brush.line(((180, 414), (420, 414)), RUST, 16)
    brush.line(((420, 250), (330, 400)), BLACK, 12)
    for x, y in ((330, 404), (296, 378), (360, 372), (290, 440), (376, 452), (330, 350)):
        brush.disc(x, y, 9 if (x, y) != (330, 404) else 24, (255, 226, 120))
    brush.disc(330, 404, 12, WHITE)
    if stage.right:
        brush.box(560, 210, 580, 640, BLUE, 2)
        brush.box(580, 230, 880, 600, (196, 70, 40), 3)
        brush.sign(730, 330, "动火作业", YELLOW, 34)
        brush.words(730, 420, "有人看火", WHITE, 34)
        brush.box(496, 500, 546, 640, RED, 2, 14)
        brush.box(508, 476, 534, 502, BLACK)
        return brush
    for x, colour in ((560, (60, 110, 170)), (670, (206, 70, 50)), (780, (230, 226, 214))):
        brush.box(x, 520, x + 92, 640, colour, 3, 6)
        brush.disc(x + 46, 520, 46, STEEL, 2, 0.24)
        brush.words(x + 46, 580, "油漆", legible(colour), 26)
    if stage is Stage.BEFORE:
        brush.disc(500, 640, 90, (206, 190, 160), 2, 0.3)
        brush.disc(560, 650, 60, (150, 170, 190), 2, 0.3)
        brush.carton(840, 500, 110, 90)
    return brush
