"""Whether a product needs a kind of data at a stage, and why we say so.

The lists behind it are reasoned, not law: the sentences say "usually".
"""

from enum import StrEnum

from msgspec import Struct

from guardian_app.model import DataKind, Knowledge, Need, Product, Sensitivity, Stage

# What an earlier stage needed is with them already, and may be asked again to check who calls.
_ORDER = (Stage.MARKETING, Stage.QUOTE, Stage.UNDERWRITING, Stage.CHANGE, Stage.CLAIM)
# Stages at which there is no policy yet: little can be necessary.
_BEFORE_A_POLICY = (Stage.MARKETING, Stage.QUOTE)
_MILD = (Need.NEEDED, Need.OPTIONAL, Need.UNKNOWN, Need.LATER, Need.EXCESSIVE)
# What a person is shown as more than was needed at that moment.
BEYOND = frozenset({Need.LATER, Need.EXCESSIVE})


class NeedReason(StrEnum):
    """Why; the sentence is ``need.<reason>`` in ``resources/i18n``."""

    NEVER_ASKED = "never_asked"
    NO_INSURANCE = "no_insurance"
    STAGE_NEEDS = "stage_needs"
    USUAL = "usual"
    OPTIONAL = "optional"
    KNOWN_ALREADY = "known_already"
    NOT_FOR_PRODUCT = "not_for_product"
    LATER_STAGE = "later_stage"
    TOO_EARLY = "too_early"
    NOT_LISTED = "not_listed"
    NO_PRODUCT = "no_product"


class Needed(Struct, frozen=True):
    """The answer; ``stage`` is the one that needs the kind, where another does."""

    need: Need
    reason: NeedReason
    stage: Stage | None = None

    @property
    def key(self) -> str:
        """Return the key of the sentence that says why."""
        return f"need.{self.reason}"


class Needs:
    """Answers for one knowledge, each worked out once."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Answer from the kinds and products of ``knowledge``."""
        self._kinds = {each.id: each for each in knowledge.data_kinds}
        self._products = {each.id: each for each in knowledge.products}
        self._answers: dict[tuple[str, str, Stage], Needed] = {}

    def of(self, kind: str, product: str, stage: Stage) -> Needed:
        """Tell whether ``product`` needs ``kind`` at ``stage``."""
        asked = (kind, product, stage)
        if asked not in self._answers:
            self._answers[asked] = self._judge(*asked)
        return self._answers[asked]

    def _judge(self, kind: str, product: str, stage: Stage) -> Needed:
        known = self._kinds.get(kind)
        if known is None:
            return Needed(Need.UNKNOWN, NeedReason.NOT_LISTED)
        if known.never_ask:
            return Needed(Need.EXCESSIVE, NeedReason.NEVER_ASKED)
        if known.always_excessive:
            return Needed(Need.EXCESSIVE, NeedReason.NO_INSURANCE)
        if product in self._products:
            return _by_product(known, self._products[product], stage)
        return self._whatever_product(known, stage)

    def _whatever_product(self, kind: DataKind, stage: Stage) -> Needed:
        """Return what holds for every product; without one that is all that can be told."""
        answers = [_by_product(kind, each, stage) for each in self._products.values()]
        mildest = min(answers, key=lambda each: _MILD.index(each.need), default=None)
        if mildest is None or mildest.need not in BEYOND:
            return Needed(Need.UNKNOWN, NeedReason.NO_PRODUCT)
        return mildest


def need(kind: str, product: str, stage: Stage, knowledge: Knowledge) -> Needed:
    """Tell whether ``product`` needs ``kind`` at ``stage``.

    A kind that is not known is answered "unknown"; where the product is not known, so is all that
    is not beyond the need of every product.
    """
    return Needs(knowledge).of(kind, product, stage)


def _by_product(kind: DataKind, product: Product, stage: Stage) -> Needed:
    listed = _listed(kind, product, stage)
    if listed is not None:
        return listed
    needing = [each for each in _ORDER if kind.id in product.needed.get(each, ())]
    if any(_ORDER.index(each) < _ORDER.index(stage) for each in needing):
        return Needed(Need.OPTIONAL, NeedReason.KNOWN_ALREADY, needing[0])
    if needing:
        return Needed(Need.LATER, NeedReason.LATER_STAGE, needing[0])
    plain = kind.sensitivity is Sensitivity.ORDINARY and kind.id not in product.optional
    if stage in _BEFORE_A_POLICY and not plain:
        return Needed(Need.EXCESSIVE, NeedReason.TOO_EARLY)
    return Needed(Need.UNKNOWN, NeedReason.NOT_LISTED)


def _listed(kind: DataKind, product: Product, stage: Stage) -> Needed | None:
    if kind.id in product.needed.get(stage, ()):
        return Needed(Need.NEEDED, NeedReason.STAGE_NEEDS, stage)
    if kind.id in product.excessive:
        return Needed(Need.EXCESSIVE, NeedReason.NOT_FOR_PRODUCT)
    if kind.id in product.usual.get(stage, ()):
        return Needed(Need.OPTIONAL, NeedReason.USUAL)
    if kind.id in product.optional and stage not in _BEFORE_A_POLICY:
        return Needed(Need.OPTIONAL, NeedReason.OPTIONAL)
    return None
