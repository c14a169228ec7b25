"""To whom a complaint goes: only what the directory attests, the rest is to be looked up."""

from collections.abc import Iterable

from msgspec import Struct

from guardian_app.model import CallBack, Institution, InstitutionKind, Text

FINANCE_ID = "hotline-12378"
_FINANCE = Text(zh="国家金融监督管理总局", en="National Financial Regulatory Administration")
_SUPERVISED = {
    InstitutionKind.LIFE,
    InstitutionKind.PROPERTY,
    InstitutionKind.HEALTH,
    InstitutionKind.PENSION,
    InstitutionKind.REINSURANCE,
    InstitutionKind.MUTUAL,
    InstitutionKind.ONLINE,
    InstitutionKind.INTERMEDIARY,
    InstitutionKind.BANK,
}


class Body(Struct, frozen=True, kw_only=True):
    """A body that hears complaints. Without ``name`` nobody attests which one it is: ``look_up``.

    ``look_up`` is the key of the sentence that says what the person still has to find out.
    """

    name: Text | None = None
    hotline: str = ""
    finance: bool = False
    look_up: str = "letters.look_up_address"


# Articles 57 and 65 speak of "the authority"; no source we read says which one, where, or how to
# reach it. The report centre 12377 is attested for illegal content, and not to be offered.
DATA = Body(look_up="letters.look_up_data")


def bodies(about: Institution | None, directory: Iterable[Institution]) -> tuple[Body, ...]:
    """Return who hears a complaint about ``about``, the nearest first.

    ``about`` is None for the person's own entry: then nobody can say that 12378 is competent.
    """
    if about is None or about.kind not in _SUPERVISED or about.country != "CN":
        return (DATA,)
    finance = next((each for each in directory if each.id == FINANCE_ID), None)
    if finance is None or not {_FINANCE.zh, _FINANCE.en} <= set(finance.aliases):
        return (DATA,)
    offered = [line.number for line in finance.hotlines if line.offer is CallBack.YES]
    return (Body(name=_FINANCE, hotline=offered[0] if offered else "", finance=True), DATA)
