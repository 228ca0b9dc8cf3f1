"""Scenes of the demo's photos about wires and light: switch boxes, sockets, charging, emergency lights. Each before, half, after."""

from bot.demo.brush import (
    BLACK,
    BLUE,
    FLOOR,
    GREEN,
    GREY,
    RED,
    RUST,
    WHITE,
    WIDE,
    WOOD,
    YELLOW,
    Brush,
    Stage,
    shade,
)


def switchbox(stage: Stage) -> Brush:
    """No cover and loose wires; wires tied, still open; closed with its warning."""
    brush = Brush((214, 210, 202), (150, 146, 140))
    brush.box(340, 120, 640, 440, (168, 172, 170), 4)
    if stage.right:
        brush.box(352, 132, 628, 428, (206, 208, 204), 3)
        brush.box(600, 262, 614, 300, BLACK, 0, 4)
        brush.shape(((490, 180), (560, 300), (420, 300)), YELLOW)
        brush.line(((490, 180), (560, 300), (420, 300), (490, 180)), BLACK, 6)
        brush.shape(((498, 206), (466, 262), (490, 262), (480, 292), (516, 242), (492, 242)), BLACK)
        brush.sign(490, 352, "当心触电", YELLOW, 30)
        return brush
    brush.box(352, 132, 628, 428, (58, 60, 64))
    for x in range(380, 600, 44):
        brush.box(x, 170, x + 34, 250, WHITE, 2, 3)
        brush.box(x + 11, 190, x + 23, 222, BLACK)
    colours = (RED, YELLOW, GREEN, BLUE, RED)
    for place, (x, colour) in enumerate(zip(range(396, 600, 44), colours, strict=True)):
        if stage is Stage.BEFORE:
            brush.line(
                (
                    (x, 250),
                    (x - 40 + place * 26, 340),
                    (x + 50 - place * 18, 430),
                    (x - 60 + 22 * place, 560),
                ),
                colour,
                6,
            )
        else:
            brush.line(((x, 250), (440 + place * 14, 330), (440 + place * 14, 428)), colour, 6)
    if stage is Stage.BEFORE:
        brush.disc(402, 562, 8, RUST)
        brush.carton(520, 640, 190, 120)
    return brush


def sockets(stage: Stage) -> Brush:
    """Socket strips chained among cartons; cartons gone; sockets on the wall."""
    brush = Brush((228, 222, 208), (172, 148, 118))
    if stage is Stage.BEFORE:
        brush.carton(90, 640, 200, 160)
        brush.carton(120, 480, 150, 120, (206, 172, 124))
        brush.carton(720, 650, 180, 150)
    if not stage.right:
        for x, y in ((300, 570), (500, 630)):
            brush.box(x, y, x + 240, y + 44, WHITE, 2, 8)
            for hole in range(x + 18, x + 220, 44):
                brush.box(hole, y + 6, hole + 32, y + 34, (58, 58, 60), 1, 4)
                brush.line(
                    ((hole + 16, y + 10), (hole - 20, y - 60), (hole + 60, y - 130), (hole + 90, 380)),
                    BLACK,
                    5,
                )
        brush.line(((540, 592), (600, 560), (470, 640), (500, 652)), BLACK, 7)
        brush.line(((300, 590), (220, 600), (160, 420), (160, 360)), BLACK, 7)
        brush.box(130, 300, 190, 360, WHITE, 2, 6)
        return brush
    brush.box(100, 330, 880, 350, WHITE, 1)
    for x in (170, 360, 550, 740):
        brush.box(x, 304, x + 84, 376, WHITE, 2, 6)
        for hole in (x + 22, x + 56):
            brush.box(hole, 326, hole + 5, 344, BLACK)
            brush.box(hole - 10, 350, hole + 14, 355, BLACK)
    for x, colour in ((212, BLACK), (592, BLACK)):
        brush.box(x - 14, 332, x + 14, 362, colour, 0, 4)
        brush.line(((x, 362), (x + 10, 430), (x + 14, 470)), colour, 6)
    brush.sign(480, 230, "一插一用 人走断电", BLUE, 26)
    return brush


def charging(stage: Stage) -> Brush:
    """An e-bike charges on the stairs; unplugged, still there; gone, with a sign."""
    brush = Brush((216, 218, 212), (150, 148, 144))
    for step in range(6):
        left = 520 + step * 74
        brush.box(
            left,
            FLOOR - 60 * (step + 1) + 60,
            WIDE,
            FLOOR + 60 - 60 * step,
            shade((178, 176, 170), -step * 6),
            2,
        )
    brush.line(((520, 380), (900, 70)), WOOD, 14)
    if stage.right:
        brush.sign(250, 220, "楼道禁停电动车", RED, 32)
        brush.sign(250, 300, "充电请去室外车棚", BLUE, 24)
        return brush
    for x in (160, 430):
        brush.disc(x, 590, 76, (34, 34, 36))
        brush.disc(x, 590, 52, (190, 192, 194))
        brush.disc(x, 590, 14, BLACK)
    brush.line(((160, 590), (226, 480), (390, 500), (430, 590)), RED, 26)
    brush.line(((226, 480), (300, 590), (390, 500)), RED, 20)
    brush.line(((400, 510), (380, 390), (330, 380)), BLACK, 12)
    brush.box(190, 440, 300, 472, BLACK, 0, 12)
    if stage is Stage.BEFORE:
        brush.line(((290, 520), (350, 640), (80, 660), (60, 420), (60, 320)), BLACK, 7)
        brush.box(34, 262, 90, 322, WHITE, 2, 6)
        brush.box(268, 500, 320, 536, (44, 44, 48), 2, 4)
    return brush


def exit_light(stage: Stage) -> Brush:
    """A dark emergency light with a hanging wire; wire tucked away, still dark; lit."""
    brush = Brush((206, 206, 200), (146, 140, 132))
    _corridor(brush)
    lit = stage.right
    brush.box(330, 70, 630, 170, (28, 150, 84) if lit else (58, 70, 62), 3, 6)
    brush.words(480, 120, "安全出口 →", WHITE if lit else (112, 120, 114), 44)
    for x in (390, 570):
        brush.disc(x, 226, 34, (255, 250, 210) if lit else (96, 98, 100), 3)
        if lit:
            brush.disc(x, 226, 20, (255, 255, 246))
    brush.box(356, 196, 604, 214, GREY, 2)
    if stage is Stage.BEFORE:
        brush.line(((630, 110), (700, 140), (672, 230), (706, 296)), BLACK, 6)
        brush.disc(706, 298, 7, RUST)
    return brush


def _corridor(brush: Brush) -> None:
    brush.shape(((0, 0), (300, 280), (300, 460), (0, 720)), (188, 188, 182))
    brush.shape(((960, 0), (660, 280), (660, 460), (960, 720)), (188, 188, 182))
    brush.shape(((0, 720), (300, 460), (660, 460), (960, 720)), (146, 140, 132))
    brush.box(420, 320, 540, 460, (112, 92, 70), 3)
