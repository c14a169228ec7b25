"""Finding links in normalised text, also broken ones; what they mean is judged elsewhere.

A host is a row of labels with dots between them. Senders of fraud break the dots ("icbc .com",
"icbc。com", "icbc点com") so that filters do not see a link and people still can type it.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from guardian_app.engine import hosts


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Endings that may follow a dot that is broken by a space or written as another mark.
_BROKEN = r"(?:com|cn|net|cc|top|xyz)(?![a-z0-9])"
_DOT = (
    r"(?:\[\.\]|\(\.\)|\(dot\)"
    rf"| ?。 ?(?={_BROKEN})| ?点 ?(?=(?:com|cn|net)(?![a-z0-9]))| \. ?(?={_BROKEN})"
    r"|\. (?=(?:com|cn)(?![a-z0-9]))| dot (?=(?:com|cn|net)(?![a-z0-9]))|\.)"
)
_CUE = re.compile(rf"[a-z0-9\])]{_DOT}[a-z0-9]|://|%[0-9a-f]{{2}}")
_HOST = re.compile(
    rf"(?<![a-z0-9._*-])(?:www ?\. ?)?[a-z0-9-]{{1,63}}(?:{_DOT}[a-z0-9-]{{1,63}}){{1,8}}"
)
_WWW = re.compile(r"^www ?\. ?")
_ANY_DOT = re.compile(_DOT)
_SCHEME = re.compile(r"(?:h[tx]{2}ps?|ftp)[:;]?/{1,3} ?(?P<user>[^\s/?#@\u3400-\u9fff]{1,120}@)?$")
_SCHEME_REACH = 140
_PATH = re.compile(r"(?::\d{1,5})?(?:[/?#][^\s\u3400-\u9fff,。、;\"'<>()\[\]【】《》“”]*)?")
_ADDRESS = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}")

# Endings that may stand without scheme, "www." or a path; others occur in prose (ok.so, file.md).
_PLAIN_ENDINGS = _words(
    "com cn net org cc top vip xyz info club shop site online icu ltd wang ren ink mobi asia tech "
    "hk tw sg uk gov"
)


class Link(Struct, frozen=True):
    """A link as it stands in normalised text."""

    start: int
    end: int
    host_at: tuple[int, int]
    host: str
    path: str
    user: str


def may_hold_link(text: str) -> bool:
    """Tell at once whether ``text`` is worth reading for links."""
    return _CUE.search(text) is not None


def links_in(text: str) -> Iterator[Link]:
    """Yield the links of ``text``; mail addresses, amounts and file names are none."""
    last = 0
    for match in _HOST.finditer(text):
        start, end = match.span()
        if start < last:
            continue
        host = _ANY_DOT.sub(".", _WWW.sub("www.", match.group())).strip("-")
        before = text[max(0, start - _SCHEME_REACH) : start]
        path_match = _PATH.match(text, end)
        path = path_match.group() if path_match else ""
        if text.startswith("@", end) and (host.startswith("www.") or before.endswith("://")):
            continue  # the user part of "www.bank.com@elsewhere": the host follows
        scheme = _SCHEME.search(before) if before.endswith(("/", "@", " ")) else None
        user = (scheme and scheme.group("user")) or ""
        if before.endswith("@") and not user:
            user = _bare_user(before)
            if not user:
                continue
        begin = start - (len(before) - scheme.start()) if scheme else start - len(user)
        is_marked = scheme is not None or host.startswith(("www.", "wap.")) or len(path) > 1
        if _is_host(host, is_marked=is_marked):
            last = end + len(path)
            yield Link(begin, last, (start, end), host, path, user)


def _bare_user(before: str) -> str:
    """Return "www.bank.com@" in front of a host, or "" for an ordinary mail address."""
    found = re.search(r"www\.[a-z0-9.-]{1,80}@$", before)
    return found.group() if found else ""


def _is_host(host: str, *, is_marked: bool) -> bool:
    ending = hosts.ending_of(host)
    if ending.isdecimal():
        return is_marked and _ADDRESS.fullmatch(host) is not None
    if len(ending) < 2 or not (ending.isalpha() or ending.startswith("xn--")):  # noqa: PLR2004
        return False
    if not is_marked and (ending not in _PLAIN_ENDINGS or host.count("--")):
        return False
    return hosts.registrable(host) != ""
