"""A spec of which a part is out of reach takes nothing from what was built."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.processes import call, tree
from tests.spec.kantor import write_kantor

pytestmark = pytest.mark.slow
SOP, SURAT, NASKAH = "specs/uji/sop", "specs/uji/sop/surat.yaml", "specs/uji/naskah"
Damage = Callable[[Path], object]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder in which the book of an office has been built."""
    place = tmp_path_factory.mktemp("kantor")
    write_kantor(place / "specs/uji")
    (place / NASKAH).mkdir()
    text = "Penutup kantor sendiri."
    (place / NASKAH / "penutup.md").write_text(text, encoding="utf-8")
    done = call(place, "build", "uji", "--format", "pdf,svg", "--quiet")
    assert done.returncode == 0, done.stderr
    return place


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Iterator[Path]:
    """Return a copy of it, to be damaged."""
    place = tmp_path / "kantor"
    shutil.copytree(built, place)
    yield place
    for folder in (place / "specs/uji").rglob("*"):
        if folder.is_dir() and not folder.is_symlink():
            folder.chmod(0o755)


def renamed(old: str, new: str) -> Damage:
    """Give a file or folder another name."""
    return lambda place: (place / old).rename(place / new)


def closed(name: str, mode: int = 0) -> Damage:
    """Forbid to read a file or folder."""
    return lambda place: (place / name).chmod(mode)


def aside(name: str, then: Damage) -> Damage:
    """Put something else where a file or folder was."""

    def damage(place: Path) -> None:
        (place / name).rename(place / "lama")
        then(place)

    return damage


def linked(name: str, target: str) -> Damage:
    """Put a link where a file or folder was."""
    return aside(name, lambda place: (place / name).symlink_to(target))


#: what happened · damage · where it is told · code · what is told
TABLE: dict[str, tuple[Damage, str, str, str]] = {
    "capitals": (
        renamed(SOP, "specs/uji/SOP"), SOP, "SOP918",
        "folder sop tidak ada; mungkin maksudnya `SOP`",
    ),
    "plural": (
        renamed(SOP, "specs/uji/sops"), SOP, "SOP918", "mungkin maksudnya `sops`"
    ),
    "gone": (renamed(SOP, "sop"), SOP, "SOP918", "folder sop tidak ada"),
    "not mounted": (linked(SOP, "/mnt/tiada/sop"), SOP, "SOP903", "tautannya putus"),
    "a circle": (linked(SOP, "sop"), SOP, "SOP903", "tautannya putus"),
    "elsewhere": (linked(SOP, "../../lama"), SOP, "SOP918", "ke luar folder"),
    "a file": (
        aside(SOP, lambda place: (place / SOP).write_text("")), SOP, "SOP918",
        "harus folder",
    ),
    "emptied": (
        renamed(SURAT, "surat.yaml"), SOP, "SOP918", "tidak satu pun berkas SOP"
    ),
    "other suffix": (
        renamed(SURAT, f"{SOP}/surat.yml"), SOP, "SOP918", "tidak satu pun berkas SOP"
    ),
    "closed": (closed(SOP), SOP, "SOP903", "folder sop tidak boleh dibaca"),
    "listed only": (closed(SOP, 0o444), SURAT, "SOP903", "tidak boleh dibaca"),
    "file closed": (closed(SURAT), SURAT, "SOP903", "berkas tidak boleh dibaca"),
    "file not mounted": (linked(SURAT, "tiada.yaml"), SURAT, "SOP903", "tautannya"),
    "naskah closed": (closed(NASKAH), NASKAH, "SOP903", "folder naskah tidak boleh"),
    "naskah in capitals": (
        renamed(NASKAH, "specs/uji/Naskah"), NASKAH, "SOP918", "maksudnya `Naskah`"
    ),
    "chapter closed": (
        closed(f"{NASKAH}/penutup.md"), f"{NASKAH}/penutup.md", "SOP903", "tidak boleh"
    ),
    "koreksi closed": (
        closed("specs/uji/koreksi.yaml"), "specs/uji/koreksi.yaml", "SOP903", "berkas"
    ),
    "gone from an office that may not be listed": (
        aside(SOP, closed("specs/uji", 0o311)), SOP, "SOP918", "folder sop tidak ada"
    ),
    "office closed": (
        closed("specs/uji", 0o444), "specs/uji/buku.yaml", "SOP903", "tidak boleh"
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TABLE)
def test_nothing_that_was_built_is_replaced_or_swept(place: Path, case: str) -> None:
    damage, where, code, told = TABLE[case]
    before = tree(place / "output")
    damage(place)
    done = call(place, "build", "uji")
    (place / "specs/uji").chmod(0o755)
    assert done.returncode == 1
    lines = [x for x in done.stderr.splitlines() if x.startswith(f"{where}: kesalahan")]
    assert any(f"[{code}]" in line and told in line for line in lines), done.stderr
    assert tree(place / "output") == before


def test_nothing_is_built_anew_either(place: Path) -> None:
    (place / SOP).chmod(0)
    assert call(place, "build", "uji", "--output", "baru").returncode == 1
    assert not (place / "baru").exists()


def test_one_missing_file_of_several_is_a_warning(place: Path) -> None:
    buku = place / "specs/uji/buku.yaml"
    more = "  - id: arsip\n    nama: Pengarsipan\n"
    buku.write_text(buku.read_text(encoding="utf-8") + more, encoding="utf-8")
    done = call(place, "build", "uji", "--format", "pdf")
    assert done.returncode == 0, done.stderr
    assert (place / "output/uji/2025/sop/02-arsip.pdf").is_file()


@pytest.mark.parametrize("command", ["check", "list", "draw", "export"])
def test_every_command_tells_of_a_folder_that_went_astray(
    place: Path, command: str
) -> None:
    (place / SOP).rename(place / "specs/uji/SOP")
    more = {"draw": ("--sop", "1"), "export": ("--xlsx",)}.get(command, ())
    done = call(place, command, "uji", *more)
    assert done.returncode == 1
    assert "mungkin maksudnya `SOP`" in done.stdout + done.stderr or command == "list"
    assert not list(place.glob("*.xlsx"))


def test_a_workbook_without_any_sheet_of_a_sop_is_not_built(place: Path) -> None:
    call(place, "export", "uji", "--xlsx")
    call(place, "build", "uji.xlsx", "--format", "svg")
    before = tree(place / "output")
    book = load_workbook(place / "uji.xlsx")
    del book["01 surat"]
    book.save(place / "uji.xlsx")
    done = call(place, "build", "uji.xlsx")
    assert done.returncode == 1
    assert (
        "kesalahan[SOP918]: tidak satu pun SOP dalam lembar Daftar SOP" in done.stderr
    )
    assert "folder" not in done.stderr
    assert tree(place / "output") == before


def test_a_picture_that_may_not_be_read_is_not_called_broken(place: Path) -> None:
    buku = place / "specs/uji/buku.yaml"
    text = buku.read_text(encoding="utf-8")
    text = text.replace("  nama: Uji\n", "  nama: Uji\n  lambang: lambang.png\n")
    buku.write_text(text, encoding="utf-8")
    picture = place / "specs/uji/lambang.png"
    picture.write_bytes(b"\x89PNG")
    picture.chmod(0)
    done = call(place, "check", "uji", "--format", "short")
    assert "kesalahan[SOP903]: gambar `lambang.png`: berkas tidak boleh" in done.stdout
