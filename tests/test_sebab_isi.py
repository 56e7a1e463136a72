"""One mistake about what a book says gives one finding, at the field of the mistake."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
import yaml

from sopgen.lint import lint
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.sebab import causes
from sopgen.spec import read_buku
from tests.berlaku import write_berlaku

Data = dict[str, Any]
Change = Callable[[Data], object]
BUKU, SKCK = "buku.yaml", "sop/skck.yaml"
SINGKAT = "Perka BPOM Nomor 22 Tahun 2018 tentang SPP-IRT"
PUBLIK = "- Undang-Undang Nomor 25 Tahun 2019 tentang Pelayanan Publik (Lembaran Negara"
LEMBARAN = "PP No. 24 Th 2018 tentang OSS (Lembaran Negara RI Tahun 2018 Nomor 9);"


def entry(kode: str, **words: str) -> Change:
    """Write other words into the list of SOP."""

    def change(book: Data) -> None:
        next(one for one in book[BUKU]["sop"] if one["id"] == kode).update(words)

    return change


def unlisted(kode: str) -> Change:
    """Leave a SOP out of the list."""

    def change(book: Data) -> None:
        every = book[BUKU]["sop"]
        every.remove(next(one for one in every if one["id"] == kode))

    return change


def basis(text: str, n: int = 0) -> Change:
    """Put a basis into a SOP, before the n-th."""
    return lambda book: book[SKCK]["dasar_hukum"].insert(n, text)


def considered(text: str, n: int = 0) -> Change:
    """Put a basis into the decree, before the n-th."""
    return lambda book: book[BUKU]["keputusan"][0]["mengingat"].insert(n, text)


def respelled(n: int, old: str, new: str) -> Change:
    """Write something else into a basis of the decree."""

    def change(book: Data) -> None:
        every = book[BUKU]["keputusan"][0]["mengingat"]
        every[n] = every[n].replace(old, new, 1)

    return change


def called(kode: str, old: str, new: str) -> Change:
    """Call a pelaksana of a SOP otherwise, wherever it stands."""

    def change(book: Data) -> None:
        sop = book[f"sop/{kode}.yaml"]
        sop["pelaksana"] = [new if one == old else one for one in sop["pelaksana"]]
        for row in sop["kegiatan"]:
            for one in (row, *row.get("tambahan", ())):
                one.update({"pelaksana": new} if one["pelaksana"] == old else {})

    return change


def diktum(book: Data, n: int, text: str) -> None:
    book[BUKU]["keputusan"][0]["diktum"][n - 1] = text


def typed_out(old: str = "", new: str = "") -> Change:
    """Type the list of SOP out in diktum KEDUA."""

    def change(book: Data) -> None:
        names = [one["nama"].replace(old, new, 1) for one in book[BUKU]["sop"]]
        items = "".join(f"{n}. {nama};\n" for n, nama in enumerate(names, 1))
        diktum(book, 2, f"SOP dalam Diktum KESATU meliputi:\n{items[:-2]}.\n")

    return change


def both(*changes: Change) -> Change:
    return lambda book: [change(book) for change in changes]


#: What is wrong · the mistake · the only code · what stands on the line it is told at
MISTAKES: tuple[tuple[str, Change, str, str], ...] = (
    ("a name twice", entry("surat-keluar", nama="Surat Masuk"), "SOP152",
     "nama: Surat Masuk"),
    ("a name of another, far away", entry("kk", nama="Surat Keluar"), "SOP152",
     "nama: Surat Keluar"),
    ("a name twice, the list typed out",
     both(typed_out(), entry("surat-keluar", nama="Surat Masuk")), "SOP152",
     "nama: Surat Masuk"),
    ("a SOP that others name is not in the list", unlisted("surat-keluar"), "SOP917",
     "sop:"),
    ("a SOP with a document like others'", unlisted("kk"), "SOP917", "sop:"),
    ("not in the list that is typed out", both(typed_out(), unlisted("sktm")), "SOP917",
     "sop:"),
    ("a repealed base, short, at its end", basis(SINGKAT, 3), "SOP602", f"- {SINGKAT}"),
    ("a repealed base, short, at its beginning", basis(SINGKAT), "SOP602",
     f"- {SINGKAT}"),
    ("a repealed base of a decree, without a gazette",
     considered("Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Keuangan;"), "SOP602",
     "- Peraturan Pemerintah Nomor 58 Tahun 2005 tentang Keuangan;"),
    ("a repealed base of a decree, of another gazette", considered(LEMBARAN), "SOP602",
     f"- {LEMBARAN}"),
    ("a head in short", called(
        "koordinasi-kesra", "Kasi Kesejahteraan Rakyat", "Kasi Kesra"), "SOP219",
     "- Kasi Kesra"),
    ("the unit of another office", lambda book: book["sop/kk.yaml"].update(
        unit="Seksi Pelayanan Umum Kecamatan Pogalan"), "SOP734",
     "unit: Seksi Pelayanan Umum Kecamatan Pogalan"),
    ("a mistyped unit of time", lambda book: book["sop/kk.yaml"]["kegiatan"][2].update(
        waktu="10 mneit"), "SOP407", "waktu: 10 mneit"),
    ("a wrong year that is out of order", respelled(0, "Tahun 2009", "Tahun 2019"),
     "SOP606", PUBLIK),
    ("misspelt in the list that is typed out", typed_out("Koordinasi", "Kordinasi"),
     "SOP745", "13. Data Bahan Kordinasi Pemerintahan;"),
)  # fmt: skip


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a book without any finding."""
    return write_berlaku(tmp_path_factory.mktemp("berlaku"))


