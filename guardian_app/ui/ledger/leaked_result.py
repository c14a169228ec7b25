"""What is out after a leak, the most harmful first, and what to do in which order."""

from collections.abc import Sequence

from guardian_app.model import DataKind, Sensitivity
from guardian_app.ui.look import Role
from guardian_app.ui.parts.card import Card
from guardian_app.ui.parts.label import Label
from guardian_app.ui.parts.reason import ReasonRow
from guardian_app.words import Words

_TONES = {
    Sensitivity.SENSITIVE: "amber",
    Sensitivity.IMPORTANT: "slate",
    Sensitivity.ORDINARY: "pine",
}
_HARM = {
    Sensitivity.SENSITIVE: "leaked.harm_most",
    Sensitivity.IMPORTANT: "leaked.harm_more",
    Sensitivity.ORDINARY: "leaked.harm_some",
}
# With these a stranger can pose as the person at a bank.
_POSING = {"id-photo", "holding-id-photo", "face", "fingerprint", "voice", "card-no", "card-cvv"}


def out_card(kinds: Sequence[DataKind], words: Words) -> Card:
    """Return what is out, with what a thief does with each."""
    card = Card(words("leaked.out", count=len(kinds)) if kinds else words("leaked.out_none"))
    if not kinds:
        card.put(Label(text=words("leaked.nothing_ticked"), colour="ink_soft"))
    for kind in kinds:
        name = words("leaked.kind", name=words.of(kind.name), harm=words(_HARM[kind.sensitivity]))
        card.put(ReasonRow(0, _TONES[kind.sensitivity], name, words.of(kind.plain)))
    return card


def steps_card(kinds: Sequence[DataKind], words: Words) -> Card:
    """Return the steps in their order, each with what it rests on."""
    steps = [
        ("leaked.step_note", "leaked.basis_ours"),
        ("leaked.step_ask", "leaked.basis_law"),
        ("leaked.step_codes", "leaked.basis_ours"),
        ("leaked.step_calls", "leaked.basis_ours"),
    ]
    if any(kind.never_ask or kind.id in _POSING for kind in kinds):
        steps.insert(0, ("leaked.step_bank", "leaked.basis_ours"))
    card = Card(words("leaked.steps"))
    for number, (step, basis) in enumerate(steps, 1):
        card.put(ReasonRow(number, "pine", words(step), words(basis)))
    card.put(Label(Role.SMALL, text=words("leaked.lost_money"), colour="ink_soft"))
    return card
