r"""Take hand-written rows into ``tests/corpus``, and thin near-duplicates out of it.

``uv run tests/benchmarks/grow_corpus.py FILES…`` reads files named ``LABEL.SCHEME.LANGUAGE.txt``
(label: fraud, genuine or warning; scheme: of the frauds the id, of the lawful side its twin, or a
kind of its own) with one row a line: ``stage|form|register|disguise|text``, a line break written
``\n``.
Without files it only thins. A row whose runs of four letters are shared by half or more with an
earlier one (Jaccard) is left out, whatever the labels, so that no test row is a training row.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from rows import CORPUS
from scipy.sparse import csr_matrix

from guardian_app import paths
from guardian_app.engine.normalise import Normaliser
from guardian_app.knowledge import load_pack

LABELS = ("fraud", "genuine", "warning")
FIELDS = ("stage", "form", "register", "disguise")
RUN = 4
ALIKE = 0.5
SHORTEST = 4  # fewer letters are no message
BLOCK = 512  # rows compared at a time

_LINK = re.compile(r"https?://|www\.|[a-z0-9-]{2,}\.[a-z]{2,6}\b", re.IGNORECASE)
_NUMBER = re.compile(r"\d[\d -]{3,}\d|\d{3}-\d{3}|1\d{2}[0x*]{4,}")
_NAME = re.compile(
    r"[\u4e00-\u9fff某](?:先生|女士|小姐|阿姨|大爷|大妈|叔|姐|哥|总|经理|警官|主任|老师|某)"
    r"|\b(?:Mr|Mrs|Ms|Miss|Dr|Officer|Uncle|Auntie)\b"
)

Row = dict[str, object]


def read_lines(path: Path) -> Iterator[Row]:
    """Yield the rows of a hand-written file; what is no row is named on the way."""
    label, scheme, language = path.name.split(".")[:3]
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        parts = line.split("|", len(FIELDS))
        text = parts[-1].strip().replace("\\n", "\n")
        if len(parts) <= len(FIELDS) or len(text) < SHORTEST:
            print(f"{path.name}:{number}: no row")
            continue
        told = (each.strip() or "-" for each in parts[:-1])
        yield {
            "label": label,
            "scheme": scheme,
            "language": language,
            **dict(zip(FIELDS, told, strict=True)),
            "link": bool(_LINK.search(text)),
            "number": bool(_NUMBER.search(text)),
            "name": bool(_NAME.search(text)),
            "text": text,
        }


def read_corpus() -> Iterator[Row]:
    """Yield the rows that are in the corpus."""
    for label in LABELS:
        for path in sorted((CORPUS / label).glob("*.jsonl")):
            for line in path.read_text(encoding="utf-8").splitlines():
                yield json.loads(line)


def thinned(rows: Iterable[Row]) -> list[Row]:
    """Return ``rows`` less those that nearly repeat an earlier one."""
    rows = list(rows)
    normalise = Normaliser(load_pack(paths.resources() / "knowledge.json").letters)
    letters = [re.sub(r"\W", "", normalise(str(row["text"])).text) for row in rows]
    runs = [{text[at : at + RUN] for at in range(max(1, len(text) - RUN + 1))} for text in letters]
    number = {run: index for index, run in enumerate(sorted(set().union(*runs)))}
    columns = [sorted(number[run] for run in each) for each in runs]
    starts = np.cumsum([0, *map(len, columns)])
    shared = csr_matrix(
        (np.ones(starts[-1]), np.concatenate(columns), starts), (len(rows), len(number))
    )
    sizes = np.array([len(each) for each in runs])
    kept = np.ones(len(rows), dtype=bool)
    for start in range(0, len(rows), BLOCK):
        both = (shared[start : start + BLOCK] @ shared[: start + BLOCK].T).tocoo()
        later, earlier = both.row + start, both.col
        alike = both.data / (sizes[later] + sizes[earlier] - both.data) >= ALIKE
        pairs = sorted(zip(later[alike], earlier[alike], strict=True))
        for one, other in pairs:
            if other < one and kept[other]:
                kept[one] = False
    return [row for row, keep in zip(rows, kept, strict=True) if keep]


def write_corpus(rows: Iterable[Row]) -> None:
    """Write one file a label and scheme; a row's id comes from its text and never changes."""
    files: dict[Path, list[str]] = {}
    for row in rows:
        digest = hashlib.sha256(str(row["text"]).encode()).hexdigest()[:10]
        path = CORPUS / str(row["label"]) / f"{row['scheme']}.jsonl"
        line = json.dumps({**row, "id": digest}, ensure_ascii=False, sort_keys=True)
        files.setdefault(path, []).append(line)
    for path in CORPUS.glob("*/*.jsonl"):
        path.unlink()
    for path, lines in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read, thin, write."""
    rows = list(read_corpus())
    for name in sys.argv[1:]:
        rows += read_lines(Path(name))
    kept = thinned(rows)
    write_corpus(kept)
    print(f"{len(kept)} rows, {len(rows) - len(kept)} left out as repeated")


if __name__ == "__main__":
    main()
