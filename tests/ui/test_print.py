"""Letters on paper: what is seen is what can be searched, copied and read aloud again."""

import io

import pypdf
import pytest
from letter_samples import HOSTILE, a_letter, a_questionnaire, everything

from guardian_app.errors import LetterError
from guardian_app.letters import (
    Document,
    Fields,
    Heading,
    Holder,
    Items,
    Note,
    Paragraph,
    Person,
    Signature,
    as_text,
)
from guardian_app.letters.text import BLANK
from guardian_app.model import Language
from guardian_app.ui.print import as_pdf, save_pdf

pytestmark = pytest.mark.usefixtures("qapp")
LANGUAGES = list(Language)
# Each of these shares its glyph with a radical in Noto CJK.
TWINS = (
    "人民长立青黄见马高门鬼十手用户小比水火生日文方心木止毛气父片牛玉瓜田白皮目石示禾竹米羊老而耳肉"
)


def squeezed(text):
    return "".join(text.split())


def read(content):
    pages = pypdf.PdfReader(io.BytesIO(content), strict=True).pages
    return [page.extract_text() for page in pages]


def parts(document):
    yield document.title
    for block in document.blocks:
        match block:
            case Heading(text) | Paragraph(text) | Note(text):
                yield text
            case Items(items):
                yield from items
            case Fields(rows):
                yield from (row.value for row in rows if row.value)
            case Signature(label, name, date):
                yield from (label, name, date)


def a_page(*texts, language=Language.ZH):
    return Document(title="t", blocks=tuple(map(Paragraph, texts)), language=language)


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_comes_out_of_the_pdf_as_it_was_written(knowledge, language, large):
    for name, document in everything(knowledge, language):
        content, count = as_pdf(document, large=large)
        pages = read(content)
        assert len(pages) == count, name
        # Between pages stand their numbers: what runs over an edge is looked for in pieces.
        text = squeezed("".join(pages))
        for part in parts(document):
            if large:
                assert all(letter in text for letter in squeezed(part)), (name, part)
            else:
                assert squeezed(part) in text, (name, part)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_usual_letter_fits_one_page(knowledge, language):
    for name, document in everything(knowledge, language):
        assert as_pdf(document)[1] == 1, name


def test_words_and_articles_can_be_searched_for(knowledge):
    (zh,) = read(as_pdf(a_letter(knowledge, "delete"))[0])
    for words in ("删除个人信息的申请", "某某人寿保险股份有限公司", "王小明", "第四十七条"):
        assert words in zh
    to = Holder(name="Some Life Insurance Company")
    english = a_letter(knowledge, "delete", Language.EN, to=to, person=Person(name="Wang Xiaoming"))
    (en,) = read(as_pdf(english)[0])
    for words in (
        "Request to delete my personal data",
        "Some Life Insurance Company",
        "Wang Xiaoming",
        "Personal Information Protection Law, Articles 19, 47 and 50",
    ):
        assert words in en


def test_letters_that_share_a_glyph_come_out_as_themselves():
    (text,) = read(as_pdf(a_page(TWINS))[0])
    assert TWINS in squeezed(text)


@pytest.mark.parametrize("digits", ["Articles 0123456789 end", "第0123456789条", "0 1 2 3"])
def test_digits_come_out_beside_letters_of_any_script(digits):
    (text,) = read(as_pdf(a_page(digits))[0])
    assert digits in text


def test_the_more_usual_of_two_letters_with_one_glyph_is_named():
    (text,) = read(as_pdf(a_page("人人人\u2f08"))[0])
    assert "人人人" in text


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_value_is_drawn_as_it_stands(value):
    document = a_letter_like(value)
    (text,) = read(as_pdf(document)[0])
    assert squeezed(value.replace("\u202e", "")) in squeezed(text)


def a_letter_like(value):
    shown = " ".join(value.replace("\u202e", "").split())
    return a_page(shown)


def test_many_pages_are_numbered(knowledge):
    document = a_questionnaire(knowledge, count=24)
    content, count = as_pdf(document, large=True)
    pages = read(content)
    assert count == len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"第{number}页，共{count}页" in squeezed(page)
    (alone,) = read(as_pdf(a_page("短"))[0])
    assert "页" not in alone


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", range(14, 25))
def test_nobody_signs_an_empty_page(knowledge, language, count):
    document = a_questionnaire(knowledge, language, count=count)
    last = squeezed(read(as_pdf(document)[0])[-1])
    assert squeezed(document.blocks[-2].text) in last
    assert document.blocks[-1].date.split()[0] in last


def test_what_no_page_can_hold_goes_on_on_the_next():
    document = Document(
        title="长" * 3_000, blocks=(Paragraph("字" * 3_000), Signature("签名", "", "")),
        language=Language.ZH,
    )  # fmt: skip
    content, count = as_pdf(document)
    assert count > 2
    assert squeezed("".join(read(content))).count("字") == 3_000


def test_the_type_is_larger_in_large_mode(knowledge):
    document = a_letter(knowledge, "explain")
    sizes = set()
    for large in (False, True):
        page = pypdf.PdfReader(io.BytesIO(as_pdf(document, large=large)[0])).pages[0]
        sizes.add(round(float(page.mediabox.width)))
    assert sizes == {595}
    assert as_pdf(document, large=True)[1] > as_pdf(document)[1]


def test_the_file_is_written_or_the_person_is_told(knowledge, tmp_path, sentences):
    document = a_letter(knowledge, "explain")
    file = tmp_path / "信.pdf"
    assert save_pdf(document, file) == 1
    assert file.read_bytes().startswith(b"%PDF-")
    with pytest.raises(LetterError) as caught:
        save_pdf(document, tmp_path / "no" / "信.pdf")
    assert caught.value.key in sentences


def test_the_update_of_the_letters_is_sound(knowledge):
    content, _ = as_pdf(a_letter(knowledge, "delete"))
    reader = pypdf.PdfReader(io.BytesIO(content), strict=True)
    assert reader.metadata.title == "删除个人信息的申请"
    assert content.count(b"%%EOF") == 2
    assert content.endswith(b"%%EOF\n")


def test_text_has_a_line_to_write_on(knowledge):
    assert BLANK in as_text(a_letter(knowledge, "explain"))
