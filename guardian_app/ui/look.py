"""Design tokens: the colours of a theme and the sizes of a mode, read from ``resources/theme``.

A ``Look`` is one of each. Widgets are handed a look and dress themselves; none reads a file.
"""

import tomllib
from enum import StrEnum
from pathlib import Path

import msgspec
from PySide6.QtGui import QColor, QFont

from guardian_app.model import Language

FAMILIES = (
    "Noto Sans CJK SC",
    "PingFang SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Noto Sans",
    "sans-serif",
)

# A line of text is at least this many times as high as its letters, whatever the font says.
LINE_HEIGHT = 1.4


class Role(StrEnum):
    """What a piece of text is for; its size, weight and colour follow."""

    SMALL = "small"
    BODY = "body"
    STRONG = "strong"
    HEADING = "heading"
    MESSAGE = "message"
    NUMBER = "number"
    TITLE = "title"
    VERDICT = "verdict"
    SEAL = "seal"


_BOLD = {Role.STRONG, Role.HEADING, Role.NUMBER, Role.TITLE, Role.VERDICT, Role.SEAL}


class Colours(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The colours of one theme, as ``#rrggbb``."""

    paper: str
    side: str
    card: str
    line: str
    edge: str
    ink: str
    ink_soft: str
    pine: str
    pine_ground: str
    on_pine: str
    seal: str
    seal_ground: str
    seal_ink: str
    on_seal: str
    amber: str
    amber_ground: str
    amber_ink: str
    on_amber: str
    slate: str
    slate_ground: str
    slate_ink: str
    on_slate: str
    mark_strong: str
    mark_mild: str
    focus: str


class Sizes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The sizes of one mode: type in points, everything else in pixels."""

    small: float
    body: float
    heading: float
    message: float
    number: float
    title: float
    verdict: float
    target: int
    gap: int
    pad: int
    edge: int
    side: int
    seal: int
    radius: int


class Look(msgspec.Struct, frozen=True):
    """How everything looks at this moment."""

    colours: Colours
    sizes: Sizes
    language: Language = Language.ZH

    def colour(self, name: str) -> QColor:
        """Return the colour called ``name``."""
        return QColor(getattr(self.colours, name))

    def font(self, role: Role, *, as_received: bool = False) -> QFont:
        """Return the type for text of ``role``; ``as_received`` leaves a stranger's text alone."""
        font = QFont(list(FAMILIES))
        font.setPointSizeF(self._points(role))
        font.setBold(role in _BOLD)
        if self.language is Language.EN and not as_received:
            # In a Chinese font, English quotation marks are as wide as a character otherwise.
            font.setFeature(QFont.Tag("pwid"), 1)
        return font

    def _points(self, role: Role) -> float:
        if role is Role.STRONG:
            return self.sizes.body
        if role is Role.SEAL:
            return self.sizes.verdict
        return float(getattr(self.sizes, role.value))


def read_look(folder: Path, *, dark: bool, large: bool, language: Language = Language.ZH) -> Look:
    """Return the look made of the tokens in ``folder``."""
    colours = tomllib.loads((folder / ("dark.toml" if dark else "light.toml")).read_text("utf-8"))
    sizes = tomllib.loads((folder / "sizes.toml").read_text("utf-8"))
    return Look(
        colours=msgspec.convert(colours, Colours),
        sizes=msgspec.convert(sizes["large" if large else "normal"], Sizes),
        language=language,
    )
