"""Everything Guardian knows at one moment, as one value."""

from msgspec import Struct

from guardian_app.model.data import DataGroup, DataKind, Product
from guardian_app.model.institution import Institution
from guardian_app.model.number import NumberForm
from guardian_app.model.right import Law, Right, Safeguard
from guardian_app.model.scheme import Scheme
from guardian_app.model.sign import Sign
from guardian_app.model.text import Text


class Source(Struct, frozen=True, forbid_unknown_fields=True):
    """Where a fact was read. A person is shown publisher and date, never a mirror's address."""

    id: str
    publisher: str
    date: str
    grade: str
    url: str = ""


class Ask(Struct, frozen=True, forbid_unknown_fields=True):
    """A thing that fraudsters want, as a short name for a chip."""

    id: str
    name: Text


class Fake(Struct, frozen=True, forbid_unknown_fields=True):
    """A domain or number that a public body documented as false."""

    id: str
    kind: str
    value: str
    impersonates: str
    seen: str
    source: str


class Letters(Struct, frozen=True, forbid_unknown_fields=True):
    """Letters that are read as others: ``plain[i]`` is how ``written[i]`` is understood.

    ``expanded`` are single characters that are read as several (``ﬁ``, ``⑩``).
    """

    written: str
    plain: str
    expanded: dict[str, str]


class Weights(Struct, frozen=True, forbid_unknown_fields=True):
    """The figures of the verdict: log-odds a sign, and the scores at which the levels begin.

    ``wording`` is the log-odds of one unit of leaning towards fraud, ``wording_reach`` the most it
    may add. A text is a warning from a leaning of ``warning`` on.
    """

    bias: float
    caution: float
    danger: float
    signs: dict[str, float]
    wording: float = 0.0
    wording_reach: float = 0.0
    warning: float = 0.0
    fitted: str = ""


class Wording(Struct, frozen=True, forbid_unknown_fields=True):
    """How fraudsters word things, and how warnings do: learnt from our own corpus, no other.

    ``fraud`` and ``warning`` hold runs of one to three words with a figure in hundredths, above
    zero where a text with that run leans there; ``bias`` are the leanings of a text without any.
    """

    bias: tuple[float, float] = (0.0, 0.0)
    fraud: dict[str, int] = {}
    warning: dict[str, int] = {}


class Knowledge(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, eq=False):
    """All that the engine and the screens read; equal folders give equal packs.

    ``date`` is the ISO date a person is shown; ``slots`` are word classes for patterns;
    ``data_groups`` stand in the order of the ledger's columns.
    """

    date: str
    slots: dict[str, tuple[str, ...]]
    asks: tuple[Ask, ...]
    signs: tuple[Sign, ...]
    schemes: tuple[Scheme, ...]
    institutions: tuple[Institution, ...]
    numbers: tuple[NumberForm, ...]
    fakes: tuple[Fake, ...]
    sources: tuple[Source, ...]
    letters: Letters
    weights: Weights
    wording: Wording = Wording()
    data_groups: tuple[DataGroup, ...] = ()
    data_kinds: tuple[DataKind, ...] = ()
    products: tuple[Product, ...] = ()
    laws: tuple[Law, ...] = ()
    rights: tuple[Right, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
