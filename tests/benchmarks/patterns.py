"""What each pattern of the signs shows: frauds and lawful messages, own and public, to thin by.

A pattern that shows on lawful messages as often as on frauds is worse than none; one that shows on
a single row was written for that row. Prints one line a pattern, the worst first.

    uv run tests/benchmarks/patterns.py ../shared/data/train.jsonl.gz [--kind story]
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from fit import FOLDER
from msgspec.structs import replace
from rows import Row, read_own, read_public

from guardian_app.engine.normalise import Normaliser
from guardian_app.engine.signs.phrases import PhraseScanner
from guardian_app.knowledge.commonness import Commonness, samples
from guardian_app.knowledge.folder import read_folder
from guardian_app.knowledge.phrases import express_all
from guardian_app.model import Knowledge, Language, Patterns, Sign


class Place(NamedTuple):
    """One pattern of a sign: which list it stands in, and where."""

    sign: str
    language: str
    index: int


def apart(knowledge: Knowledge) -> dict[str, tuple[Place, Sign]]:
    """Return every pattern as a sign of its own, by a made-up id."""
    commonness = Commonness(samples(knowledge))
    found = {}
    for sign in knowledge.signs:
        unless = express_all(sign.unless, knowledge.slots, commonness)
        for language in Language:
            for index, pattern in enumerate(getattr(sign.patterns, language)):
                one = Patterns(**{str(language): (pattern,)})
                place = Place(sign.id, str(language), index)
                made_up = f"{sign.id}#{language}#{index}"
                shown = express_all(one, knowledge.slots, commonness)
                found[made_up] = place, replace(sign, id=made_up, shown_by=shown, taken_by=unless)
    return found


def shown_in(rows: Iterable[Row], knowledge: Knowledge) -> dict[Place, list[int]]:
    """Return, by pattern, the numbers of the rows that it shows in (warnings left out)."""
    patterns = apart(knowledge)
    scan = PhraseScanner(tuple(sign for _, sign in patterns.values())).find
    normalise = Normaliser(knowledge.letters)
    found: dict[Place, list[int]] = {place: [] for place, _ in patterns.values()}
    for number, row in enumerate(rows):
        if row.label != "warning":
            for made_up in {seen.sign for seen in scan(normalise(row.text))}:
                found[patterns[made_up][0]].append(number)
    return found


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("public", type=Path, nargs="*")
    parser.add_argument("--kind", help="signs of this kind alone")
    options = parser.parse_args()
    knowledge = read_folder(FOLDER)[0]
    rows = [*read_own(), *(row for path in options.public for row in read_public(path))]
    kinds = {sign.id: sign.kind for sign in knowledge.signs}
    lines = []
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for place, numbers in shown_in(rows, knowledge).items():
        frauds = sum(rows[number].is_fraud for number in numbers)
        lawful = len(numbers) - frauds
        if options.kind in (None, kinds[place.sign]):
            lines.append((frauds - 4 * lawful, frauds, lawful, place))
            totals[place.sign][0] += 1
            totals[place.sign][1] += not frauds
            totals[place.sign][2] += frauds == 1
    for _, frauds, lawful, place in sorted(lines):
        pattern = getattr(
            next(s for s in knowledge.signs if s.id == place.sign).patterns, place.language
        )[place.index]
        print(f"{frauds:5} {lawful:5}  {place.sign} {place.language}[{place.index}]  {pattern}")
    sums = [sum(column) for column in zip(*totals.values(), strict=True)]
    print(f"{sums[0]} patterns; {sums[1]} show in no fraud, {sums[2]} in one")


if __name__ == "__main__":
    main()
