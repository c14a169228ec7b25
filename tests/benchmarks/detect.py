"""How well Guardian tells fraud from lawful messages, by source, and what it was never shown.

Nothing is pooled. Public rows are judged as the program judges them. Our own rows are judged by a
wording that was learnt without them; for "leave one out" the rows, the signs that only that scheme
uses, and the figures fitted on them are left out as well.

    uv run tests/benchmarks/detect.py TRAIN.jsonl.gz PUBLIC.jsonl.gz [--write] [--worst 10]

``--write`` keeps the tables in ``DETECTION.md``; rows themselves are only ever printed.
"""

import argparse
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np
from disguise import AXES
from evidence import Evidence, Leanings
from fit import read_knowledge
from learning import folds_of, leanings, learn_from, learn_weights, unseen_leanings
from rows import Row, read_own, read_public

from guardian_app.engine import Checker
from guardian_app.model import Knowledge, Level, Message, Weights, Wording

TABLE = Path(__file__).with_name("DETECTION.md")
FEWEST = 8  # a share of fewer rows says nothing
DISGUISED = 600  # frauds copied in each disguise
TRAIN_EVERY = 4  # enough public rows to fit figures some fifty times over
HALVES = 2  # two wordings for each thing that is left out, where the fit takes five
STEPS = np.linspace(0, 1, 11)


