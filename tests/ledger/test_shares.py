"""Entries: kept as they were given, found again, changed, removed, restored, traced, taken back."""

import threading

import msgspec
import pytest
from ledger_samples import LEAK, OTHER, SECRET, SHARE, Clock, told

from guardian_app import ledger
from guardian_app.model import Act


def acts(traced):
    return [line.act for line in traced]


def test_an_entry_is_kept_as_it_was_given(opened, folder):
    kept = opened.shares.add(SHARE)
    assert msgspec.structs.replace(kept, id=0) == SHARE
    opened.lock()
    again = ledger.unlock(folder, SECRET)
    assert again.shares.kept() == (kept,)
    assert again.shares.one(kept.id) == kept
    again.lock()


def test_entries_are_listed_newest_first_by_institution_and_by_kind(opened):
    first, second = opened.shares.add_all([SHARE, OTHER])
    assert opened.shares.kept() == (second, first)
    assert opened.shares.kept(institution="china-life") == (first,)
    assert opened.shares.kept(kind="health") == (first,)
    assert opened.shares.kept(kind="phone", institution="china-life") == (first,)
    assert opened.shares.kept(kind="income") == ()
    assert opened.shares.count() == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("老张", True),
        ("体检", True),
        ("咖啡", True),
        ("再保", True),
        ("zebra", True),
        ("ＺＥＢＲＡ", True),
        ("老张 体检", True),
        ("老张 比价", False),
        ("critical-ill", True),
        ("张老", False),
        ("%", False),
        ("_", False),
        ("' OR 1=1 --", False),
        ("", True),
        ("   ", True),
    ],
)
def test_a_search_looks_at_what_a_person_wrote(opened, text, found):
    kept = opened.shares.add(SHARE)
    assert opened.shares.search(text) == ((kept,) if found else ())


def test_a_search_finds_institutions_by_the_ids_of_their_name(opened):
    kept = opened.shares.add(SHARE)
    assert opened.shares.search("中国人寿") == ()
    assert opened.shares.search("中国人寿", ["china-life", "x"]) == (kept,)
    assert opened.shares.search("中国人寿", ["x"]) == ()


def test_a_search_returns_no_more_than_asked(opened):
    opened.shares.add_all([OTHER] * 5)
    assert [share.id for share in opened.shares.search("比价", most=3)] == [5, 4, 3]


def test_a_change_replaces_the_entry_and_what_finds_it(opened):
    kept = opened.shares.add(SHARE)
    changed = msgspec.structs.replace(kept, note="改过了", kinds=("income",))
    assert opened.shares.change(changed) == changed
    assert opened.shares.kept() == (changed,)
    assert opened.shares.search("咖啡") == ()
    assert opened.shares.search("改过") == (changed,)
    assert opened.shares.kept(kind="health") == ()
    assert acts(opened.shares.trace(kept.id)) == [Act.CHANGED, Act.ADDED]


def test_a_change_that_changes_nothing_leaves_no_trace(opened):
    kept = opened.shares.add(SHARE)
    opened.shares.change(kept)
    assert acts(opened.shares.trace()) == [Act.ADDED]


def test_what_is_removed_is_not_found_but_kept_and_can_be_restored(opened):
    kept = opened.shares.add(SHARE)
    opened.shares.remove(kept.id)
    assert opened.shares.kept() == opened.shares.search("老张") == ()
    assert opened.shares.search("", ["china-life"]) == ()
    assert opened.shares.removed() == (kept,)
    with told("ledger_no_entry"):
        opened.shares.one(kept.id)
    opened.shares.restore(kept.id)
    assert opened.shares.kept() == opened.shares.search("老张") == (kept,)
    assert opened.shares.removed() == ()
    assert acts(opened.shares.trace()) == [Act.RESTORED, Act.REMOVED, Act.ADDED]


@pytest.mark.parametrize("act", ["change", "remove", "restore"])
def test_an_entry_that_is_not_there_is_told(opened, act):
    kept = opened.shares.add(SHARE)
    if act != "restore":
        opened.shares.remove(kept.id)
    asked = kept if act == "change" else kept.id
    with told("ledger_no_entry"):
        getattr(opened.shares, act)(asked)


def test_the_trace_says_when_and_what_it_was(folder):
    clock = Clock()
    opened, _ = ledger.create(folder, SECRET, clock)
    kept = opened.shares.add(SHARE)
    clock.pass_days(2)
    changed = opened.shares.change(msgspec.structs.replace(kept, note="后来"))
    traced = opened.shares.trace()
    assert [(line.at, line.share) for line in traced] == [
        ("2026-05-03T08:30:00+00:00", changed),
        ("2026-05-01T08:30:00+00:00", kept),
    ]
    opened.lock()


def test_undo_takes_back_one_act_after_the_other(opened):
    first = opened.shares.add(SHARE)
    second = opened.shares.add(OTHER)
    changed = opened.shares.change(msgspec.structs.replace(first, note="改过了"))
    opened.shares.remove(second.id)
    opened.shares.undo()
    assert opened.shares.kept() == (second, changed)
    done = opened.shares.undo()
    assert (done.act, done.share) == (Act.CHANGED, first)
    assert opened.shares.kept() == (second, first)
    assert opened.shares.search("改过") == ()
    opened.shares.undo()
    assert opened.shares.kept() == (first,)
    opened.shares.undo()
    assert opened.shares.kept() == ()
    assert opened.shares.undo() is None
    assert len(opened.shares.trace()) == 8


def test_after_an_undo_a_new_act_is_the_next_to_be_taken_back(opened):
    kept = opened.shares.add(SHARE)
    once = opened.shares.change(msgspec.structs.replace(kept, note="一"))
    opened.shares.undo()
    opened.shares.change(msgspec.structs.replace(once, note="二"))
    opened.shares.undo()
    assert opened.shares.kept() == (kept,)
    opened.shares.undo()
    assert opened.shares.kept() == ()


def test_an_undo_of_a_restoring_removes(opened):
    kept = opened.shares.add(SHARE)
    opened.shares.remove(kept.id)
    opened.shares.restore(kept.id)
    assert opened.shares.undo().act is Act.REMOVED
    assert opened.shares.removed() == (kept,)


def test_all_are_added_or_none(opened):
    with told("ledger_field_number"):
        opened.shares.add_all([OTHER, msgspec.structs.replace(OTHER, note="1" * 18)])
    assert opened.shares.kept() == ()


def test_a_number_is_never_given_twice(opened):
    first = opened.shares.add(SHARE)
    opened.shares.undo()
    assert opened.shares.add(SHARE).id > first.id


def test_signs_of_a_leak_are_kept_listed_and_removed(opened, folder):
    sign = opened.leak_signs.add(LEAK)
    older = opened.leak_signs.add(msgspec.structs.replace(LEAK, date="2026-09-01"))
    assert msgspec.structs.replace(sign, id=0) == LEAK
    opened.lock()
    again = ledger.unlock(folder, SECRET)
    assert again.leak_signs.kept() == (sign, older)
    again.leak_signs.remove(sign.id)
    assert again.leak_signs.kept() == (older,)
    with told("ledger_no_entry"):
        again.leak_signs.remove(sign.id)
    again.lock()


def test_threads_of_one_window_may_share_a_ledger(opened):
    def work():
        for _ in range(10):
            opened.shares.add(OTHER)
            opened.shares.kept()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert opened.shares.count() == 40
