"""Reads a knowledge folder into one value, and says of every file what is wrong with it."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from guardian_app.model import (
    Ask,
    DataGroup,
    DataKind,
    Fake,
    Institution,
    Knowledge,
    Law,
    Letters,
    Message,
    NumberForm,
    Product,
    Right,
    Safeguard,
    Scheme,
    Sign,
    Source,
    Weights,
    Wording,
)

# A pack is data from outside once updates exist: no file of ours comes near these.
FILE_LIMIT_BYTES = 1_000_000
FILES_LIMIT = 5_000

_Thing = TypeVar("_Thing")


class Fault(Struct, frozen=True, order=True):
    """One thing wrong with a knowledge folder: which file, which field, and why."""

    file: str
    field: str
    problem: str


class Harmless(Struct, frozen=True, forbid_unknown_fields=True):
    """Genuine messages of one kind; none may be raised."""

    kind: str
    messages: tuple[Message, ...]


class _About(Struct, frozen=True, forbid_unknown_fields=True):
    date: str


class _Asks(Struct, frozen=True, forbid_unknown_fields=True):
    asks: tuple[Ask, ...] = ()


class _Fakes(Struct, frozen=True, forbid_unknown_fields=True):
    fakes: tuple[Fake, ...] = ()


class _Sources(Struct, frozen=True, forbid_unknown_fields=True):
    sources: tuple[Source, ...] = ()


class _DataGroups(Struct, frozen=True, forbid_unknown_fields=True):
    groups: tuple[DataGroup, ...] = ()


class _Reader:
    """Reads files of one folder, one fault a file, and never stops at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.faults: list[Fault] = []

    def file(self, name: str, thing: type[_Thing], absent: _Thing) -> _Thing:
        path = self.folder / name
        try:
            if path.stat().st_size > FILE_LIMIT_BYTES:
                self.faults.append(Fault(name, "", f"larger than {FILE_LIMIT_BYTES} bytes"))
                return absent
            data = tomllib.loads(path.read_text(encoding="utf-8"))
            return msgspec.convert(data, thing)
        except OSError as error:
            self.faults.append(Fault(name, "", error.strerror or "cannot be read"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            self.faults.append(Fault(name, "", str(error)))
        except msgspec.ValidationError as error:
            problem, _, field = str(error).partition(" - at `$")
            self.faults.append(Fault(name, field.strip("`."), problem))
        return absent

    def files(self, folder: str, thing: type[_Thing]) -> tuple[_Thing, ...]:
        found: list[_Thing] = []
        paths = sorted((self.folder / folder).glob("*.toml"))
        if len(paths) > FILES_LIMIT:
            self.faults.append(Fault(folder, "", f"more than {FILES_LIMIT} files"))
            paths = paths[:FILES_LIMIT]
        for path in paths:
            name = f"{folder}/{path.name}"
            one = self.file(name, thing | None, None)  # type: ignore[arg-type]
            if one is None:
                continue
            if getattr(one, "id", path.stem) != path.stem:
                self.faults.append(Fault(name, "id", "is not the name of the file"))
            found.append(one)
        return tuple(found)


def read_folder(folder: Path) -> tuple[Knowledge, tuple[Fault, ...]]:
    """Return all of ``folder`` that can be read, and a fault for each file that cannot."""
    reader = _Reader(folder)
    knowledge = Knowledge(
        date=reader.file("about.toml", _About, _About("")).date,
        slots=reader.file("slots.toml", dict[str, tuple[str, ...]], {}),
        asks=reader.file("asks.toml", _Asks, _Asks()).asks,
        signs=reader.files("signs", Sign),
        schemes=reader.files("schemes", Scheme),
        institutions=reader.files("institutions", Institution),
        numbers=reader.files("numbers", NumberForm),
        fakes=reader.file("fakes.toml", _Fakes, _Fakes()).fakes,
        sources=reader.file("sources.toml", _Sources, _Sources()).sources,
        letters=reader.file("letters.toml", Letters, Letters("", "", {})),
        weights=reader.file("weights.toml", Weights, Weights(0.0, 1.0, 1.0, {})),
        wording=reader.file("wording.toml", Wording, Wording()),
        data_groups=reader.file("data_groups.toml", _DataGroups, _DataGroups()).groups,
        data_kinds=reader.files("data_kinds", DataKind),
        products=reader.files("products", Product),
        laws=reader.files("laws", Law),
        rights=reader.files("rights", Right),
        safeguards=reader.files("safeguards", Safeguard),
    )
    return knowledge, tuple(reader.faults)


def read_harmless(folder: Path) -> tuple[tuple[Harmless, ...], tuple[Fault, ...]]:
    """Return the genuine messages that nothing may raise."""
    reader = _Reader(folder)
    return reader.files("harmless", Harmless), tuple(reader.faults)