def wilson(share: float, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of ``count`` rows."""
    z = 1.96
    middle = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    half /= 1 + z * z / count
    return max(0.0, middle - half), min(1.0, middle + half)


def shares(groups: Iterable[tuple[str, ...]], steps: np.ndarray) -> Iterator[str]:
    """Yield a table: for each group its rows, the shares at danger and raised, the interval."""
    found = defaultdict(list)
    for group, step in zip(groups, steps, strict=True):
        found[group].append(step)
    width = max(len(" ".join(group)) for group in found)
    yield f"{'':{width}} {'n':>6} {'danger':>7} {'raised':>7}   95 % of raised"
    for group, each in sorted(found.items()):
        danger, raised = np.mean(np.array(each) == 2), np.mean(np.array(each) > 0)
        low, high = wilson(raised, len(each))
        name = " ".join(group)
        yield f"{name:{width}} {len(each):6} {danger:7.3f} {raised:7.3f}   {low:.3f} .. {high:.3f}"


class Bench:
    """Everything read once: our own rows, public rows, and the figures in force."""

    def __init__(self, train: Path, public: Path) -> None:
        """Read and judge."""
        self.knowledge: Knowledge = read_knowledge()
        self.own = Evidence(list(read_own()), self.knowledge)
        self.train = Evidence(list(read_public(train))[::TRAIN_EVERY], self.knowledge)
        self.public = Evidence(list(read_public(public)), self.knowledge)
        self.raw = unseen_leanings(self.own, folds_of(self.own))
        wording = learn_from(self.own, np.arange(len(self.own.rows)))
        self.nowhere = self._learnt(self.own, self.raw, wording)[1]
        self.unseen = self.raw.from_neutral(self.nowhere)
        self.steps, self.scores = self.own.verdicts(self.unseen, self.knowledge.weights)
        checker = Checker(self.knowledge)
        verdicts = [checker.check(Message(row.text, "", row.channel)) for row in self.public.rows]
        levels = list(Level)
        self.public_steps = np.array([levels.index(each.level) for each in verdicts])
        self.public_scores = np.array([each.score for each in verdicts])

    def by_source(self) -> Iterator[str]:
        """Yield public rows by label and source."""
        groups = [(row.label, row.source) for row in self.public.rows]
        yield from shares(groups, self.public_steps)

    def by_axis(self, axis: Callable[[Row], str], chosen: Callable[[Row], bool]) -> Iterator[str]:
        """Yield our own rows by label, language and an axis."""
        picked = [index for index, row in enumerate(self.own.rows) if chosen(row)]
        rows = [self.own.rows[index] for index in picked]
        groups = [(row.label, row.language, axis(row)) for row in rows]
        yield from shares(groups, self.steps[picked])

    def left_out(self, axis: Callable[[Row], str], names: Sequence[str]) -> dict[str, np.ndarray]:
        """Return, for each value of an axis, the steps of its frauds when it was never shown."""
        values = np.array([axis(row) for row in self.own.rows])
        found = {}
        for name in names:
            held_out = np.flatnonzero((values == name) & self.own.is_fraud)
            if len(held_out) < FEWEST:
                continue
            rest = np.flatnonzero(values != name)
            wording = learn_from(self.own, rest)
            own = self.own.without(self._signs_only_of(name))
            rest_of_own = own.of(rest)
            # the rest's own leanings, too, come from wordings that never saw what is left out
            raw = unseen_leanings(rest_of_own, folds_of(rest_of_own) % HALVES)
            weights, nowhere = self._learnt(rest_of_own, raw, wording)
            lean = leanings(self.own, wording, held_out).from_neutral(nowhere)
            found[name], _ = own.of(held_out).verdicts(lean, weights)
        return found

    def _learnt(self, own: Evidence, leaning: Leanings, wording: Wording) -> tuple[Weights, float]:
        return learn_weights([own, self.train], [leaning, leanings(self.train, wording)])

    def _signs_only_of(self, scheme: str) -> list[str]:
        """Return the signs that point at ``scheme`` and at no other."""
        uses = defaultdict(set)
        for each in self.knowledge.schemes:
            for sign in each.signs.core:
                uses[sign].add(each.id)
        return [sign for sign, schemes in uses.items() if schemes == {scheme}]

    def disguised(self) -> Iterator[str]:
        """Yield what recall is lost to each disguise, on plain Chinese frauds not trained on."""
        plain = [
            index
            for index, row in enumerate(self.own.rows)
            if row.is_fraud and row.language == "zh" and row.disguise == "none"
        ][::5][:DISGUISED]
        # figures learnt without these rows
        rest = np.setdiff1d(np.arange(len(self.own.rows)), plain)
        wording = learn_from(self.own, rest)
        rows = [self.own.rows[index] for index in plain]
        before = self._raised(rows, wording)
        yield f"{'plain':14} raised {before:.3f}  (n {len(rows)})"
        for name, disguise in AXES.items():
            copies = [row._replace(text=disguise(row.text)) for row in rows]
            after = self._raised(copies, wording)
            yield f"{name:14} raised {after:.3f}  {(after - before) * 100:+.1f} points"

    def _raised(self, rows: Sequence[Row], wording: Wording) -> float:
        evidence = Evidence(rows, self.knowledge)
        lean = leanings(evidence, wording).from_neutral(self.nowhere)
        steps, _ = evidence.verdicts(lean, self.knowledge.weights)
        return float(np.mean(steps > 0))

    def reliability(self) -> Iterator[str]:
        """Yield, for each tenth of the score, how many of its messages are frauds."""
        yield f"{'score':10} {'own n':>7} {'frauds':>7}   {'public n':>8} {'frauds':>7}"
        for low, high in pairwise(STEPS):
            cells = []
            for evidence, scores in ((self.own, self.scores), (self.public, self.public_scores)):
                here = (scores >= low) & (scores < high + (high == 1))
                share = evidence.is_fraud[here].mean() if here.any() else math.nan
                cells.append((here.sum(), share))
            (n, share), (public_n, public) = cells
            yield f"{low:.1f} .. {high:.1f} {n:7} {share:7.2f}   {public_n:8} {public:7.2f}"

    def named(self) -> Iterator[str]:
        """Yield how often the scheme that is named is the right one, or of its family."""
        checker = Checker(self.knowledge)
        family = {each.id: each.family or each.id for each in self.knowledge.schemes}
        count = defaultdict(int)
        for row, step in zip(self.own.rows, self.steps, strict=True):
            if not (row.is_fraud and step and row.scheme in family):
                continue
            count["raised"] += 1
            schemes = checker.check(Message(row.text)).schemes
            if not schemes:
                continue
            count["named"] += 1
            right = {row.scheme, family[row.scheme]}
            hits = [bool({each.scheme, family[each.scheme]} & right) for each in schemes[:2]]
            count["first"] += hits[0]
            count["first two"] += any(hits)
        yield f"raised {count['raised']}, of these named {count['named']}"
        for what in ("first", "first two"):
            yield f"right by the {what}: {count[what] / max(1, count['named']):.3f}"

    def dropped(self) -> Iterator[str]:
        """Yield what each sign brings: what is lost when it alone is taken away."""
        frauds = self.own.is_fraud
        weights = self.knowledge.weights
        yield f"{'without':34} {'raised':>8} {'danger':>8} {'false alarms':>13}   (rows of our own)"
        losses = []
        for sign in [each.id for each in self.own.signs]:
            steps, _ = self.own.without([sign]).verdicts(self.unseen, weights)
            gone = self.steps.astype(int) - steps
            raised = ((self.steps > 0) & (steps == 0) & frauds).sum()
            danger = ((self.steps == 2) & (steps < 2) & frauds).sum()
            alarms = ((self.steps > 0) & (steps == 0) & ~frauds).sum()
            if gone.any():
                losses.append((-raised - danger, sign, raised, danger, alarms))
        no_wording = Leanings(np.zeros_like(self.unseen.fraud), self.unseen.warning)
        steps, _ = self.own.verdicts(no_wording, weights)
        for name, each in (("the wording", steps),):
            raised = (self.steps > 0)[frauds].sum() - (each > 0)[frauds].sum()
            danger = (self.steps == 2)[frauds].sum() - (each == 2)[frauds].sum()
            alarms = (self.steps > 0)[~frauds].sum() - (each > 0)[~frauds].sum()
            yield f"{name:34} {-raised:8} {-danger:8} {-alarms:13}"
        for _, sign, raised, danger, alarms in sorted(losses):
            yield f"{sign:34} {-raised:8} {-danger:8} {-alarms:13}"

    def worst(self, count: int) -> Iterator[str]:
        """Yield the misses with the lowest score and the alarms with the highest, by source."""
        for evidence, steps, scores in (
            (self.public, self.public_steps, self.public_scores),
            (self.own, self.steps, self.scores),
        ):
            groups = defaultdict(list)
            for index, row in enumerate(evidence.rows):
                if row.is_fraud != (steps[index] > 0):
                    distance = scores[index] if row.is_fraud else -scores[index]
                    groups[row.label, row.source].append((distance, index))
            for (label, source), wrong in sorted(groups.items()):
                yield f"\n{label} / {source}: {len(wrong)} wrong"
                for _, index in sorted(wrong)[:count]:
                    yield f"  {scores[index]:.2f} {evidence.rows[index].text[:160]!r}"


def left_out_lines(found: dict[str, np.ndarray]) -> Iterator[str]:
    """Yield recall on each value that was left out, the worst first."""
    recalls = {name: float(np.mean(steps > 0)) for name, steps in found.items()}
    yield f"median {median(recalls.values()):.3f}, worst {min(recalls.values()):.3f}"
    for name, recall in sorted(recalls.items(), key=lambda pair: pair[1]):
        steps = found[name]
        low, high = wilson(recall, len(steps))
        yield (
            f"{name:32} n {len(steps):4}  raised {recall:.3f} ({low:.3f} .. {high:.3f})"
            f"  danger {np.mean(steps == 2):.3f}"
        )


def sections(bench: Bench) -> Iterator[tuple[str, list[str]]]:
    """Yield each table with its heading."""
    schemes = sorted(each.id for each in bench.knowledge.schemes)
    forms = sorted({row.form for row in bench.own.rows if row.is_fraud})
    yield "Public evaluation rows, by label and source", list(bench.by_source())
    yield "Our own rows, unseen", list(bench.by_axis(lambda _: "", lambda _: True))
    yield (
        "Our own frauds by form, unseen",
        list(bench.by_axis(lambda row: row.form, lambda row: row.is_fraud)),
    )
    yield (
        "Our own lawful rows by form, unseen",
        list(bench.by_axis(lambda row: row.form, lambda row: not row.is_fraud)),
    )
    yield (
        "Our own frauds by disguise, unseen",
        list(bench.by_axis(lambda row: row.disguise, lambda row: row.is_fraud)),
    )
    yield "Disguised copies", list(bench.disguised())
    yield (
        "Leave one scheme out",
        list(left_out_lines(bench.left_out(lambda row: row.scheme, schemes))),
    )
    yield "Leave one form out", list(left_out_lines(bench.left_out(lambda row: row.form, forms)))
    yield "Reliability of the score", list(bench.reliability())
    yield "The scheme that is named", list(bench.named())
    yield "What each sign brings", list(bench.dropped())


def main() -> None:
    """Measure, print, and keep if asked."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("train", type=Path)
    parser.add_argument("public", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--worst", type=int, default=10)
    args = parser.parse_args()
    bench = Bench(args.train, args.public)
    kept = [
        "# Detection",
        "",
        f"Knowledge of {bench.knowledge.date}, by `tests/benchmarks/detect.py`. Never pooled: for",
        "fraud higher is better, for all else lower. Own rows are judged by a wording that has not",
        "seen them; the patterns of signs were written with three fifths of them in view.",
    ]
    for heading, lines in sections(bench):
        print(f"\n## {heading}\n", *lines, sep="\n", flush=True)
        kept += ["", f"## {heading}", "```", *lines, "```"]
    print(*bench.worst(args.worst), sep="\n")
    if args.write:
        TABLE.write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
