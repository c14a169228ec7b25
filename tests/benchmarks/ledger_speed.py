"""How quick a ledger of 100,000 entries is: prints figures, asserts nothing.

uv run tests/benchmarks/ledger_speed.py [ENTRIES]
"""

import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from guardian_app import ledger
from guardian_app.ledger import wrapping
from guardian_app.ledger.store import Store
from guardian_app.model import Share, Stage

CHOICE = random.Random(7)  # noqa: S311 - the same rows each time
NAMES = ("阳光人寿", "平安财险", "泰康在线", "中国人寿", "众安保险", "Example Mutual", "友邦人寿")
NOTES = ("朋友介绍的代理人当面填的表", "在小程序上报价，勾选了共享给合作方", "理赔时寄了复印件",
         "phone call, did not agree to marketing", "体检后补交")  # fmt: skip
KINDS = ("phone", "name", "id_number", "bank_account", "health", "address", "income", "family")
SEARCHES = {
    "two letters, many": ("阳光", ()),
    "two letters, none": ("银河", ()),
    "a word, one": ("独一无二", ()),
    "two words": ("小程序 平安", ()),
    "Latin, any case": ("MUTUAL", ()),
    "by 20 institutions": ("没有这个词", tuple(f"life-{number}" for number in range(20))),
    "by all institutions": ("没有这个词", tuple(f"life-{number}" for number in range(200))),
    "by an institution that is not there": ("没有这个词", ("nobody",)),
    "empty": ("", ()),
}


def shares(entries):
    for number in range(entries):
        yield Share(
            stage=CHOICE.choice(tuple(Stage)),
            kinds=tuple(CHOICE.sample(KINDS, 3)),
            institution=f"life-{CHOICE.randrange(200)}",
            name=CHOICE.choice(NAMES),
            date=f"20{CHOICE.randrange(10, 27)}-0{CHOICE.randrange(1, 10)}-11",
            purpose="投保报价",
            note=CHOICE.choice(NOTES) + (" 独一无二" if number == entries // 2 else ""),
        )


def timed(work):
    start = time.perf_counter()
    value = work()
    return (time.perf_counter() - start) * 1000, value


def main():
    entries = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "ledger"
        secret = ledger.Passphrase("for the benchmark")
        opened, _ = ledger.create(folder, secret)
        print(
            f"add {entries:,} entries: {timed(lambda: opened.shares.add_all(shares(entries)))[0]:.0f} ms"
        )
        one = next(shares(1))
        print(f"add one: {min(timed(lambda: opened.shares.add(one))[0] for _ in range(5)):.1f} ms")
        opened.lock()
        print(f"ledger.db: {(folder / 'ledger.db').stat().st_size / 1e6:.1f} MB")
        key = wrapping.unwrap(wrapping.read(folder / "ledger.key"), secret)
        opening = sorted(
            timed(lambda: Store(folder / "ledger.db", key).close())[0] for _ in range(9)
        )
        print(f"open with the raw key: {opening[4]:.1f} ms (median of 9)")
        took, opened = timed(lambda: ledger.unlock(folder, secret))
        print(f"open with the passphrase: {took:.0f} ms")
        for what, (text, institutions) in SEARCHES.items():
            first, found = timed(lambda: opened.shares.search(text, institutions))  # noqa: B023
            again = sorted(
                timed(lambda: opened.shares.search(text, institutions))[0]  # noqa: B023
                for _ in range(9)
            )
            print(
                f"search, {what}: {len(found)} found, first {first:.1f} ms, "
                f"then {again[4]:.1f} ms (slowest {again[-1]:.1f})"
            )
        opened.lock()
        opened = ledger.unlock(folder, secret)
        cold, _ = timed(lambda: opened.shares.search("银河"))
        print(f"search, two letters, none, first thing after opening: {cold:.1f} ms")
        for what, work in {
            "list all": opened.shares.kept,
            "list one institution": lambda: opened.shares.kept(institution="life-7"),
            "count": opened.shares.count,
            "prove": opened.prove,
            "daily backup": opened.keep_daily,
            "backup": lambda: opened.backup(Path(name) / "b.guardian-backup"),
            "CSV": opened.to_csv,
            "JSON": opened.to_json,
        }.items():
            print(f"{what}: {timed(work)[0]:.0f} ms")
        opened.lock()
        print(f"at {datetime.now(UTC):%Y-%m-%d}, Python {sys.version.split()[0]}")


if __name__ == "__main__":
    main()
