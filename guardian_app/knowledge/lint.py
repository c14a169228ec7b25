"""Everything that can be wrong with a knowledge folder, found before a person could meet it.

The engine is handed in: this room does not know it.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import re2

from guardian_app.knowledge.folder import Fault, Harmless, read_folder, read_harmless
from guardian_app.knowledge.lint_ledger import ledger_faults
from guardian_app.knowledge.pack import packed
from guardian_app.knowledge.phrases import PatternError, express
from guardian_app.model import (
    CallBack,
    Confidence,
    Institution,
    Knowledge,
    Language,
    Level,
    Message,
    Patterns,
    Scheme,
    Sign,
    SignKind,
    Text,
    Verdict,
    Wording,
)

Check = Callable[[Message, Knowledge], Verdict]
SignsMeant = Callable[[Message, Knowledge], frozenset[str]]

# A pack may not be unbounded work: a pattern longer than this is a list that wants a word class.
PATTERN_LIMIT = 20_000
SCHEME_EXAMPLES = 3
DETECTED = (SignKind.SENDER, SignKind.LINK, SignKind.IMPERSONATION, SignKind.WORDING)
# A wording is a few hundred kB of short runs; more is somebody's text.
RUNS_LIMIT = 30_000
RUN_LIMIT = 60
# What a fraudster adds to any message for trust. No lawful twin is known by it alone.
BORROWED_TRUST = {
    Language.ZH: (
        *("官方", "官方app", "官方应用", "官方客户端", "官方小程序", "官方公众号", "官方网站"),
        *("官方渠道", "官方平台", "官方热线", "官方客服", "官网", "官微", "公众号", "服务号"),
        *("小程序", "企业微信", "客服", "客服热线", "客服电话", "服务热线", "热线", "app"),
        *("柜面", "柜台", "网点", "营业厅", "营业网点", "本公司", "我司", "我行", "我的保单"),
    ),
    Language.EN: (
        *("official", "official app", "official website", "official account", "hotline"),
        *("branch", "counter", "customer service", "website", "app"),
    ),
}


def find_faults(folder: Path, check: Check, signs_meant: SignsMeant) -> list[Fault]:
    """Return every fault of the knowledge under ``folder``, sorted by file."""
    knowledge, read_faults = read_folder(folder)
    harmless, harmless_faults = read_harmless(folder)
    faults = [*read_faults, *harmless_faults]
    faults += _pattern_faults(knowledge)
    faults += _reference_faults(knowledge)
    faults += _institution_faults(knowledge.institutions)
    faults += _borrowed_trust_faults(knowledge)
    faults += _wording_faults(knowledge.wording)
    faults += ledger_faults(knowledge)
    if not faults:  # examples say nothing while the patterns themselves are broken
        built = packed(knowledge)
        faults += _hit_faults(knowledge, built, signs_meant)
        faults += _miss_faults(knowledge, built, check)
        faults += _scheme_example_faults(knowledge, built, check)
        faults += _harmless_faults(harmless, built, check)
    return sorted(faults)


def _sign_file(sign: Sign) -> str:
    return f"signs/{sign.id}.toml"


def _scheme_file(scheme: Scheme) -> str:
    return f"schemes/{scheme.id}.toml"


def _by_language(patterns: Patterns) -> Iterator[tuple[Language, int, str]]:
    for language, group in ((Language.ZH, patterns.zh), (Language.EN, patterns.en)):
        for index, pattern in enumerate(group):
            yield language, index, pattern


def _pattern_faults(knowledge: Knowledge) -> Iterator[Fault]:
    folded = str.maketrans(knowledge.letters.written, knowledge.letters.plain)
    options = re2.Options()
    options.log_errors = False
    for sign in knowledge.signs:
        for part in ("patterns", "unless"):
            for language, index, pattern in _by_language(getattr(sign, part)):
                field = f"{part}.{language}[{index}]"
                problem = _pattern_problem(pattern, language, knowledge, folded, options)
                if problem:
                    yield Fault(_sign_file(sign), field, problem)
        has_words = sign.patterns != Patterns()
        if has_words == bool(sign.detector):
            yield Fault(_sign_file(sign), "detector", "needs either patterns or a detector")
        if sign.shown_by or sign.taken_by:
            yield Fault(_sign_file(sign), "shown_by", "is written by the build, not by hand")
        if sign.detector and sign.kind not in (*DETECTED, SignKind.GENUINE):
            yield Fault(
                _sign_file(sign),
                "kind",
                "only sender, link, impersonation, wording are detected",
            )
        if (sign.kind is SignKind.GENUINE) != (sign.weight < 0):
            yield Fault(_sign_file(sign), "weight", "genuine signs weigh below zero, others above")


def _pattern_problem(
    pattern: str,
    language: Language,
    knowledge: Knowledge,
    folded: dict[int, int],
    options: "re2.Options",
) -> str:
    try:
        expression = express(pattern, language, knowledge.slots)
        compiled = re2.compile(expression.re2, options)
    except PatternError as error:
        return str(error)
    except UnicodeEncodeError:
        return "holds half a character"
    except re2.error as error:
        return f"RE2: {error}"
    odd = [each for each in pattern if not each.isascii() and each.translate(folded) != each]
    problems = (
        (len(expression.re2) > PATTERN_LIMIT, f"expands to more than {PATTERN_LIMIT} characters"),
        (bool(odd), f"“{''.join(odd)}” never occurs in normalised text"),
        (compiled.groups != len(expression.gaps), "captures a group; write (?:…)"),
        (compiled.search("") is not None, "matches where nothing is"),
    )
    return next((problem for applies, problem in problems if applies), "")


def _borrowed_trust_faults(knowledge: Knowledge) -> Iterator[Fault]:
    """Yield patterns that take a sign away for a name, a number or a word that anybody can add."""
    names = {alias.lower() for each in knowledge.institutions for alias in each.aliases}
    numbers = {line.number for each in knowledge.institutions for line in each.hotlines}
    borrowed = {
        language: "\n".join(sorted({*words, *names, *numbers}))
        for language, words in BORROWED_TRUST.items()
    }
    for sign in knowledge.signs:
        if sign.kind is SignKind.GENUINE:  # taking away a genuine sign only makes it stricter
            continue
        for language, index, pattern in _by_language(sign.unless):
            try:
                line = rf"(?m)^(?:{express(pattern, language, knowledge.slots).re2})$"
                bought = re2.search(line, borrowed[language])
            except (PatternError, UnicodeEncodeError, re2.error):
                continue  # is a fault of the pattern already
            if bought:
                field = f"unless.{language}[{index}]"
                problem = f"“{bought.group()}” alone takes the sign away; anybody can add it"
                yield Fault(_sign_file(sign), field, problem)


def _blank(text: Text) -> bool:
    return not text.zh.strip() or not text.en.strip()


class _Names:
    """Every id that a file of the pack may refer to."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.signs = {each.id for each in knowledge.signs}
        self.asks = {each.id for each in knowledge.asks}
        self.sources = {each.id for each in knowledge.sources}
        self.schemes = {each.id for each in knowledge.schemes}
        self.institutions = {each.id for each in knowledge.institutions}
        self.offered = {
            each.id
            for each in knowledge.institutions
            if any(line.offer is CallBack.YES for line in each.hotlines)
        }


