import json
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from dateline.errors import InputError
from dateline.export.exporter import Exporter
from dateline.export.write import Manifest, exporters, write_export
from dateline.lexicon.library import Library
from dateline.records.claim import Claim
from dateline.records.record import Record


def test_the_manifest_stands_beside_the_files(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
) -> None:
    folder, manifest = export("icews", [report(shelling())])
    written = json.loads((folder / "icews.manifest.json").read_text())
    assert written["files"][0]["rows"] == manifest.files[0].rows == 1
    assert written["coded_by"] == ["1+abc"]
    assert (written["reports"], written["claims"], written["events"]) == (1, 1, 1)


def test_a_format_of_one_file_may_be_given_its_name(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    tmp_path: Path,
    library: Library,
) -> None:
    out = tmp_path / "new" / "mine.tsv"
    write_export(exporters()["icews"], [report(shelling())], out, library)
    assert sorted(path.name for path in out.parent.iterdir()) == [
        "mine.tsv",
        "mine.tsv.manifest.json",
    ]


def test_a_format_of_several_files_needs_a_folder(tmp_path: Path, library: Library) -> None:
    with pytest.raises(InputError, match="give a folder"):
        write_export(exporters()["gdelt"], [], tmp_path / "x.csv", library)


@pytest.mark.parametrize("name", sorted(exporters()))
def test_nothing_to_export_makes_empty_files(
    name: str, export: Callable[..., tuple[Path, Manifest]]
) -> None:
    _, manifest = export(name, [])
    assert {file.rows for file in manifest.files} == {0}


def test_a_path_that_cannot_be_written_is_an_error_of_one_line(
    tmp_path: Path, library: Library
) -> None:
    (tmp_path / "file").write_text("kept")
    for name in ("icews", "parquet"):
        with pytest.raises(InputError, match="cannot be written"):
            write_export(exporters()[name], [], tmp_path / "file" / "folder", library)
    assert (tmp_path / "file").read_text() == "kept"


def test_a_failed_export_leaves_what_was_there(
    shelling: Callable[..., Claim],
    report: Callable[..., Record],
    export: Callable[..., tuple[Path, Manifest]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, _ = export("icews", [report(shelling())])
    before = (folder / "icews.tab").read_bytes()
    monkeypatch.setattr("dateline.export.icews._row", _full_disk)
    with pytest.raises(InputError):
        export("icews", [report(shelling(), shelling("c2", event="e2"))])
    assert (folder / "icews.tab").read_bytes() == before
    assert not list(folder.glob(".*"))


def _full_disk(*_: object) -> None:
    raise OSError(28, "No space left on device")


class _Point(NamedTuple):
    """An entry point of another package."""

    exporter: object
    name: str = "mine"
    value: str = "mine:EXPORTER"

    def load(self) -> object:
        return self.exporter


def test_a_format_of_another_package_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    mine = Exporter(name="mine", about="of my own", tables=())
    monkeypatch.setattr("dateline.export.write.entry_points", lambda **_: [_Point(mine)])
    assert exporters()["mine"] is mine


def test_an_entry_point_that_is_no_exporter_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("dateline.export.write.entry_points", lambda **_: [_Point("text")])
    with pytest.raises(InputError, match="is no exporter"):
        exporters()
