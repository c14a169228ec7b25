"""Fit every figure of the verdict and write ``wording.toml`` and ``weights.toml``; deterministic.

The wording is learnt from ``tests/corpus`` alone. The figures of the signs, and what the wording is
worth beside them, are fitted on our own rows (their leanings taken from a wording that has not seen
them) and on the public rows named.

    uv run tests/benchmarks/fit.py ../shared/data/train.jsonl.gz
    uv run guardian knowledge build
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
from evidence import Evidence
from learning import folds_of, leanings, learn_from, learn_weights, unseen_leanings
from msgspec.structs import replace
from rows import read_examples, read_own, read_public

from guardian_app import paths
from guardian_app.knowledge.folder import read_folder
from guardian_app.knowledge.pack import packed
from guardian_app.model import Knowledge, Sign, Weights, Wording

FOLDER = paths.resources() / "knowledge"


def read_knowledge(folder: Path = FOLDER) -> Knowledge:
    """Return the knowledge of ``folder`` as the engine uses it."""
    knowledge, faults = read_folder(folder)
    if faults:
        raise SystemExit("\n".join(map(str, faults)))
    return packed(knowledge)


def wording_lines(wording: Wording) -> Iterator[str]:
    """Yield the lines of ``wording.toml``."""
    yield "# Learnt by tests/benchmarks/fit.py from tests/corpus, our own texts, and nothing else."
    yield "# Runs of one to three words, and how far they lean to that side, in hundredths; 0 is"
    yield "# any number."
    yield f"bias = {list(wording.bias)}"
    for side in ("fraud", "warning"):
        yield ""
        yield f"[{side}]"
        for run, figure in sorted(getattr(wording, side).items()):
            yield f"{msgspec.json.encode(run).decode()} = {figure}"


def weights_lines(weights: Weights, signs: list[Sign], shown: np.ndarray) -> Iterator[str]:
    """Yield the lines of ``weights.toml``."""
    yield "# Fitted by tests/benchmarks/fit.py; a figure is a log-odds. Behind each: the hand-set"
    yield "# figure it started from and how many rows showed the sign."
    for name in ("bias", "caution", "danger", "wording", "wording_reach", "warning"):
        yield f"{name} = {getattr(weights, name)}"
    yield f'fitted = "{weights.fitted}"'
    yield ""
    yield "[signs]"
    for sign, count in sorted(zip(signs, shown, strict=True), key=lambda pair: pair[0].id):
        yield f"{sign.id} = {weights.signs[sign.id]:.2f} # {sign.weight:g}, {count} rows"


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("public", type=Path, nargs="+")
    knowledge = read_knowledge()
    own = Evidence([*read_own(), *read_examples(FOLDER)], knowledge)
    wording = learn_from(own, np.arange(len(own.rows)))
    evidence, leaning = [own], [unseen_leanings(own, folds_of(own))]
    for path in parser.parse_args().public:
        evidence.append(Evidence(list(read_public(path)), knowledge))
        leaning.append(leanings(evidence[-1], wording))
    weights, nowhere = learn_weights(evidence, leaning)
    wording = replace(wording, bias=(round(wording.bias[0] - nowhere, 3), wording.bias[1]))
    shown = sum(each.meant.sum(axis=0) for each in evidence)
    for name, lines in (
        ("wording.toml", wording_lines(wording)),
        ("weights.toml", weights_lines(weights, own.signs, shown)),
    ):
        (FOLDER / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(
        f"{len(wording.fraud)} and {len(wording.warning)} runs; wording {weights.wording}, "
        f"warning from {weights.warning}; {len(own.signs)} signs over {weights.fitted}"
    )


if __name__ == "__main__":
    main()