def _unknown(file: str, field: str, names: Iterable[str], known: set[str]) -> Iterator[Fault]:
    for name in names:
        if name not in known:
            yield Fault(file, field, f"“{name}” does not exist")


def _reference_faults(knowledge: Knowledge) -> Iterator[Fault]:
    names = _Names(knowledge)
    for sign in knowledge.signs:
        yield from _unknown(_sign_file(sign), "wants", sign.wants, names.asks)
        yield from _unknown(_sign_file(sign), "sources", sign.sources, names.sources)
        if _blank(sign.name) or _blank(sign.why):
            yield Fault(_sign_file(sign), "name", "a language is empty")
    for scheme in knowledge.schemes:
        yield from _scheme_faults(scheme, names)
    for number in knowledge.numbers:
        file = f"numbers/{number.id}.toml"
        yield from _unknown(file, "sources", number.sources, names.sources)
    yield from _unknown("weights.toml", "signs", knowledge.weights.signs, names.signs)
    if not 0 < knowledge.weights.caution < knowledge.weights.danger < 1:
        yield Fault("weights.toml", "caution", "must lie below danger, both between 0 and 1")


def _scheme_faults(scheme: Scheme, names: _Names) -> Iterator[Fault]:
    file = _scheme_file(scheme)
    yield from _unknown(file, "signs.core", scheme.signs.core, names.signs)
    yield from _unknown(file, "signs.support", scheme.signs.support, names.signs)
    yield from _unknown(file, "wants", scheme.wants, names.asks)
    yield from _unknown(file, "sources", scheme.sources, names.sources)
    yield from _unknown(file, "contacts", scheme.contacts, names.institutions)
    yield from _unknown(file, "family", filter(None, [scheme.family]), names.schemes)
    for contact in scheme.contacts:
        if contact in names.institutions - names.offered:
            yield Fault(file, "contacts", f"“{contact}” has no confirmed number to offer")
    if any(map(_blank, (scheme.name, scheme.look_alike, *scheme.goes_on, *scheme.do))):
        yield Fault(file, "name", "a language is empty")
    if not scheme.do or not scheme.goes_on:
        yield Fault(file, "do", "says nothing to do, or not how it goes on")
    if scheme.confidence is Confidence.UNVERIFIED or not scheme.sources:
        yield Fault(file, "sources", "an unverified fraud is not shown")


