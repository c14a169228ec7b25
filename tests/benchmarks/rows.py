"""Labelled messages: our own corpus, and files of public ones."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from guardian_app.knowledge.folder import read_folder, read_harmless
from guardian_app.model import Channel

CORPUS = Path(__file__).resolve().parent.parent / "corpus"
OWN = "own"
# Kinds of harmless messages whose purpose is to warn.
WARNINGS = {"family-advice", "insurer-anti-fraud-reminders", "police-and-regulator-warnings"}
_HAN = re.compile("[\u3400-\u9fff]")
# "illegal" (gambling, fake invoices) is judged neither way.
IS_FRAUD = {"fraud": True, "genuine": False, "warning": False, "marketing": False}


class Row(NamedTuple):
    """One message; the axes are told of our own corpus only."""

    text: str
    source: str
    label: str
    channel: Channel | None = None
    language: str = "zh"
    scheme: str = ""
    form: str = ""
    register: str = ""
    disguise: str = "none"
    stage: str = ""

    @property
    def is_fraud(self) -> bool:
        return IS_FRAUD[self.label]


def read_own() -> Iterator[Row]:
    """Yield the rows of our own corpus."""
    for path in sorted(CORPUS.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            told = json.loads(line)
            axes = {key: told[key] for key in Row._fields if key in told}
            yield Row(**{**axes, "source": OWN})


def read_examples(folder: Path) -> Iterator[Row]:
    """Yield the whole messages of a knowledge folder, which are our own texts as well.

    The lawful twins of schemes stay out: they tell whether what was learnt holds.
    """
    for scheme in read_folder(folder)[0].schemes:
        for text in scheme.examples.hits:
            yield Row(text, "examples", "fraud", language=_language(text), scheme=scheme.id)
    for kind in read_harmless(folder)[0]:
        label = "warning" if kind.kind in WARNINGS else "genuine"
        for each in kind.messages:
            yield Row(each.text, "examples", label, language=_language(each.text))


def _language(text: str) -> str:
    return "zh" if _HAN.search(text) else "en"


def read_public(path: Path) -> Iterator[Row]:
    """Yield the rows of a file of public messages that are judged at all."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for told in map(json.loads, lines):
            if told["label"] in IS_FRAUD:
                channel = Channel(told["channel"]) if told["channel"] in set(Channel) else None
                text = told["text"]
                yield Row(text, told["source"], told["label"], channel, _language(text))
