"""Work beside the window: its outcome comes back to the window, or nowhere."""

import threading

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from guardian_app.ui.tasks import Tasks

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def tasks():
    made = Tasks()
    yield made
    made.finish()


def test_a_value_arrives_on_the_thread_of_the_window(qtbot, tasks):
    owner, got = QObject(), []
    work_thread = []

    def work():
        work_thread.append(threading.get_ident())
        return 7

    tasks.run(owner, work, lambda v: got.append((v, threading.get_ident())), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [(7, threading.get_ident())]
    assert work_thread != [threading.get_ident()]


def test_an_error_arrives_as_itself(qtbot, tasks):
    owner, got = QObject(), []
    error = ValueError("no")

    def work():
        raise error

    tasks.run(owner, work, got.append, got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == [error]


def test_nothing_arrives_for_an_owner_that_is_gone(qtbot, tasks):
    owner, other, got = QObject(), QObject(), []
    gate = threading.Event()
    tasks.run(owner, lambda: gate.wait(5), lambda _: got.append("gone"), got.append)
    delete(owner)
    gate.set()
    tasks.run(other, lambda: None, lambda _: got.append("there"), got.append)
    qtbot.waitUntil(lambda: bool(got))
    assert got == ["there"]


def test_work_is_done_in_the_order_in_which_it_was_given(qtbot, tasks):
    owner, got = QObject(), []
    for number in range(20):
        tasks.run(owner, lambda number=number: number, got.append, got.append)
    qtbot.waitUntil(lambda: len(got) == 20)
    assert got == list(range(20))


def test_finishing_waits_for_the_work_under_way(tasks):
    started, gate, done = threading.Event(), threading.Event(), []

    def work():
        started.set()
        gate.wait(5)
        done.append(1)

    tasks.run(QObject(), work, lambda _: None, lambda _: None)
    started.wait(5)
    threading.Timer(0.05, gate.set).start()
    tasks.finish()
    assert done == [1]