def _institution_faults(institutions: tuple[Institution, ...]) -> Iterator[Fault]:
    by_id = {each.id: each for each in institutions}
    owners = Counter(
        (each.country, alias) for each in institutions if each.active for alias in set(each.aliases)
    )
    for each in institutions:
        file = f"institutions/{each.id}.toml"
        for field, other in (("successor", each.successor), ("predecessor", each.predecessor)):
            if other and other not in by_id:
                yield Fault(file, field, f"“{other}” does not exist")
        if each.successor and each.active:
            yield Fault(file, "active", "has a successor and is still active")
        if not each.sources:
            yield Fault(file, "sources", "is empty")
        for alias in each.aliases:
            if each.active and owners[each.country, alias] > 1:
                yield Fault(file, "aliases", f"“{alias}” names two active institutions")
        for line in each.hotlines:
            if line.offer is not CallBack.NO and not any(map(str.isdigit, line.number)):
                yield Fault(file, "hotlines", "an offered number has no digits")


def _wording_faults(wording: Wording) -> Iterator[Fault]:
    for field, runs in (("fraud", wording.fraud), ("warning", wording.warning)):
        if len(runs) > RUNS_LIMIT:
            yield Fault("wording.toml", field, f"more than {RUNS_LIMIT} runs")
        for run in runs:
            if len(run) > RUN_LIMIT:
                yield Fault("wording.toml", field, f"a run is longer than {RUN_LIMIT} letters")


def _found(verdict: Verdict) -> set[str]:
    return {each.sign for each in (*verdict.reasons, *verdict.genuine)}


def _hit_faults(knowledge: Knowledge, built: Knowledge, signs_meant: SignsMeant) -> Iterator[Fault]:
    """Yield hits that are not seen. They are too short to tell whether they stand in a warning."""
    for sign in knowledge.signs:
        if sign.detector:
            continue
        for language, index, text in _by_language(Patterns(sign.hits.zh, sign.hits.en)):
            if sign.id not in signs_meant(Message(text), built):
                yield Fault(_sign_file(sign), f"hits.{language}[{index}]", "is not seen")
        if not (sign.hits.zh or sign.hits.en) or not (sign.misses.zh or sign.misses.en):
            yield Fault(_sign_file(sign), "hits", "needs hits and misses")


def _miss_faults(knowledge: Knowledge, built: Knowledge, check: Check) -> Iterator[Fault]:
    for sign in knowledge.signs:
        for language, index, text in _by_language(Patterns(sign.misses.zh, sign.misses.en)):
            if sign.id in _found(check(Message(text), built)):
                yield Fault(_sign_file(sign), f"misses.{language}[{index}]", "is seen")


def _scheme_example_faults(knowledge: Knowledge, built: Knowledge, check: Check) -> Iterator[Fault]:
    for scheme in knowledge.schemes:
        file = _scheme_file(scheme)
        for index, text in enumerate(scheme.examples.hits):
            if check(Message(text), built).level is Level.UNKNOWN:
                yield Fault(file, f"examples.hits[{index}]", "is not raised")
        for index, text in enumerate(scheme.examples.misses):
            verdict = check(Message(text), built)
            if verdict.level is not Level.UNKNOWN:
                yield Fault(file, f"examples.misses[{index}]", _raised(verdict))
        if min(len(scheme.examples.hits), len(scheme.examples.misses)) < SCHEME_EXAMPLES:
            yield Fault(
                file, "examples", f"needs {SCHEME_EXAMPLES} hits and {SCHEME_EXAMPLES} misses"
            )


def _harmless_faults(
    harmless: tuple[Harmless, ...], built: Knowledge, check: Check
) -> Iterator[Fault]:
    for kind in harmless:
        for index, message in enumerate(kind.messages):
            verdict = check(message, built)
            if verdict.level is not Level.UNKNOWN:
                yield Fault(f"harmless/{kind.kind}.toml", f"messages[{index}]", _raised(verdict))


def _raised(verdict: Verdict) -> str:
    return f"is raised to {verdict.level}: " + ", ".join(each.sign for each in verdict.reasons)
