r"""Names and paths that Windows reads otherwise, or cannot have, told on every system.

Codes that look like paths: ``tests/spec/test_kode.py``.  Names of sheets and files of
the output: ``tests/render/test_xlsx_names.py``, ``tests/output``.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from click.testing import CliRunner

from sopgen.cli import sopgen
from sopgen.model.diagnostic import Source, Span, Teks
from sopgen.model.nama_kantor import free, objection, slug
from sopgen.model.nama_windows import PERANGKAT, is_elsewhere, why_not
from sopgen.model.sebutan_kantor import called_in
from sopgen.output.writing import is_far
from sopgen.spec import read_buku
from sopgen.spec.exchange import export_workbook
from sopgen.years import Kenal, named_workbook
from tests.spec.kantor import write_kantor, write_lambang

IMPOSSIBLE = (
    "con", "CON", "aux.yaml", "Nul.tar.gz", "com1", "lpt9.md", "COM¹.x", "con .yaml",
    "conin$", "a.", "a ", "a. .", "a:b", "a?", "a*b", "<a>", 'a"b', "a|b", "a\\b",
    "a\tb", "a\x00b",
)  # fmt: skip
POSSIBLE = (
    "konsep", "console.yaml", "auxilia", "com", "com10", "com1a", ".con", "a.b. c",
    " a", "é", "a & b (1) 100% !x!", "nul-surat.yaml", "",
)  # fmt: skip


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_a_name_that_windows_cannot_have(name: str) -> None:
    assert why_not(name)


@pytest.mark.parametrize("name", POSSIBLE)
def test_a_name_that_windows_can_have(name: str) -> None:
    assert why_not(name) == ""


@pytest.mark.parametrize("name", sorted(PERANGKAT))
def test_a_name_of_a_device_is_none_of_an_office(name: str) -> None:
    no = objection(name)
    assert no is not None
    assert not no.usul or objection(no.usul) is None


def test_a_long_name_is_cut_where_it_is_still_one() -> None:
    long = slug(f"{'a' * 59} b")
    assert objection(long) is None
    taken = [long, f"{long[:56]}-2"]
    assert objection(free(long, taken)) is None
    assert free(long, taken) not in taken
    assert free("suruh", ["Suruh", "suruh-2"]) == "suruh-3"


ELSEWHERE = (
    "C:\\rahasia.png", "c:/x.png", "D:x.png", "\\\\server\\share\\x.png",
    "//server/share/x.png", "\\x.png", "/x.png", "\\\\?\\C:\\x.png",
    "\\\\.\\PhysicalDrive0", "..\\x.png", "gambar\\..\\..\\x.png", "../x.png",
)  # fmt: skip


@pytest.mark.parametrize("path", ELSEWHERE[:9])
def test_a_way_that_begins_elsewhere(path: str) -> None:
    assert is_elsewhere(path)
    assert is_elsewhere(f" {path}")


def office(place: Path, lambang: str = "lambang.png") -> Path:
    """Return the folder of an office whose lambang is called so."""
    folder = write_kantor(place / "uji")
    write_lambang(folder)
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8")
    written = f"lambang: '{lambang}'"
    file.write_text(text.replace("lambang: lambang.png", written), encoding="utf-8")
    return folder


def found(folder: Path) -> list[str]:
    """Return the code and place of what is told of an office."""
    return [
        f"{one.code} {one.span.label.removeprefix(folder.as_posix() + '/')}"
        for one in read_buku(folder).findings
    ]


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_lambang_elsewhere_is_never_read(tmp_path: Path, path: str) -> None:
    """Even where Linux has a file of that very name in the office's folder."""
    folder = office(tmp_path, path)
    picture = (folder / "lambang.png").read_bytes()
    if not path.startswith(("/", "..")) and "/" not in path:
        (folder / path).write_bytes(picture)
    assert found(folder) == ["SOP916 buku.yaml:5:12"]


def test_a_backslash_is_no_way_on_any_system(tmp_path: Path) -> None:
    folder = office(tmp_path, "gambar\\lambang.png")
    (folder / "gambar").mkdir()
    (folder / "lambang.png").rename(folder / "gambar" / "lambang.png")
    assert found(folder) == ["SOP928 buku.yaml:5:12"]
    (told,) = read_buku(folder).findings
    assert told.saran == "tulis `gambar/lambang.png`"


