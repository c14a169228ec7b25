"""How articles are cited: only those that were read, and by number only where it is known."""

from collections.abc import Iterable

from guardian_app.model import Article, Confidence, Language, Law, cited

_DIGITS = "零一二三四五六七八九"
_HUNDRED = 100
_TEN = 10


def cite(refs: Iterable[str], laws: Iterable[Law], language: Language) -> str:
    """Return the articles behind ``refs``, law by law, or nothing where none may be cited.

    An article whose text was not read is left out: a letter must not lean on it.
    """
    numbers: dict[str, list[str]] = {}
    for law, article in cited(refs, laws):
        if article.confidence is Confidence.VERIFIED:
            known = numbers.setdefault(law.name.get(language), [])
            known.extend([article.number] if _has_number(article) else [])
    write = _chinese if language is Language.ZH else _english
    for known in numbers.values():
        known.sort(key=_ends)
    return ("；" if language is Language.ZH else "; ").join(map(write, numbers, numbers.values()))


def in_chinese(number: int) -> str:
    """Return a number below 1000 as a law prints it: 45 is 四十五, 105 is 一百零五."""
    hundreds, rest = divmod(number, _HUNDRED)
    tens, ones = divmod(rest, _TEN)
    said = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        said += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        said += "零"
    return said + (_DIGITS[ones] if ones or not number else "")


def _has_number(article: Article) -> bool:
    return article.numbered and article.number.replace("-", "").isdecimal()


def _chinese(law: str, numbers: list[str]) -> str:
    return f"《{law}》" + "、".join(map(_article, numbers))


def _article(number: str) -> str:
    first, last = _ends(number)
    said = f"第{in_chinese(first)}条"
    if last > first:
        return f"{said}至第{in_chinese(last)}条"
    return f"{said}之{in_chinese(last)}" if last else said


def _english(law: str, numbers: list[str]) -> str:
    if not numbers:
        return law
    several = len(numbers) > 1 or _ends(numbers[0])[1] > _ends(numbers[0])[0]
    shown = [
        number.replace("-", "\N{EN DASH}") if _ends(number)[1] > _ends(number)[0] else number
        for number in numbers
    ]
    listed = " and ".join(filter(None, (", ".join(shown[:-1]), shown[-1])))
    return f"{law}, {'Articles' if several else 'Article'} {listed}"


def _ends(number: str) -> tuple[int, int]:
    first, _, last = number.partition("-")
    return int(first), int(last or 0)
