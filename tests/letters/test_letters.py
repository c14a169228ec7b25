"""What a letter says, what it must not say, and what nobody can make it say."""

import re

import msgspec
import pytest
from letter_samples import (
    HOLDER,
    HOSTILE,
    PERSON,
    RIGHT_IDS,
    STEPS,
    a_complaint,
    a_letter,
    a_questionnaire,
    everything,
    right_of,
)

from guardian_app.errors import LetterError
from guardian_app.letters import (
    DATA,
    RIGHTS,
    Field,
    Fields,
    Holder,
    Items,
    Person,
    Signature,
    as_text,
    before_sending,
    bodies,
    cite,
)
from guardian_app.letters.cite import in_chinese
from guardian_app.model import (
    Article,
    CallBack,
    Confidence,
    InstitutionKind,
    Language,
    Law,
    RequestState,
    Step,
    Text,
)
from guardian_app.paths import resources

TEMPLATES = resources() / "letters"
LANGUAGES = list(Language)
COUNTED = "一二三四五六七八九十百0-9"
# A deadline: so many days, weeks, hours; a day that is a date is none.
DEADLINE = re.compile(
    rf"(?<!哪)[{COUNTED}]+\s*(?:个)?(?:工作日|天|小时|日(?:之?内|以内)|周|星期)"
    r"|\b(?:\d+|one|two|three|five|seven|ten|fifteen|thirty) (?:working |business )?"
    r"(?:day|hour|week)s?\b",
    re.IGNORECASE,
)


def shape(document):
    return [
        (type(block), len(getattr(block, "items", getattr(block, "rows", ()))))
        for block in document.blocks
    ]


def field(document, label):
    rows = [row for block in document.blocks if isinstance(block, Fields) for row in block.rows]
    return next(row for row in rows if row.label.startswith(label))


