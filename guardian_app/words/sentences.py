"""The sentences of ``resources/i18n``, by key, in one language or the other."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import msgspec

from guardian_app.errors import GuardianError
from guardian_app.model import Language, Text


@cache
def load_sentences(folder: Path) -> Mapping[str, Text]:
    """Return all sentences under ``folder`` by dotted key."""
    sentences: dict[str, Text] = {}
    for file in sorted(folder.glob("*.toml")):
        table = tomllib.loads(file.read_text(encoding="utf-8"))
        for section, entries in table.items():
            for name, entry in entries.items():
                sentences[f"{section}.{name}"] = msgspec.convert(entry, Text)
    return sentences


class Words:
    """Speaks one language; make another to switch."""

    def __init__(self, sentences: Mapping[str, Text], language: Language) -> None:
        """Speak ``language`` from ``sentences``."""
        self._sentences = sentences
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        """Return the sentence ``key`` with its placeholders filled."""
        return self._sentences[key].get(self.language).format(**values)

    def of(self, text: Text) -> str:
        """Return a sentence of the knowledge in this language."""
        return text.get(self.language)

    def error(self, error: GuardianError) -> str:
        """Return what happened, and what to do now."""
        return self(error.key, **error.values)
