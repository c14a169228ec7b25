"""How fast Guardian checks and screens, beside a peer that a user could pick instead.

The peer is the usual answer to this task: TF-IDF over character n-grams and logistic regression
(scikit-learn), which gives a label and no reason. Both judge the same messages, in the same run, on
one core, so that the ratio means something whatever the machine.

    uv run tests/benchmarks/speed.py MESSAGES.jsonl.gz TRAIN.jsonl.gz
"""

import argparse
import gzip
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from msgspec.structs import replace
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline

from guardian_app import paths
from guardian_app.engine import Checker
from guardian_app.knowledge import load_pack
from guardian_app.model import Expression, Knowledge, Message

_HAN = re.compile("[\u4e00-\u9eff]")
SMS_LENGTH = 140
TRANSCRIPT_LENGTH = 10_000
GROWTH = 10
PEER_ROWS = 8_000  # enough to train the peer; its speed does not depend on it


def texts(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [(row["text"], row["label"]) for row in map(json.loads, lines)]


def seconds_each(judge, messages):
    taken = []
    for message in messages:
        start = time.perf_counter()
        judge(message)
        taken.append(time.perf_counter() - start)
    return taken


def show(name, taken):
    cut = statistics.quantiles(taken, n=100)
    print(
        f"{name:34} {len(taken) / sum(taken):10,.0f}/s  p50 {cut[49] * 1e3:7.3f} ms"
        f"  p99 {cut[98] * 1e3:7.3f} ms"
    )


def peer(train):
    model = make_pipeline(
        TfidfVectorizer(analyzer="char", ngram_range=(1, 3), max_features=50_000),
        LogisticRegression(max_iter=200),
    )
    chosen = train[:: max(1, len(train) // PEER_ROWS)]
    return model.fit([text for text, _ in chosen], [label == "fraud" for _, label in chosen])


def multiplied(knowledge: Knowledge) -> Knowledge:
    """Return ``knowledge`` with its pattern signs and runs ``GROWTH`` times over.

    The copies ask for words of the same length that no text holds together, as another scheme's
    signs would; the runs are other runs.
    """

    def shifted(text: str, by: int) -> str:
        return "".join(
            chr(ord(each) + by) if "\u4e00" <= each < "\u9f00" else each for each in text
        )

    def copy(expression: Expression, by: int) -> Expression:
        needs = tuple(tuple(shifted(word, by) for word in group) for group in expression.needs)
        return replace(expression, re2=shifted(expression.re2, by), needs=needs)

    signs = list(knowledge.signs)
    runs = dict(knowledge.wording.fraud)
    for by in range(1, GROWTH):
        signs += [
            replace(sign, id=f"{sign.id}-{by}", shown_by=tuple(copy(e, by) for e in sign.shown_by))
            for sign in knowledge.signs
            if sign.shown_by
        ]
        runs.update((shifted(run, by), 0) for run in knowledge.wording.fraud)
    wording = replace(knowledge.wording, fraud={**runs, **knowledge.wording.fraud})
    return replace(knowledge, signs=tuple(signs), wording=wording)


def screen(path):
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "guardian_app", "screen", str(path), "-o", f"{folder}/o"]
        start = time.perf_counter()
        subprocess.run(command, check=True)
        return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("messages", type=Path)
    parser.add_argument("train", type=Path)
    args = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {0})
    rows = texts(args.messages)
    start = time.perf_counter()
    knowledge = load_pack(paths.resources() / "knowledge.json")
    checker = Checker(knowledge)
    print(f"pack opened and compiled in {time.perf_counter() - start:.3f} s")
    all_messages = [Message(text) for text, _ in rows]
    sms = [each for each in all_messages if len(each.text) <= SMS_LENGTH]
    transcript = Message("".join(each.text for each in all_messages)[:TRANSCRIPT_LENGTH])
    seconds_each(checker.check, all_messages[:500])  # warm
    show("check, messages of up to 140", seconds_each(checker.check, sms))
    show("check, all", ours := seconds_each(checker.check, all_messages))
    show("check, a 10,000-character transcript", seconds_each(checker.check, [transcript] * 100))
    grown = Checker(multiplied(knowledge))
    sample = sms[::4]
    seconds_each(grown.check, sample)  # warm: patterns are compiled when first needed
    show(f"check, {GROWTH} times the knowledge", tenfold := seconds_each(grown.check, sample))
    print(f"ten times the knowledge: {sum(tenfold) / sum(seconds_each(checker.check, sample)):.2f}")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    taken = screen(args.messages)
    print(f"guardian screen, start included: {len(rows) / taken:,.0f}/s ({taken:.2f} s)")
    model = peer(texts(args.train))
    sample = [each.text for each in all_messages[:1500]]
    show("peer, one by one", seconds_each(lambda text: model.predict_proba([text]), sample))
    start = time.perf_counter()
    model.predict_proba([each.text for each in all_messages])
    batch = time.perf_counter() - start
    print(f"peer, one batch: {len(rows) / batch:,.0f}/s")
    print(f"ours / peer in a batch: {(len(rows) / sum(ours)) / (len(rows) / batch):.2f}")


if __name__ == "__main__":
    main()
