"""From tokens to what Qt draws with: one palette and one style sheet.

Text gets its type and colour from its role in code (``parts/label.py``); the sheet only draws the
boxes that people press, type in and read from.
"""

from string import Template

from PySide6.QtGui import QColor, QPalette

from guardian_app.ui.look import FAMILIES, Colours, Look

_SHEET = Template("""
QWidget#window, QWidget#page { background: $paper; }
QFrame#side { background: $side; border: none; border-right: 1px solid $line; }
QFrame[part="card"] { background: $card; border: 1px solid $line; border-radius: ${radius}px; }
QFrame[part="notice"] { background: $pine_ground; border: 1px solid $pine;
  border-radius: ${radius}px; }
QFrame[part="notice"][tone="amber"] { background: $amber_ground; border: 1px solid $amber; }
QScrollArea, QScrollArea > QWidget > QWidget#scrolled { background: transparent; border: none; }
QScrollArea#results { border: 2px solid transparent; border-radius: ${radius}px; }
QScrollArea#results[ring="true"]:focus { border: 2px solid $focus; }

* { font-family: $families; font-size: ${body}pt; }
QPushButton, QRadioButton, QCheckBox { outline: none; }
QPushButton { background: $card; color: $ink; border: 2px solid $edge; border-radius: 9px;
  padding: 4px 14px; min-height: ${inner}px; }
QPushButton:hover { border-color: $pine; }
QPushButton:pressed { background: $pine_ground; }
QPushButton:disabled { color: $ink_soft; border-color: $line; }
QPushButton[tone="main"] { font-weight: 700; background: $pine; color: $on_pine;
  border-color: $pine; }
QPushButton[tone="main"]:disabled { background: $pine_ground; color: $pine; }
QPushButton[tone="tile"] { border-color: $line; padding: 0; }
QPushButton[tone="quiet"] { background: transparent; border-color: transparent; color: $pine; }
QPushButton[tone="nav"] { background: transparent; border-color: transparent; color: $ink_soft;
  text-align: left; padding: 4px 10px; }
QPushButton[tone="nav"]:hover { background: $pine_ground; }
QPushButton[tone="nav"]:checked { background: $pine_ground; color: $pine; }
QPushButton:focus { border: 2px solid $focus; }
QPushButton[tone="main"]:focus { border: 3px solid $ink; padding: 3px 13px; }

QLineEdit, QPlainTextEdit { font-size: ${message}pt; background: $card; color: $ink;
  placeholder-text-color: $ink_soft; border: 2px solid $edge;
  border-radius: 9px; padding: 4px 10px; selection-background-color: $pine;
  selection-color: $on_pine; }
QLineEdit { min-height: ${inner}px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; }

QRadioButton { background: $card; color: $ink; border: 2px solid $edge; border-radius: 9px;
  padding: 4px 14px 4px 10px; spacing: 8px; min-height: ${inner}px; }
QRadioButton:checked { border-color: $pine; background: $pine_ground; }
QRadioButton:focus { border: 2px solid $focus; }
QRadioButton::indicator { width: ${dot}px; height: ${dot}px; border: 2px solid $edge;
  border-radius: ${dot_radius}px; background: $card; }
QRadioButton::indicator:checked { border-color: $pine; background: qradialgradient(cx: 0.5,
  cy: 0.5, radius: 0.5, fx: 0.5, fy: 0.5, stop: 0 $pine, stop: 0.55 $pine, stop: 0.65 $card,
  stop: 1 $card); }

QCheckBox { background: $card; color: $ink; border: 2px solid $edge; border-radius: 9px;
  padding: 4px 14px 4px 8px; spacing: 6px; min-height: ${inner}px; }
QCheckBox:hover { border-color: $pine; }
QCheckBox:checked { border-color: $pine; background: $pine_ground; }
QCheckBox:disabled { color: $ink_soft; border-color: $line; }
QCheckBox:focus { border: 3px solid $focus; padding: 3px 13px 3px 7px; }
QCheckBox::indicator { width: 0; height: 0; border: none; background: transparent; }

QScrollBar:vertical { background: transparent; width: ${bar}px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; border-radius: ${bar_radius}px;
  min-height: 48px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def style_sheet(look: Look) -> str:
    """Return the style sheet of the whole program in ``look``."""
    colours = {name: getattr(look.colours, name) for name in Colours.__struct_fields__}
    dot = look.sizes.target // 3 + 2
    bar = 16 if look.sizes.target >= 60 else 12  # noqa: PLR2004 - the large mode
    return _SHEET.substitute(
        colours,
        families=", ".join(f'"{name}"' for name in FAMILIES),
        body=look.sizes.body,
        message=look.sizes.message,
        radius=look.sizes.radius,
        inner=look.sizes.target - 12,
        dot=dot,
        dot_radius=dot // 2 + 2,
        bar=bar,
        bar_radius=bar // 2 - 2,
    )


def palette(look: Look) -> QPalette:
    """Return the palette of ``look``, for all that Fusion draws by itself."""
    roles = QPalette.ColorRole
    filled = {
        roles.Window: "paper",
        roles.WindowText: "ink",
        roles.Base: "card",
        roles.AlternateBase: "side",
        roles.Text: "ink",
        roles.Button: "card",
        roles.ButtonText: "ink",
        roles.ToolTipBase: "card",
        roles.ToolTipText: "ink",
        roles.PlaceholderText: "ink_soft",
        roles.Highlight: "pine",
        roles.HighlightedText: "on_pine",
        roles.Link: "ink",
        roles.LinkVisited: "ink",
        roles.Light: "card",
        roles.Mid: "line",
        roles.Dark: "edge",
        roles.Shadow: "edge",
        roles.Accent: "pine",
    }
    painted = QPalette()
    for role, name in filled.items():
        painted.setColor(role, QColor(getattr(look.colours, name)))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        painted.setColor(QPalette.ColorGroup.Disabled, role, look.colour("ink_soft"))
    return painted
