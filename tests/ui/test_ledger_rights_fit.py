"""Rights and the score sheet: no word is cut at 1024 × 700, in both sizes and both languages."""

import pytest
from hand_services import run_now
from leaf_host import LIFE, SHARES, TODAY, AnsweringFiles, make_book, settle, show_leaf
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from test_fit import cut, shown

from guardian_app.exposure import Holder, holder
from guardian_app.guardian import Guardian
from guardian_app.ledger import wrapping
from guardian_app.model import Reading, Request, RequestState, Step
from guardian_app.ui.ledger.rights import RightsView
from guardian_app.ui.ledger.safeguards import SafeguardsView

KNOWN = Guardian().knowledge


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wrapping, "MEMORY_KIB", 64)
        patch.setattr(wrapping, "PASSES", 1)
        made, _ = make_book(tmp_path_factory.mktemp("fit") / "ledger", SHARES)
    asked = Request(right="delete", institution="china-life", kinds=("phone",), opened="2026-10-01",
                    remind="2026-11-01")  # fmt: skip
    number = made.ledger.requests.add(asked).id
    made.ledger.requests.move(number, Step("2026-10-02", RequestState.SENT))
    made.ledger.requests.move(number, Step("2026-10-20", RequestState.REFUSED, "他们说" * 40))
    yield made
    made.lock()


def rights(book):
    return RightsView(lambda: book, lambda: KNOWN, run_now, holder(LIFE), [LIFE],
                      files=AnsweringFiles(), today=lambda: TODAY)  # fmt: skip


def bring(state, book):
    if state.startswith("safeguards"):
        who = Holder(institution="china-life")
        view = SafeguardsView(lambda: book, lambda: KNOWN, run_now, who, today=lambda: TODAY)
        return view, _open_rows if state == "safeguards" else SafeguardsView.write_letter
    acts = {
        "pick": lambda _: None,
        "letter": lambda view: view.write("leak-facts"),
        "request": lambda view: view.open_request(1),
        "complaint": _complain,
    }
    return rights(book), acts[state]


def _complain(view):
    view.open_request(1)
    settle()
    view.request.complaint.click()


def _open_rows(view):
    for row in list(view.rows.values())[:3]:
        row.reading.take(Reading.WEAK)
        row.more.click()


STATES = ("pick", "letter", "request", "complaint", "safeguards", "safeguards-letter")


@pytest.fixture
def host(qtbot, sentences, tmp_path):
    def make(view, settings):
        path = tmp_path / "settings.toml"
        return show_leaf(qtbot, sentences, path, view, settings=settings, size=(1024, 700))

    return make


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize(("language", "large"), [("zh", False), ("zh", True), ("en", True)])
def test_no_word_is_cut(qtbot, host, book, state, language, large):  # noqa: PLR0913, PLR0917
    view, act = bring(state, book)
    window = host(view, f'language = "{language}"\nlarge = {str(large).lower()}\n')
    act(view)
    settle()
    qtbot.wait(60)
    assert (window.width(), window.height()) == (1024, 700)
    faults = {
        (type(each).__name__, each.text()[:30], cut(each, window))
        for each in shown(window)
        if cut(each, window)
    }
    assert faults == set()
    for each in view.findChildren(QAbstractButton) + view.findChildren(QLineEdit):
        if each.isVisible():
            assert each.accessibleName(), each