@pytest.mark.parametrize("name", ["con.png", "a .png/x.png", "x.png.", "aux/x.png"])
def test_a_picture_with_a_name_that_cannot_be_there_is_told(
    tmp_path: Path, name: str
) -> None:
    folder = office(tmp_path, name)
    picture = (folder / "lambang.png").read_bytes()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_bytes(picture)
    reading = read_buku(folder)
    told = [] if name == "a .png/x.png" else ["SOP928 buku.yaml:5:12"]
    assert found(folder) == told
    assert reading.buku is not None
    assert reading.buku.kecamatan.lambang == folder / name


def test_a_sop_named_as_a_device_is_told_in_a_folder_and_a_workbook(
    tmp_path: Path,
) -> None:
    folder = office(tmp_path)
    (folder / "sop" / "surat.yaml").rename(folder / "sop" / "con.yaml")
    file = folder / "buku.yaml"
    text = file.read_text(encoding="utf-8").replace("id: surat", "id: con")
    file.write_text(text, encoding="utf-8")
    assert found(folder) == ["SOP928 sop/con.yaml"]
    workbook = tmp_path / "uji.xlsx"
    workbook.write_bytes(export_workbook(folder).workbook)
    codes = [one.code for one in read_buku(workbook).findings]
    assert codes.count("SOP928") == 1


def test_names_that_differ_by_capitals_only_are_told(tmp_path: Path) -> None:
    """Those of SOP are codes that come to the same, of chapters the names count."""
    folder = office(tmp_path)
    text = (folder / "sop" / "surat.yaml").read_bytes()
    (folder / "sop" / "Surat.yaml").write_bytes(text)
    (folder / "naskah").mkdir(exist_ok=True)
    for name in ("penutup.md", "Penutup.md"):
        (folder / "naskah" / name).write_text("Demikian.\n", encoding="utf-8")
    assert "SOP108 sop/Surat.yaml" in found(folder)
    assert "SOP928 naskah/penutup.md" in found(folder)


@pytest.mark.parametrize("name", ["con", "Aux", "uji."])
def test_an_office_named_as_a_device_is_told(tmp_path: Path, name: str) -> None:
    folder = office(tmp_path).rename(tmp_path / name)
    assert "SOP928 buku.yaml" in found(folder)


@pytest.mark.parametrize("named", ["//server/a/b.xlsx", "C:\\a.xlsx", "D:a.xlsx"])
def test_last_year_s_workbook_is_never_looked_for_on_a_network(
    tmp_path: Path, named: str
) -> None:
    kantor = called_in({"nama": "Uji"})
    own = Kenal("2026", kantor, Teks(named, Span(Source("uji.xlsx"))))
    told = named_workbook(tmp_path / "uji.xlsx", own)
    assert told is not None
    assert [one.code for one in told.findings] == ["SOP824"]


@pytest.mark.parametrize("flag", ["--xlsx", ""])
def test_a_new_office_is_none_of_which_windows_has_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flag: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "specs" / "Suruh").mkdir(parents=True)
    (tmp_path / "SURUH.xlsx").write_bytes(b"")
    run = CliRunner().invoke
    done = run(sopgen, ["new", "suruh", *filter(None, [flag])])
    assert done.exit_code == 2
    assert "bagi Windows namanya sama" in done.output
    refused = run(sopgen, ["new", "con", *filter(None, [flag])])
    assert refused.exit_code == 2
    assert "misalnya `kantor-con`" in refused.output
    (tmp_path / "lama.xlsx").write_bytes(b"PK")
    taken = run(
        sopgen, ["import", "lama.xlsx", "--nama", "suruh", *filter(None, [flag])]
    )
    assert taken.exit_code == 2
    assert "bagi Windows namanya sama" in taken.output


def test_a_way_too_long_for_windows_is_told() -> None:
    far = PureWindowsPath("C:/", *["folder yang panjang namanya"] * 10)
    assert is_far(far)
    assert not is_far(PureWindowsPath("C:/SOP"))
    assert not is_far(PurePosixPath(far.as_posix()))
