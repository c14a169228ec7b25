"""Whatever a stranger wrote is shown letter for letter: no markup, no picture, no link, no turn."""

import ast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit
from verdict_samples import KNOWLEDGE, finding, verdict

from guardian_app.model import Level, Message, Text, Where
from guardian_app.paths import PACKAGE
from guardian_app.ui.parts.marked import MarkedText
from guardian_app.ui.plain import HIDDEN
from guardian_app.words import Answer

HOSTILE = [
    "<img src='http://a.example/x.png'>",
    "<a href='file:///etc/passwd'>点这里</a>",
    "file:///etc/passwd \\\\server\\share",
    "<h1>安全</h1><!-- -->&lt;b&gt;&amp;&nbsp;",
    "<style>*{color:white}</style><script>1</script>",
    "码\u202e安全\u202c \u200b\u2066x\u2069 \ufeff",
    "半个\ud83d字符",
    "\x00\x07\x1b[31m红",
    "x" * 4000,
    "{0} {name} %s %n \\u0000 &File",
]
FORBIDDEN = {
    "setHtml", "insertHtml", "appendHtml", "toHtml", "setMarkdown", "insertMarkdown", "openUrl",
    "setOpenExternalLinks", "RichText", "AutoText", "MarkdownText", "QTextBrowser",
    "QDesktopServices", "QWebEngineView", "QNetworkAccessManager", "setToolTip",
}  # fmt: skip


def hostile_answer(text: str) -> Answer:
    words = text[:20]
    return Answer(
        Message(text, text[:100]),
        verdict(
            Level.DANGER,
            reasons=(
                finding("link", text, words, detail=Text(text, text)),
                finding("abroad", text, text[:10], Where.SENDER),
            ),
            quoted=(finding("code", text, words),),
            genuine=(finding("masked", text, words, detail=Text(text, text)),),
            judged=len(text),
        ),
        KNOWLEDGE,
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_as_it_stands(make_window, text):
    answer = hostile_answer(text)
    page = make_window(answer).page
    page._show_answer(answer, page._turn)
    labels = page.result.findChildren(QLabel)
    assert labels
    for label in labels:
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert not label.openExternalLinks()
        assert label.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction
        assert not set(label.text()) & set("\u202e\u202c\u2066\u2069\u200b\ufeff\x00\x1b")
    original = page.result.findChildren(MarkedText)[-1]
    drawn = (
        original._document.toPlainText()
        .replace("\u2060", "")
        .replace("\ufffc", "")
        .replace(HIDDEN, "")
    )
    for piece in text.split("\u202e")[0].split("\x00")[0].split("\ud83d")[0].splitlines():
        assert piece[:60] in drawn
    assert not page.result.findChildren(QTextEdit)
    page.grab()


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_the_box_stays_text(make_window, text):
    answer = hostile_answer(text)
    page = make_window(answer).page
    page.entry.show_message(Message(text.encode("utf-8", "replace").decode(), "<b>1</b>"))
    page.check_now()
    assert isinstance(page.entry.box, QPlainTextEdit)
    page.entry.message().text.encode("utf-8")


def test_no_module_of_the_window_knows_rich_text_links_or_the_net():
    for file in (PACKAGE / "ui").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            name = getattr(node, "attr", getattr(node, "id", getattr(node, "name", "")))
            assert name not in FORBIDDEN, f"{file.name}: {name}"
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith(("PySide6.QtNetwork", "socket", "urllib"))
