"""The lines of a verdict, from values made by hand: all of it, in order, and nothing raw."""

import pytest

from guardian_app import paths
from guardian_app.cli.report import write_report
from guardian_app.cli.terminal import Page, visible
from guardian_app.model import (
    Ask,
    CallBack,
    Confidence,
    Contact,
    Finding,
    Grade,
    Institution,
    InstitutionKind,
    Knowledge,
    Language,
    Letters,
    Level,
    Message,
    Scheme,
    SchemeGroup,
    SchemeMatch,
    SchemeSigns,
    Sign,
    SignKind,
    Span,
    Text,
    Unjudged,
    Verdict,
    Weights,
    Where,
)
from guardian_app.words import Answer, Words, load_sentences, tell

BOTH = [Language.ZH, Language.EN]


def _text(word):
    return Text(f"{word}中", f"{word}-en")


def _scheme(name):
    return Scheme(
        id=name,
        name=_text(name),
        group=SchemeGroup.CORE,
        confidence=Confidence.VERIFIED,
        checked="2026-01-01",
        signs=SchemeSigns(("code",)),
        wants=("code",),
        goes_on=(_text("goes on"),),
        look_alike=_text("look-alike"),
        do=(_text("do first"), _text("do then")),
    )


KNOWLEDGE = Knowledge(
    date="2026-01-02",
    slots={},
    asks=(Ask("code", _text("ask")),),
    signs=tuple(
        Sign(id=each, kind=SignKind.REQUEST, name=_text(f"sign {each}"), why=_text(f"why {each}"))
        for each in ("code", "port", "kind", "warned")
    ),
    schemes=(_scheme("first"), _scheme("second"), _scheme("third")),
    institutions=(
        Institution(
            id="insurer",
            kind=InstitutionKind.LIFE,
            country="CN",
            name=_text("insurer"),
            status=_text("x"),
            grade=Grade.HIGH,
            checked="2026",
        ),
    ),
    numbers=(),
    fakes=(),
    sources=(),
    letters=Letters("", "", {}),
    weights=Weights(0, 0.5, 0.8, {}),
)
MESSAGE = Message("把\x1b[31m验证码给我", "1065\x07")
VERDICT = Verdict(
    level=Level.DANGER,
    score=0.9,
    reasons=(
        Finding("code", (Span(0, 9), Span(9, 11), Span(0, 9)), 2.0),
        Finding("port", (Span(0, 5),), 1.0, Where.SENDER, _text("detail \x1b[2J")),
        Finding("gone", (), 0.5),
    ),
    genuine=(Finding("kind", (Span(0, 1),), -1.0),),
    quoted=(Finding("warned", (Span(0, 1),), 1.0),),
    schemes=(
        SchemeMatch("first", 0.5),
        SchemeMatch("second", 0.45),
        SchemeMatch("third", 0.1),
    ),
    wants=("code",),
    claimed=("insurer",),
    contacts=(
        Contact("insurer", "95500", CallBack.YES),
        Contact("insurer", "400-000-0000", CallBack.CHECK),
    ),
    unjudged=tuple(Unjudged),
    judged=100_000,
    knowledge_date="2026-01-02",
)


def _words(language):
    return Words(load_sentences(paths.resources() / "i18n"), language)


def _lines(capsysbinary, language, verdict=VERDICT):
    page, words = Page(), _words(language)
    write_report(tell(Answer(MESSAGE, verdict, KNOWLEDGE), words), page, words)
    page.show()
    return capsysbinary.readouterr().out.decode().splitlines()


@pytest.mark.parametrize("language", BOTH)
def test_everything_is_told_the_action_first(capsysbinary, language):
    words = _words(language)
    shown = "\n".join(_lines(capsysbinary, language))
    parts = ("do", "contacts", "reasons", "wants", "goes_on", "look_alike", "second", "genuine")
    parts = [words(f"part.{each}") for each in (*parts, "quoted", "unjudged")]
    places = [shown.index(f"\n{part}\n") for part in parts]
    assert places == sorted(places)
    assert shown.startswith(f"[{words('seal.danger')}]" if language == "en" else "【险】")
    for each in ("do first", "goes on", "look-alike", "second", "ask", "insurer", "why kind"):
        assert words.of(_text(each)) in shown
    assert "95500" in shown
    assert words("contact.check") in shown
    assert "100,000" in shown
    assert words.of(_text("third")) not in shown
    assert "2026-01-02" in shown


@pytest.mark.parametrize("language", BOTH)
def test_reasons_are_numbered_and_quote_the_very_words_once(capsysbinary, language):
    lines = _lines(capsysbinary, language)
    place = lines.index(f"  1. {_words(language).of(_text('sign code'))}")
    assert r"把\x1b[31m验证" in lines[place + 1]
    assert "给我" in lines[place + 2]
    assert lines[place + 4].startswith("  2. ")
    assert r"1065\x07" in lines[place + 5]
    assert r"detail \x1b[2J" in lines[place + 6]
    assert lines[place + 7] == "  3. gone"


@pytest.mark.parametrize("language", BOTH)
@pytest.mark.parametrize("level", Level)
def test_a_level_without_a_scheme_still_says_what_to_do(capsysbinary, language, level):
    verdict = Verdict(
        level=level,
        score=0.0,
        reasons=(),
        genuine=(),
        quoted=(),
        schemes=(),
        wants=(),
        claimed=(),
        contacts=(),
        unjudged=(),
        judged=3,
        knowledge_date="2026-01-02",
    )
    lines = _lines(capsysbinary, language, verdict)
    words = _words(language)
    assert words(f"level.{level}") in lines[0]
    assert words(f"verdict.{level}") in lines[0]
    assert words("part.do") in lines
    assert words("part.reasons") not in lines


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("您好 Hi", "您好 Hi"),
        ("a\nb\r\tc", r"a\nb\r\tc"),
        ("\x1b[0m\x7f\x9b", r"\x1b[0m\x7f\x9b"),
        ("\u202e\u2066\u200b\ufeff", r"\u202e\u2066\u200b\ufeff"),
        ("\u2028\u2029\x85", r"\u2028\u2029\x85"),
        ("全\u3000角\xa0", "全\u3000角\xa0"),
        ("\ud83d", r"\ud83d"),
        ("\U000e0041", r"\U000e0041"),
        ("😀", "😀"),
    ],
)
def test_what_cannot_be_seen_is_written_out(text, shown):
    assert visible(text) == shown
