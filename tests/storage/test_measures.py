"""Each number of a digest, counted once more in plain Python over the rows of the exported files. All of it: tests/proof/test_measures.py."""

import random
from datetime import time

from safety.calendar import at
from storage.digestbook import scope_for
from storage.measures import Counter
from tests import slowly
from tests.cast import Cast


def differences(cast: Cast, seed: int, scopes: int, windows: int) -> list[str]:
    """Where both ways of counting differ: so many scopes, each over so many spans of days."""
    dice = random.Random(seed)
    wrong = []
    with cast.database.writing() as connection:
        slowly.filled(connection, cast, dice)
        readers = slowly.readers(connection)
        for number in range(scopes):
            actor, today = readers[number % len(readers)], slowly.some_window(dice).last
            files = slowly.files_of(connection, cast, actor, today, csv_files=number % 2 == 1)
            scope = scope_for(actor)
            assert scope is not None
            counter = Counter(connection, cast.catalogue, actor, scope, at(today, time(12)))
            for _ in range(windows):
                window = slowly.some_window(dice)
                for measure, plain in slowly.counted(files, window, today).items():
                    told = counter.count(measure, window)
                    if told != plain:
                        wrong.append(f"{scope} {window} {today} {measure}: {told}, by hand {plain}")
    return wrong


def test_numbers_are_what_the_files_say(cast: Cast) -> None:
    assert differences(cast, 20261123, 12, 3) == []


def test_a_difference_would_be_seen(cast: Cast) -> None:
    """The slow way does not just repeat the quick one: a row taken out of a file shows."""
    dice = random.Random(7)
    with cast.database.writing() as connection:
        slowly.filled(connection, cast, dice)
        actor, today = slowly.readers(connection)[0], slowly.END
        files = slowly.files_of(connection, cast, actor, today, csv_files=False)
        fewer = slowly.Files(files.hazards[1:], files.checks, files.enterprises, files.visits)
        window = slowly.Window(slowly.BEGIN, slowly.END)
        assert slowly.counted(files, window, today) != slowly.counted(fewer, window, today)
        assert min(slowly.counted(files, window, today).values()) > 0
