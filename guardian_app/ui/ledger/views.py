"""The further views of the ledger's page, and the ways from one to the other."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from guardian_app.exposure import Holder, holder
from guardian_app.model import Incident, Knowledge, Request, Share
from guardian_app.ui.ledger.knew import KnewView
from guardian_app.ui.ledger.leaf import Leaf
from guardian_app.ui.ledger.leaked import LeakedView
from guardian_app.ui.ledger.rights import RightsView
from guardian_app.ui.ledger.safe import SafeView
from guardian_app.ui.ledger.safeguards import SafeguardsView
from guardian_app.ui.ledger.screen import LedgerScreen, Tool
from guardian_app.ui.tasks import Runner

if TYPE_CHECKING:
    from guardian_app.guardian.book import Book


class Views:
    """Makes each view when it is wanted and shows it on ``page``."""

    def __init__(
        self,
        page: LedgerScreen,
        book: "Callable[[], Book]",
        knowledge: Callable[[], Knowledge],
        run: Runner,
    ) -> None:
        """Make them with ``book``, ``knowledge`` and ``run``."""
        self._page = page
        self._give = book, knowledge, run
        self._book = book
        self._run = run

    def offer(self) -> None:
        """Offer all of them on the page, which holds on to what makes them."""
        page = self._page
        page.wire(Tool.KNEW, self._knew)
        page.wire(Tool.LEAKED, self._leaked)
        page.wire(Tool.SAFE, self._safe)
        page.wire_due(self._asked)
        page.wire_holder(
            rights=lambda line: self._rights(line.row.holder, line.row.shares),
            safeguards=lambda line: self._led_back(SafeguardsView(*self._give, line.row.holder)),
        )

    def _asked(self, request: Request) -> Leaf:
        who = Holder(institution=request.institution, name=request.name)
        return self._led_back(RightsView(*self._give, who, request=request.id))

    def _led_back(self, leaf: Leaf) -> Leaf:
        leaf.back.connect(self._page.back)
        return leaf

    def _knew(self) -> Leaf:
        return self._led_back(KnewView(*self._give))

    def _safe(self) -> Leaf:
        view = SafeView(self._book, self._run)
        view.restored.connect(self._page.look_again)
        view.wiped.connect(self._page.look_again)
        return self._led_back(view)

    def _leaked(self) -> Leaf:
        view = LeakedView(*self._give)
        view.heard.connect(lambda who, kinds, day: self._keep_incident(view, who, kinds, day))
        view.right_wanted.connect(self._write_to)
        return self._led_back(view)

    def _rights(self, who: Holder, shares: tuple[Share, ...], right: str = "") -> Leaf:
        return self._led_back(RightsView(*self._give, who, shares, right=right))

    def _write_to(self, who: Holder, right: str) -> None:
        """Leave for the letter under ``right``, with what the ledger has of ``who``."""

        def theirs() -> tuple[Share, ...]:
            shares = self._book().ledger.shares.kept(institution=who.institution)
            return tuple(each for each in shares if holder(each) == who)

        def show(shares: tuple[Share, ...]) -> None:
            self._page.show_view(self._rights(who, shares, right))

        self._run(self._page, theirs, show, self._page.fail)

    def _keep_incident(
        self, view: LeakedView, who: Holder, kinds: tuple[str, ...], day: str
    ) -> None:
        incident = Incident(
            institution=who.institution, name=who.name, date=day, kinds=tuple(kinds)
        )
        view.work(
            "incident",
            lambda: self._book().ledger.incidents.add(incident),
            lambda _: view.tell("leaked.kept"),
        )