def found_in(office: Path) -> tuple[Diagnostic, ...]:
    reading = read_buku(office)
    linted = lint(reading.buku, reading.ketikan) if reading.buku else ()
    return causes((*reading.findings, *linted), reading.buku)


def changed(office: Path, change: Change) -> None:
    """Change the files of an office."""
    files = [office / BUKU, *sorted(office.glob("sop/*.yaml"))]
    before: Data = {
        file.relative_to(office).as_posix(): yaml.load(
            file.read_text(encoding="utf-8"), yaml.BaseLoader
        )
        for file in files
    }
    after = copy.deepcopy(before)
    change(after)
    for name, data in after.items():
        if data != before[name]:
            text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100)
            (office / name).write_text(text, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("change", "code", "line"),
    [row[1:] for row in MISTAKES],
    ids=[row[0] for row in MISTAKES],
)
def test_a_mistake_is_told_once_where_it_stands(
    change: Change, code: str, line: str, sound: Path, tmp_path: Path
) -> None:
    office = copytree(sound, tmp_path / "karangan")
    changed(office, change)
    found = found_in(office)
    assert [f.code for f in found] == [code]
    assert found[0].span.excerpt.strip().startswith(line)


@pytest.mark.slow
def test_a_keterkaitan_that_nothing_explains_is_told_beside_a_missing_sop(
    sound: Path, tmp_path: Path
) -> None:
    office = copytree(sound, tmp_path / "karangan")
    related = ["SOP Surat Keluar", "SOP Izin Keramaian"]
    changed(
        office,
        both(
            unlisted("surat-keluar"),
            lambda book: book["sop/skck.yaml"].update(keterkaitan=related),
        ),
    )
    assert {f.code for f in found_in(office)} == {"SOP917", "SOP117"}


@pytest.mark.parametrize(
    ("first", "following"),
    [("SOP601", "SOP605"), ("SOP601", "SOP630"), ("SOP721", "SOP760")],
)
def test_what_follows_in_the_same_field_is_told_elsewhere_only(
    first: str, following: str
) -> None:
    here, there = (Span(Source("buku.yaml"), line, 1) for line in (4, 9))
    cause = diagnose(first, "tidak dikenal", here)
    found = (cause, diagnose(following, "lain", here), diagnose(following, "b", there))
    assert causes(found, None) == (found[0], found[2])
