"""The database thread: takes every job that waits, runs each in a savepoint of its own, commits once (group commit).

This is the only place that commits. A job is a plain function of a connection; its future resolves after the commit,
so whoever waits for it knows that the effect is on disk. A job that raises is rolled back alone and its error
travels to the waiter; when the commit itself fails, every job of the batch fails and nothing has happened.
"""

import queue
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from storage.database import Database
from storage.prepared import savepoint

T = TypeVar("T")
Job = Callable[[Connection], T]
Hook = Callable[[str], None]
Waiting = tuple[Job[Any], Future[Any], str]


class Closed(RuntimeError):  # noqa: N818 - what has happened to the writer
    """The writer has stopped; the job was not run."""


class Writer:
    """One database thread with one connection. `at` is called before and after each commit (proofs stop there)."""

    def __init__(self, database: Database, *, most: int = 64, at: Hook | None = None) -> None:
        self._database = database
        self._most = most
        self._at = at or (lambda _name: None)
        self._jobs: queue.SimpleQueue[Waiting | None] = queue.SimpleQueue()
        self._connection: Connection | None = None
        self._thread = threading.Thread(target=self._work, name="writer", daemon=True)
        self._closing = False
        self.began: float | None = None  # monotonic start of the running batch, for the watchdog

    def start(self) -> None:
        """Begin to work."""
        self._thread.start()

    def stop(self) -> None:
        """Finish what waits, then end the thread and close its connection."""
        self._closing = True
        self._jobs.put(None)
        self._thread.join()

    @property
    def thread_id(self) -> int | None:
        """The identity of the thread, for the watchdog."""
        return self._thread.ident

    def submit(self, job: Job[T], name: str = "job") -> "Future[T]":
        """Queue a job; the future resolves once its effect is committed. `name` is what proofs know it by."""
        future: Future[T] = Future()
        if self._closing:
            future.set_exception(Closed("the writer has stopped"))
            return future
        self._jobs.put((job, future, name))
        return future

    def run(self, job: Job[T]) -> T:
        """Run one job and wait for its commit. Not from the event loop."""
        return self.submit(job).result()

    def _work(self) -> None:
        going = True
        while going:
            batch, going = self._take()
            if batch:
                self._commit(batch)
        self._close()

    def _take(self) -> tuple[list[Waiting], bool]:
        """Wait for a job, then take what else is there."""
        first = self._jobs.get()
        if first is None:
            return [], False
        batch = [first]
        while len(batch) < self._most:
            try:
                more = self._jobs.get_nowait()
            except queue.Empty:
                break
            if more is None:
                return batch, False
            batch.append(more)
        return batch, True

    def _commit(self, batch: list[Waiting]) -> None:
        """Run a batch in one transaction; on a broken transaction nobody's job has happened.

        A job that its waiter has given up before it began is left out; from then on it can only be waited for.
        """
        batch = [waiting for waiting in batch if waiting[1].set_running_or_notify_cancel()]
        self.began = time.monotonic()
        try:
            outcomes = self._transact(batch)
        except BaseException as error:  # noqa: BLE001 - whatever it is, the waiters must hear it
            self._close()
            for _, future, _name in batch:
                future.set_exception(error)
            return
        finally:
            self.began = None
        for (_, future, _name), (result, wrong) in zip(batch, outcomes, strict=True):
            if wrong is not None:
                future.set_exception(wrong)
            else:
                future.set_result(result)

    def _transact(self, batch: list[Waiting]) -> list[tuple[Any, BaseException | None]]:
        connection = self._open()
        names = {name for _, _, name in batch}
        with connection.begin():
            outcomes = [attempt(connection, job) for job, _, _ in batch]
            self._pass(names, "before_commit")
        self._pass(names, "after_commit")
        return outcomes

    def _pass(self, names: set[str], place: str) -> None:
        for name in names:
            self._at(f"{name}.{place}")

    def _open(self) -> Connection:
        if self._connection is None:
            self._connection = self._database.engine.connect()
        return self._connection

    def _close(self) -> None:
        """Let a connection go whose state is unknown; the next batch opens a fresh one."""
        if self._connection is not None:
            with suppress(DBAPIError):
                self._connection.close()
            self._connection = None


def attempt(connection: Connection, job: Job[T]) -> tuple[T | None, BaseException | None]:
    """Run a job in a savepoint. A broken connection travels (the whole batch failed); other errors stay the job's."""
    try:
        with savepoint(connection, "job"):
            return job(connection), None
    except DBAPIError as error:
        if error.connection_invalidated or not alive(connection):
            raise
        return None, error
    except Exception as error:  # noqa: BLE001 - it belongs to the job's waiter
        return None, error


def alive(connection: Connection) -> bool:
    """Whether the transaction around a failed job can still be used."""
    return not connection.closed and not connection.invalidated and connection.in_transaction()
