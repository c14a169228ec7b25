"""The window around a real ledger, filled with made-up entries."""

from datetime import date, timedelta

from hand_services import run_now

from guardian_app.guardian.book import Book, Passphrase
from guardian_app.ledger import NoKeyring
from guardian_app.model import Consent, Share, ShareChannel, Stage
from guardian_app.paths import resources
from guardian_app.ui.screens import Services
from guardian_app.ui.window import Window

PHRASE = "四个词连起来 horse"
BROKER = "某某经纪"

FIVE = (
    Share(
        institution="ping-an-life", product="critical-illness", date="2021-06-02",
        stage=Stage.UNDERWRITING, channel=ShareChannel.AGENT, consent=Consent.SIGNED,
        kinds=("name", "phone", "id-number", "card-no", "health-history", "family", "income"),
    ),
    Share(
        name=BROKER, date="2025-03-12", stage=Stage.QUOTE, channel=ShareChannel.MINI_PROGRAM,
        product="medical", note="当时只是询价，没有投保。",
        kinds=("name", "phone", "id-photo", "card-no", "health-history", "face", "family"),
    ),
    Share(
        institution="picc-pc", product="motor", date="2024-11-20", stage=Stage.UNDERWRITING,
        channel=ShareChannel.PHONE, kinds=("name", "phone", "id-number", "plate", "licence"),
    ),
    Share(
        institution="zhongan-online", product="travel", date="2022-05-01", stage=Stage.UNDERWRITING,
        channel=ShareChannel.APP, kinds=("name", "phone"),
    ),
    Share(
        name="领奖小程序", date="2026-10-01", stage=Stage.MARKETING,
        channel=ShareChannel.MINI_PROGRAM, kinds=("phone", "sms-code"),
    ),
)  # fmt: skip


def many(knowledge, institutions: int, shares: int) -> list[Share]:
    """Return ``shares`` entries spread over ``institutions``."""
    known = [each.id for each in knowledge.institutions]
    kinds = [each.id for each in knowledge.data_kinds if not each.never_ask]
    products = [each.id for each in knowledge.products]
    stages, channels = list(Stage), list(ShareChannel)
    return [
        Share(
            institution=known[at % institutions], product=products[at % len(products)],
            stage=stages[at % 5], channel=channels[at % 10],
            date=(date(2026, 11, 1) - timedelta(days=at % 2000)).isoformat(),
            kinds=tuple(kinds[(at * 7 + step) % len(kinds)] for step in range(2 + at % 5)),
        )
        for at in range(shares)
    ]  # fmt: skip


def make_book(folder, shares=None) -> Book:
    """Return a door to a ledger in ``folder``; with ``shares`` it is made, filled and open."""
    book = Book(folder, NoKeyring)
    if shares is not None:
        book.create(Passphrase(PHRASE))
        book.ledger.shares.add_all(shares)
    return book


def ledger_window(book, knowledge, sentences, settings_path, run=run_now) -> Window:
    """Return the window, on the page of the ledger."""
    window = Window(
        Services(check=lambda _: None, knowledge=lambda: knowledge, run=run, book=lambda: book),
        sentences=sentences,
        theme=resources() / "theme",
        settings_path=settings_path,
    )
    window.show_page(1)
    return window
