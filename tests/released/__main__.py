"""`python -m tests.released`: dump the schema of this revision with officers who stop everywhere. Run it before a release."""

import tempfile
from pathlib import Path

from checklists.load import load_catalogue
from dialogs.render import Texts
from storage import migration
from storage.database import Database
from tests.released import dumping, living


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        database = Database.open(f"sqlite:///{Path(folder) / 'made.db'}")
        database.migrate()
        living.live(database, load_catalogue(), Texts.load())
        with database.reading() as connection:
            made = dumping.dump(connection)
        database.close()
    path = dumping.FOLDER / f"{migration.newest()}.json"
    dumping.write(made, path)
    print(path, path.stat().st_size)


main()
