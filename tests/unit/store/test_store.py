import json
import subprocess
import sys
import time
from pathlib import Path
from random import Random
from shutil import rmtree

import pytest
from typer.testing import CliRunner

from dateline.api import Coder, add_to_store, load
from dateline.cli.app import app
from dateline.errors import StoreError
from dateline.ingest.read import read_raws
from dateline.records.report import Raw
from dateline.store import manifest, tables
from dateline.store.lock import locked
from dateline.store.open import Store
from dateline.store.schema import TABLES

TOWNS = ("Lyon", "Oslo", "Quito", "Dakar", "Perth", "Minsk", "Sofia", "Accra")


WORDS = [
    "market",
    "bridge",
    "harbour",
    "school",
    "tractor",
    "river",
    "council",
    "library",
    "tunnel",
    "bakery",
    "orchard",
    "clinic",
    "station",
    "theatre",
    "kiosk",
    "garden",
    "museum",
    "quarry",
    "lantern",
    "ferry",
    "cinema",
    "stable",
    "canal",
    "warehouse",
]


def raws(count: int = 8) -> list[Raw]:
    """Reports of texts of their own."""
    return [_raw(i, Random(i)) for i in range(count)]


def _raw(i: int, draw: Random) -> Raw:
    said = " ".join(
        f"The mayor said that the {' and the '.join(draw.sample(WORDS, 6))} would stay closed."
        for _ in range(5)
    )
    text = f"Police in {TOWNS[i % 8]} arrested {i + 2} students on Monday. {said}"
    return Raw(id=f"r{i}", text=text, published="2024-05-14")


def add_all(coder: Coder, folder: Path, given: list[Raw]) -> tuple[int, ...]:
    *_, added = add_to_store(coder, folder, given)
    return added.known, added.copies, added.coded, added.claims


def content(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    store = Store(folder)
    return {name: sorted(store.sql(f"FROM {name}").fetchall(), key=repr) for name in TABLES}


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.store.add.BATCH", 2)


def test_the_same_reports_added_twice_add_nothing(coder: Coder, tmp_path: Path) -> None:
    add_all(coder, tmp_path, raws())
    before = content(tmp_path)
    assert add_all(coder, tmp_path, raws()) == (8, 0, 0, 0)
    assert content(tmp_path) == before
    assert before["claims"]


def test_a_record_comes_back_as_it_was_coded(coder: Coder, tmp_path: Path) -> None:
    add_all(coder, tmp_path, raws(2))
    kept = list(Store(tmp_path).records())
    coded = list(coder.pipe(raws(2)))
    assert [repr(record.claims) for record in kept] == [repr(r.claims) for r in coded]


def test_a_copy_is_kept_and_not_coded_again(coder: Coder, tmp_path: Path) -> None:
    text = (
        "Farmers blocked the coast road near Quito on Monday with forty tractors. "
        "They ask the ministry for cheaper diesel and will stay until it answers. "
        "A spokesman for the ministry said that talks would begin on Thursday in the capital. "
        "Two farmers were hurt when a lorry tried to pass the line in the early morning."
    )
    given = [Raw(id=name, text=text, publisher=name) for name in ("one", "two")]
    known, copies, coded, _ = add_all(coder, tmp_path, given)
    assert (known, copies, coded) == (0, 1, 1)
    assert Store(tmp_path).sql("SELECT DISTINCT number FROM claims").fetchall() == [(0,)]
    assert Store(tmp_path).sql("SELECT copies FROM reports WHERE number = 1").fetchall() == [
        ([0],)
    ]


def test_refused_items_are_in_the_ledger_once(coder: Coder, tmp_path: Path) -> None:
    missing = str(tmp_path / "nowhere.txt")
    for _ in range(2):
        list(add_to_store(coder, tmp_path / "store", read_raws([missing])))
    assert len(content(tmp_path / "store")["problems"]) == 1


@pytest.mark.usefixtures("small_batches")
@pytest.mark.parametrize("fails_at", [1, 4, 8, 11])
def test_a_full_disk_costs_no_row_and_a_rerun_makes_all_whole(
    coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    calls = 0
    real = tables.write_deltalake

    def full(*args: object, **kwargs: object) -> None:
        nonlocal calls
        calls += 1
        if calls == fails_at:
            raise OSError(28, "No space left on device")
        real(*args, **kwargs)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(tables, "write_deltalake", full)
        with pytest.raises(StoreError, match="No space left"):
            add_all(coder, tmp_path / "a", raws())
    held = content(tmp_path / "a")["reports"]
    assert len(held) % 2 == 0
    add_all(coder, tmp_path / "a", raws())
    add_all(coder, tmp_path / "b", raws())
    assert content(tmp_path / "a") == content(tmp_path / "b")


def test_a_second_writer_is_told_so(coder: Coder, tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(StoreError, match="another process"):
        add_all(coder, tmp_path, raws(1))


def test_a_newer_store_is_not_touched(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "store.json"
    path.write_text(json.dumps({"store": manifest.STORE_VERSION + 1, "tables": {}}))
    before = path.read_bytes()
    with pytest.raises(StoreError, match="newer"):
        add_all(coder, tmp_path, raws(1))
    assert path.read_bytes() == before


def test_a_table_deleted_by_hand_is_said_in_one_line(coder: Coder, tmp_path: Path) -> None:
    add_all(coder, tmp_path, raws(1))
    rmtree(tmp_path / "claims")
    with pytest.raises(StoreError, match="claims") as raised:
        add_all(coder, tmp_path, raws(2))
    assert "\n" not in str(raised.value)
    with pytest.raises(StoreError, match="claims"):
        Store(tmp_path)
    assert not (tmp_path / "claims").exists()


def test_a_folder_without_store_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        Store(tmp_path)


def test_a_file_in_the_place_of_the_folder_is_said_so(coder: Coder, tmp_path: Path) -> None:
    (tmp_path / "store").write_text("")
    with pytest.raises(StoreError):
        add_all(coder, tmp_path / "store", raws(1))


def test_the_commands_add_and_ask(tmp_path: Path) -> None:
    text = "Police in Lyon arrested 12 students on Monday."
    store = str(tmp_path / "store")
    assert CliRunner().invoke(app, ["add", store, "-", "-q"], input=text).exit_code == 0
    done = CliRunner().invoke(app, ["sql", store, "SELECT type, mode FROM claims"])
    assert done.stdout.splitlines()[0] == "type,mode"
    assert "arrest" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [2.0, 3.0, 4.0])
def test_a_killed_run_and_another_make_the_same_store(tmp_path: Path, seconds: float) -> None:
    reports = tmp_path / "reports.jsonl"
    fields = ("id", "text", "published")
    reports.write_text(
        "\n".join(json.dumps({f: getattr(r, f) for f in fields}) for r in raws(40))
    )
    script = (
        "import sys; from dateline.store import add; add.BATCH = 2; "
        "from dateline.cli.app import main; main()"
    )
    command = [sys.executable, "-c", script, "add", str(tmp_path / "a"), str(reports), "-q"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        time.sleep(seconds)
        running.kill()
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    list(add_to_store(load(), tmp_path / "b", read_raws([str(reports)])))
    assert content(tmp_path / "a") == content(tmp_path / "b")