def test_there_is_a_letter_for_every_right(knowledge):
    assert {right.id for right in knowledge.rights} == set(RIGHTS) == set(RIGHT_IDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_can_be_written_and_signed(knowledge, language):
    for name, document in everything(knowledge, language):
        assert document.title, name
        assert isinstance(document.blocks[-1], Signature), name
        assert document.blocks[-1].name == PERSON.name, name
        said = as_text(document)
        assert HOLDER.name in said, name
        assert not re.search(r"\{|\}|\bNone\b|Undefined", said), name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_can_be_written_without_anything_chosen(knowledge, language):
    for name in RIGHT_IDS:
        document = a_letter(
            knowledge, name, language, to=Holder(name="x"), person=Person(), kinds=(), given=()
        )
        blanks = [row for block in document.blocks if isinstance(block, Fields)
                  for row in block.rows if not row.value]  # fmt: skip
        assert len(blanks) >= 3, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_sets_a_number_of_days(knowledge, language):
    for name, document in everything(knowledge, language):
        assert not DEADLINE.search(as_text(document)), name


def test_the_pattern_for_deadlines_finds_them():
    for text in ("十五日内", "15个工作日", "within 15 days", "三十天", "two working days", "2小时"):
        assert DEADLINE.search(text), text
    assert not DEADLINE.search("2026年12月20日前，1 May 2024，至少五年")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_day_that_a_person_chose_is_said_to_be_their_wish(knowledge, language):
    wish = {
        "zh": "2026年12月20日前收到答复；这是我的愿望",
        "en": "by 20 December 2026; that is my wish",
    }
    for name in RIGHT_IDS:
        assert wish[language] in as_text(a_letter(knowledge, name, language, wish="2026-12-20"))
        without = as_text(a_letter(knowledge, name, language))
        assert "愿望" not in without
        assert "my wish" not in without


def templates():
    return sorted(TEMPLATES.glob("*.j2"))


@pytest.mark.parametrize("file", templates(), ids=lambda file: file.name)
def test_every_article_in_a_template_is_known_and_was_read(knowledge, file):
    text = file.read_text(encoding="utf-8")
    known = {f"{law.id}:{one.number}": one for law in knowledge.laws for one in law.articles}
    for ref in re.findall(r'"([a-z-]+:[\w-]+)"', text):
        assert known[ref].confidence is Confidence.VERIFIED, ref
    # No law and no article is written by hand.
    assert not re.search(r"《|第[一二三四五六七八九十百]+条|\bArticles? \d", text)


def test_both_languages_have_the_same_templates_which_cite_the_same():
    def refs(stem, language):
        text = (TEMPLATES / f"{stem}.{language}.j2").read_text(encoding="utf-8")
        return re.findall(r"by\([^)]*\)|law\([^)]*\)|^[#*+:_=~!@-] ", text, re.MULTILINE)

    stems = {file.name.split(".")[0] for file in templates()}
    assert len(templates()) == len(stems) * len(LANGUAGES)
    for stem in stems:
        assert refs(stem, "zh") == refs(stem, "en"), stem


def test_a_letter_names_its_articles_and_asks_for_reasons(knowledge):
    said = as_text(a_letter(knowledge, "delete"))
    assert "《保险法》第八十七条" in said
    assert "至少五年" in said
    assert "《个人信息保护法》第五十条" in said
    english = as_text(a_letter(knowledge, "delete", Language.EN))
    assert "Personal Information Protection Law, Articles 19, 47 and 50" in english
    assert "at least five years" in english


def test_what_rests_on_an_article_that_is_not_known_is_not_said(knowledge):
    fewer = tuple(law for law in knowledge.laws if law.id != "insurance")
    lean = msgspec.structs.replace(knowledge, laws=fewer)
    said = as_text(a_letter(lean, "delete"))
    assert "保险法》" not in said
    assert "五年" not in said


def test_the_number_of_the_policy_is_left_to_be_written_by_hand(knowledge):
    for name in RIGHT_IDS:
        assert field(a_letter(knowledge, name), "保单号").value == ""


def test_a_known_contact_is_addressed_else_the_officer(knowledge):
    known = Holder(name="某某人寿", attention="客户权益部", address=("某市某路1号", "邮编 100000"))
    document = a_letter(knowledge, "explain", to=known)
    assert field(document, "收件").value == "客户权益部"
    assert field(document, "地址").value == "某市某路1号 邮编 100000"
    assert field(a_letter(knowledge, "explain"), "收件").value == "个人信息保护负责人"


def test_days_are_in_order_and_said_once(knowledge):
    document = a_letter(knowledge, "explain", given=("2025-03-12", "2024-05-01", "", "2025-03-12"))
    assert field(document, "提供日期").value == "2024年5月1日、2025年3月12日"


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_value_stays_plain_and_makes_no_block(knowledge, language, value):
    shown = " ".join(value.replace("\u202e", "").split())
    for name in RIGHT_IDS:
        plain = a_letter(knowledge, name, language, detail="x")
        document = a_letter(
            knowledge,
            name,
            language,
            to=Holder(name=value),
            person=Person(name=value),
            detail=value,
        )
        assert shape(document) == shape(plain), name
        assert document.blocks[-1].name == shown
        assert shown in as_text(document)
        assert "49" not in as_text(document).replace("第四十九条", "")


@pytest.mark.parametrize("value", HOSTILE)
def test_a_hostile_history_makes_no_line_of_its_own(knowledge, value):
    steps = (Step("2026-10-01", RequestState.SENT, value),)
    document = a_complaint(knowledge, steps=steps)
    history = next(block for block in document.blocks if isinstance(block, Items))
    assert len(history.items) == 1
    assert "\n" not in history.items[0]


@pytest.mark.parametrize(
    "changed",
    [
        {"to": Holder(name="x" * 10_000)},
        {"to": Holder(name="x", attention="x" * 10_000)},
        {"to": Holder(name="x", address=("x" * 10_000,))},
        {"to": Holder(name="x", address=("x",) * 6)},
        {"person": Person(name="x" * 10_000)},
        {"person": Person(contact="x" * 10_000)},
        {"detail": "x" * 10_000},
        {"wish": "soon"},
        {"given": ("2026-02-30",)},
    ],
)
def test_what_is_too_long_or_no_date_is_refused(knowledge, sentences, changed):
    with pytest.raises(LetterError) as caught:
        a_letter(knowledge, "leak-facts", **changed)
    assert caught.value.key in sentences
    assert sentences[caught.value.key].zh.format(**caught.value.values)


def test_a_complaint_tells_the_whole_history(knowledge):
    said = as_text(a_complaint(knowledge))
    assert "2026年10月1日：寄出请求（挂号信）" in said
    assert "2026年11月1日：被拒绝（没有说明理由）" in said
    assert "《个人信息保护法》第六十五条" in said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_of_a_request_can_be_told(knowledge, language):
    steps = tuple(Step("2026-10-01", state) for state in RequestState)
    assert as_text(a_complaint(knowledge, language, steps=steps))


def test_nobody_complains_about_what_was_not_sent(knowledge):
    for steps in ((), (Step("2026-10-01", RequestState.DRAFT),)):
        with pytest.raises(LetterError, match="letter_not_sent"):
            a_complaint(knowledge, steps=steps)
    with pytest.raises(LetterError, match="letter_many_steps"):
        a_complaint(knowledge, steps=STEPS * 20)


def an_institution(knowledge, kind, country="CN"):
    return next(
        each for each in knowledge.institutions if each.kind is kind and each.country == country
    )


def test_an_insurer_is_complained_of_at_the_regulator_by_its_number(knowledge):
    insurer = an_institution(knowledge, InstitutionKind.LIFE)
    finance, data = bodies(insurer, knowledge.institutions)
    assert (finance.hotline, data) == ("12378", DATA)
    said = as_text(a_complaint(knowledge, to=finance))
    assert "国家金融监督管理总局（消费者投诉热线 12378）" in said


def test_of_others_only_the_authority_for_data_which_must_be_looked_up(knowledge, sentences):
    telecom = an_institution(knowledge, InstitutionKind.TELECOM)
    abroad = an_institution(knowledge, InstitutionKind.LIFE, "HK")
    for about in (None, telecom, abroad):
        assert bodies(about, knowledge.institutions) == (DATA,)
    assert DATA.look_up in sentences
    assert field(a_complaint(knowledge), "致").value == ""


def test_a_number_that_may_not_be_offered_stands_in_no_complaint(knowledge):
    insurer = an_institution(knowledge, InstitutionKind.LIFE)
    regulator = next(each for each in knowledge.institutions if each.id == "hotline-12378")
    lines = tuple(
        msgspec.structs.replace(line, offer=CallBack.CHECK) for line in regulator.hotlines
    )
    doubtful = (msgspec.structs.replace(regulator, hotlines=lines),)
    assert bodies(insurer, doubtful)[0].hotline == ""
    assert bodies(insurer, ()) == (DATA,)


def test_a_question_cites_only_where_a_rule_spells_it_out(knowledge):
    document = a_questionnaire(knowledge, count=len(knowledge.safeguards))
    questions = next(block for block in document.blocks if isinstance(block, Items))
    assert questions.numbered
    for safeguard, said in zip(knowledge.safeguards, questions.items, strict=True):
        assert said.startswith(safeguard.question.zh)
        if safeguard.confidence is not Confidence.VERIFIED:
            assert said == safeguard.question.zh
    with pytest.raises(LetterError, match="letter_without_questions"):
        a_questionnaire(knowledge, count=0)


def test_before_sending_a_person_hears_the_limits(knowledge, sentences):
    right = right_of(knowledge, "delete")
    told = before_sending(right, knowledge.laws, sentences)
    assert set(right.limits) <= set(told)
    assert right.unset in told
    assert sentences["letters.abroad"] not in told
    assert (
        before_sending(right, knowledge.laws, sentences, country="HK")[0]
        == (sentences["letters.abroad"])
    )


LAW = Law(
    id="law", name=Text(zh="某法", en="Some Law"),
    articles=(
        Article(number="105", says=Text("甲", "a"), confidence=Confidence.VERIFIED),
        Article(number="38-39", says=Text("乙", "b"), confidence=Confidence.VERIFIED),
        Article(number="253-1", says=Text("丙", "c"), confidence=Confidence.VERIFIED),
        Article(number="7", says=Text("丁", "d"), confidence=Confidence.UNVERIFIED),
        Article(number="8", says=Text("戊", "e"), confidence=Confidence.PARTIAL),
        Article(
            number="another-way", says=Text("己", "f"), confidence=Confidence.VERIFIED,
            numbered=False,
        ),
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("numbers", "zh", "en"),
    [
        (["105"], "《某法》第一百零五条", "Some Law, Article 105"),
        (["105", "38-39"], "《某法》第三十八条至第三十九条、第一百零五条",
         "Some Law, Articles 38–39 and 105"),
        (["253-1"], "《某法》第二百五十三条之一", "Some Law, Article 253-1"),
        (["another-way"], "《某法》", "Some Law"),
        (["7", "8", "999"], "", ""),
    ],
)  # fmt: skip
def test_articles_are_cited_as_the_law_prints_them(numbers, zh, en):
    refs = [f"law:{number}" for number in numbers]
    assert cite(refs, (LAW,), Language.ZH) == zh
    assert cite(refs, (LAW,), Language.EN) == en


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "一"), (10, "十"), (14, "十四"), (20, "二十"), (57, "五十七"), (100, "一百"),
     (101, "一百零一"), (110, "一百一十"), (174, "一百七十四")],
)  # fmt: skip
def test_numbers_in_chinese(number, said):
    assert in_chinese(number) == said


def test_a_line_to_write_on_is_drawn_in_text(knowledge):
    assert Field("我看到的事实（日期、来电或短信、对方知道什么）", "", 3) in [
        row for block in a_letter(knowledge, "leak-facts").blocks if isinstance(block, Fields)
        for row in block.rows
    ]  # fmt: skip
    assert "：____" in as_text(a_letter(knowledge, "leak-facts"))
