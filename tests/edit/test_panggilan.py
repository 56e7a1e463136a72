"""The id of a SOP follows where others call it, in files and in a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sopgen.model.suntingan import DeleteRow, Edit, InsertRow, RenameKey, RenameSop, Set
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook, read_spec
from sopgen.spec.findings import Findings
from sopgen.spec.parse import open_files
from sopgen.suntingan import edit_folder, edit_spec, edit_workbook, save
from tests.jaringan import write_jaringan

BUKU, IZIN, ADUAN = "buku.yaml", "sop/izin.yaml", "sop/aduan.yaml"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = write_jaringan(tmp_path_factory.mktemp("kantor") / "uji")
    return export_workbook(folder).workbook


def said(place: Path) -> dict[str, Any]:
    files = open_files(place, Findings())
    assert files is not None
    spec = read_spec(files, Findings())
    assert spec is not None
    return spec.meaning


@pytest.mark.slow
def test_a_new_id_is_written_wherever_the_sop_is_called(
    data: bytes, tmp_path: Path
) -> None:
    file, folder = tmp_path / "uji.xlsx", write_jaringan(tmp_path / "uji")
    file.write_bytes(data)
    for place in (file, folder):
        made = edit_spec(place, [RenameSop("arsip", "arsip-lama")])
        assert save(made) is None
        reading = read_buku(place)
        assert reading.findings == ()
        assert reading.buku is not None
        called = [one.sop for sop in reading.buku.sop for one in sop.langkah if one.sop]
        assert called.count("arsip-lama") == 4
        assert "arsip" not in called
    assert said(file) == said(folder)
    text = (folder / IZIN).read_text(encoding="utf-8")
    assert "ke: {sop: arsip-lama}, waktu: 5 menit}" in text, "nothing else moves"
    unchanged = write_jaringan(tmp_path / "lain") / "sop/tamu.yaml"
    assert (folder / "sop/tamu.yaml").read_text() == unchanged.read_text()


def test_a_code_in_other_letters_follows_too(tmp_path: Path) -> None:
    folder = write_jaringan(tmp_path / "uji", (IZIN, "sop: tamu", "sop: TAMU"))
    assert save(edit_spec(folder, [RenameSop("tamu", "tamu-dinas")])) is None
    assert "sop: tamu-dinas" in (folder / IZIN).read_text(encoding="utf-8")


def test_what_called_a_sop_that_is_gone_is_told_and_leads_to_no_other(
    tmp_path: Path,
) -> None:
    folder = write_jaringan(tmp_path / "uji")
    assert save(edit_spec(folder, [DeleteRow(BUKU, ("sop", 0))])) is None
    found = [f for f in read_buku(folder).findings if f.code == "SOP322"]
    assert {Path(f.span.source.path).name for f in found} == {"izin.yaml", "aduan.yaml"}


EDITS: dict[str, list[Edit]] = {
    "the SOP of a step": [Set(IZIN, ("kegiatan", 1, "sop"), "arsip")],
    "a step becomes a SOP": [
        Set(IZIN, ("kegiatan", 3, "simbol"), "subproses"),
        Set(IZIN, ("kegiatan", 3, "sop"), "arsip"),
    ],
    "the SOP at an end": [Set(IZIN, ("kegiatan", 4, "ke", "sop"), "tamu")],
    "the SOP at an exit": [
        Set(IZIN, ("kegiatan", 2, "ke", "Ada keberatan", "sop"), "tamu"),
    ],
    "both exits, one after the other": [
        Set(IZIN, ("kegiatan", 2, "ke", "Lengkap"), {"sop": "tamu"}),
        Set(IZIN, ("kegiatan", 2, "ke", "Ada keberatan", "sop"), "tamu"),
        RenameSop("tamu", "tamu-dinas"),
    ],
    "the SOP among others": [Set(ADUAN, ("kegiatan", 4, "ke", 1, "sop"), "izin")],
    "an exit leads back": [Set(IZIN, ("kegiatan", 2, "ke", "Ada keberatan"), "1")],
    "an exit leads on": [Set(IZIN, ("kegiatan", 2, "ke", "Lengkap"), {"sop": "tamu"})],
    "an end leads on": [Set(IZIN, ("kegiatan", 3, "ke"), {"sop": "tamu"})],
    "an end ends": [Set(IZIN, ("kegiatan", 4, "ke"), None)],
    "a label": [RenameKey(IZIN, ("kegiatan", 2, "ke", "Ada keberatan"), "Ada")],
    "a row comes in": [
        InsertRow(IZIN, ("kegiatan", 1), {
            "uraian": "Menata", "pelaksana": "Petugas", "simbol": "subproses",
            "sop": "arsip", "ke": ["2", {"sop": "arsip"}],
        }),
    ],
    "a row goes": [DeleteRow(IZIN, ("kegiatan", 0))],
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("what", EDITS)
def test_a_workbook_says_what_a_folder_says_after_the_same_edits(
    what: str, data: bytes, tmp_path: Path
) -> None:
    file, folder = tmp_path / "uji.xlsx", write_jaringan(tmp_path / "uji")
    file.write_bytes(data)
    new, _ = edit_workbook(file, EDITS[what])
    file.write_bytes(new)
    assert save(edit_folder(folder, EDITS[what])) is None
    assert said(file) == said(folder)


def test_numbers_of_rows_follow_and_ids_of_sop_do_not(tmp_path: Path) -> None:
    folder = write_jaringan(
        tmp_path / "uji",
        (BUKU, "id: tamu", 'id: "3"'),
        (IZIN, "sop: tamu", "sop: 3"),
        (ADUAN, "sop: tamu", "sop: 3"),
        (IZIN, "{sop: aduan}", "{sop: 3}"),
    )
    (folder / "sop/tamu.yaml").rename(folder / "sop/3.yaml")
    assert save(edit_spec(folder, [DeleteRow(IZIN, ("kegiatan", 0))])) is None
    rows = said(folder)[IZIN]["kegiatan"]
    assert rows[0]["sop"] == "3"
    assert rows[1]["ke"] == {"Lengkap": "3", "Ada keberatan": {"sop": "3"}}
