"""Which kinds of data a privacy policy or consent text says are collected.

It suggests; the person decides. A kind is not suggested where the text says that it is not
collected. "Without your consent we do not …" is no such promise.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind
from msgspec import Struct

from guardian_app.model import Knowledge

# A long policy has some 50,000 characters; what lies beyond is not read.
TEXT_LIMIT = 100_000
# How far a "do not collect" reaches: an enumeration of that length, never past its sentence.
_REACH = 240

_HAN = "\u3400-\u9fff"
_SPACES = re.compile(rf"(?<=[{_HAN}])[ \t\u3000]+(?=[{_HAN}])|(?<=[ \t])[ \t]+")
_SENTENCE = re.compile(r"[。;!?\n]|\.(?=\s|$)")
_HOLDS = "收集|采集|获取|读取|索取|索要|要求|存储|保存|保留|使用|访问|上传|强制|需要"
_TAKES = "collect|ask|request|access|read|need|require|store|keep|obtain|gather|use|process"
_REFUSES = re.compile(
    rf"(?:不|未|没有|从不|绝不|无权|禁止)(?:会|得|再|曾|予|应)?(?:主动|强制|向您|对您|以任何方式|通过"
    rf"任何方式)?(?:{_HOLDS})|无需|无须|毋须|不必|不用(?=提供|填|上传|告)|不在收集范围"
    rf"|\b(?:do|does|did|will|shall|would|may|can|need|must) ?(?:not|n't) (?:\w+ ){{0,3}}?"
    rf"(?:{_TAKES}|provide)|\b(?:don't|doesn't|won't|never|cannot) (?:\w+ ){{0,3}}?(?:{_TAKES})"
    rf"|\bno need (?:for|to)|\bwithout (?:collecting|asking|accessing)"
)
_REFUSED_AFTER = re.compile(
    rf"(?:信息|数据|权限|资料|等)*:?(?:我们|本软件|本公司)?也?不(?:会|予|被)?(?:{_HOLDS})"
    rf"|[^,。;:!?\n]{{0,40}}[,:]?(?:我们|本软件|本公司)?(?:均|都|一律)不(?:会|予|被)?(?:{_HOLDS})"
    rf"|[^.;\n,]{{0,24}}\b(?:is|are|will|shall) (?:not|never) (?:be )?(?:\w+ )?(?:{_TAKES})"
)
# Words after which a new statement begins inside the sentence.
_RESUMES = re.compile(
    rf"(?<=[{_HAN}])[,:](?!\s*[a-z])|但|不过|然而|仅|只(?:会|收集|需)|除外|以外的|之外的"
    r"|\b(?:but|however|except|only|other than|unless|instead)\b|, (?:and )?(?:we|you|they) "
)
# A condition on the refusal, or the reader's own refusing: both say that data is collected.
_CONDITION = re.compile(
    r"未经|除非|如(?:果)?(?:您|你)?不|若(?:您|你)?不|(?:您|你)(?:可以|也可|有权)?(?:选择)?不|在您(?:不)?同意之?前"
    r"|\bwithout your (?:\w+ )?(?:consent|permission)|\bunless\b|\bif you (?:do not|don't|choose)"
)


class Mention(Struct, frozen=True):
    """A kind of data that a text says is collected, and the words it uses."""

    kind: str
    words: tuple[str, ...]


def suggest(text: str, knowledge: Knowledge) -> tuple[Mention, ...]:
    """Return the kinds that ``text`` names as collected, in the order of their first mention."""
    letters = str.maketrans(knowledge.letters.written, knowledge.letters.plain)
    folded = _fold(text[:TEXT_LIMIT], letters)
    table = tuple((_fold(word, letters), kind.id) for kind in knowledge.data_kinds
                  for word in kind.words)  # fmt: skip
    if not table:
        return ()
    found: dict[str, list[str]] = {}
    for start, end, kind in _named(folded, table):
        word = folded[start:end]
        if word not in found.get(kind, ()) and not _is_refused(folded, start, end):
            found.setdefault(kind, []).append(word)
    return tuple(Mention(kind, tuple(words)) for kind, words in found.items())


def _fold(text: str, letters: dict[int, int]) -> str:
    whole = text.encode("utf-8", "replace").decode("utf-8")  # half a character is none
    plain = unicodedata.normalize("NFKC", whole).replace("’", "'").lower().translate(letters)
    return _SPACES.sub("", plain)


@lru_cache(maxsize=2)
def _finder(words: tuple[str, ...]) -> AhoCorasick:
    return AhoCorasick(
        words, matchkind=MatchKind.LeftmostLongest, implementation=Implementation.ContiguousNFA
    )


def _named(text: str, table: tuple[tuple[str, str], ...]) -> Iterator[tuple[int, int, str]]:
    finder = _finder(tuple(word for word, _ in table))
    for index, start, end in finder.find_matches_as_indexes(text):
        if table[index][0].isascii():
            stop = end + text.startswith("s", end)
            if _joins(text[max(0, start - 1) : start]) or _joins(text[stop : stop + 1]):
                continue
        yield start, end, table[index][1]


def _joins(letter: str) -> bool:
    return letter.isascii() and letter.isalnum()


def _is_refused(text: str, start: int, end: int) -> bool:
    begin = max(0, start - _REACH)
    before = _SENTENCE.split(text[begin:start])[-1]
    refusals = list(_REFUSES.finditer(before))
    if not refusals:
        return _REFUSED_AFTER.match(text, end) is not None and not _CONDITION.search(before)
    last = refusals[-1]
    return not (_RESUMES.search(before, last.end()) or _CONDITION.search(before, 0, last.end()))
