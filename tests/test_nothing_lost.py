"""Whatever a spec says stands on the paper, however much of it there is."""

import re
import zipfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from lxml import etree
from openpyxl import load_workbook

from sopgen.pipeline import Result, Wish, build
from tests.spec.kantor import BUKU, SURAT, write_kantor, write_lambang

pytestmark = pytest.mark.slow
LONG = " ".join(f"kata{n}" for n in range(700))


def built(folder: Path, **wishes: object) -> Result:
    wish = Wish(folder, folder.parent / "output", **wishes)  # type: ignore[arg-type]
    return build(wish, lambda *_: None)


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+\d+", text.lower()))


def printed(folder: Path) -> set[str]:
    """Return the words of the book that stand within the paper."""
    found: set[str] = set()
    (file,) = (folder.parent / "output").rglob("buku.pdf")
    with pdfium.PdfDocument(file) as pdf:
        for page in pdf:
            width, height = page.get_size()
            inside = page.get_textpage().get_text_bounded(
                10, 10, width - 10, height - 10
            )
            found |= words(str(inside))
    return found


def items(count: int, of_words: int = 1) -> str:
    return "".join(
        "\n  - " + " ".join(f"butir{n}x{k}" for k in range(of_words))
        for n in range(count)
    )


@pytest.mark.parametrize("paper", ["F4", "A4"])
@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("dasar_hukum", items(40, 12)),
        ("peralatan", items(200)),
        ("peringatan", f" [{LONG}]"),
        ("unit", f" {LONG}"),
        ("tanggal_efektif", f" {LONG}"),
    ],
)
def test_an_identity_sheet_goes_on_over_as_many_pages_as_it_needs(
    tmp_path: Path, paper: str, field: str, text: str
) -> None:
    folder = write_kantor(tmp_path / "uji")
    sop = re.sub(rf"(?m)^{field}:.*$", "", SURAT) + f"{field}:{text}\n"
    (folder / "sop" / "surat.yaml").write_text(sop)
    (folder / "buku.yaml").write_text(f"{BUKU}kertas: {paper}\n")
    built(folder)
    assert words(text) <= printed(folder)


@pytest.mark.parametrize("field", ["uraian", "kelengkapan", "output", "keterangan"])
@pytest.mark.parametrize("row", ["Menerima", "Memeriksa", "Menyimpan"])
def test_a_row_higher_than_a_page_is_whole_in_every_file(
    tmp_path: Path, field: str, row: str
) -> None:
    folder = write_kantor(tmp_path / "uji")
    long = " ".join(f"kata{n}" for n in range(1500))
    new = f"- uraian: {row} surat\n    {field}: {long}"
    if field == "uraian":
        new = f"- uraian: {row} surat {long}"
    assert f"- uraian: {row} surat" in SURAT
    text = SURAT.replace(f"- uraian: {row} surat", new)
    (folder / "sop" / "surat.yaml").write_text(text)
    built(folder)
    assert words(long) <= printed(folder)
    for suffix, part in (("docx", "word/document"), ("xlsx", "xl/worksheets/")):
        (file,) = (tmp_path / "output").rglob(f"buku.{suffix}")
        assert words(long) <= words(inside(file, part)), suffix


def inside(file: Path, prefix: str) -> str:
    """Return the text in some parts of an Office file."""
    with zipfile.ZipFile(file) as archive:
        names = [name for name in archive.namelist() if name.startswith(prefix)]
        data = (archive.read(name) for name in names if name.endswith(".xml"))
        return " ".join(" ".join(etree.fromstring(one).itertext()) for one in data)


def test_no_row_of_a_sheet_is_taller_than_excel_knows(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    text = SURAT.replace("Memeriksa surat", f"Memeriksa {LONG} {LONG} {LONG}")
    (folder / "sop" / "surat.yaml").write_text(text)
    built(folder)
    (file,) = (tmp_path / "output").rglob("01-surat.xlsx")
    sheet = load_workbook(file).worksheets[0]
    heights = [row.height for row in sheet.row_dimensions.values() if row.height]
    assert 300 < max(heights) <= 409


@pytest.mark.parametrize(("count", "divided"), [(3, 0), (60, 1)])
def test_word_divides_only_rows_that_are_very_high(
    tmp_path: Path, count: int, divided: int
) -> None:
    folder = write_kantor(tmp_path / "uji")
    listed = f"dasar_hukum:{items(count, 12)}"
    text = SURAT.replace("dasar_hukum: [Undang-Undang;]", listed)
    (folder / "sop" / "surat.yaml").write_text(text)
    built(folder)
    (file,) = (tmp_path / "output").rglob("01-surat.docx")
    with zipfile.ZipFile(file) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    rows = [row for row in root.iter("{*}tr") if row.find("{*}trPr") is not None]
    free = [row for row in rows if row.find("{*}trPr/{*}cantSplit") is None]
    assert len(free) == divided


def test_a_sheet_breaks_between_the_items_of_its_lists(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    listed = f"dasar_hukum:{items(60, 25)}"
    text = SURAT.replace("dasar_hukum: [Undang-Undang;]", listed)
    beside = f"kualifikasi_pelaksana:{items(70, 4)}"
    text = text.replace("kualifikasi_pelaksana: [Mampu mengagendakan surat]", beside)
    (folder / "sop" / "surat.yaml").write_text(text)
    built(folder)
    (file,) = (tmp_path / "output").rglob("01-surat.xlsx")
    sheet = load_workbook(file).worksheets[0]
    breaks = [one.id for one in sheet.row_breaks.brk]
    texts = {c.coordinate: str(c.value) for row in sheet.iter_rows() for c in row}
    kept = [
        (area.min_row, area.max_row)
        for area in sheet.merged_cells.ranges
        if "x24" in texts[area.coord.partition(":")[0]]
    ]
    assert len(breaks) > 2
    assert len(kept) > 8
    assert not [b for b in breaks for first, last in kept if first <= b < last]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "menimbang: [bahwa perlu;]",
            "menimbang:" + items(60, 9).replace("  -", "      -"),
        ),
        (
            "diktum: [Menetapkan SOP.]",
            "diktum:" + items(25, 9).replace("  -", "      -"),
        ),
        ("nama: Surat Masuk", f"nama: {LONG}"),
        ("judul: BUKU SOP", f"judul: {LONG}"),
    ],
)
def test_long_texts_of_a_book_are_all_printed(
    tmp_path: Path, old: str, new: str
) -> None:
    folder = write_kantor(tmp_path / "uji")
    assert old in BUKU
    (folder / "buku.yaml").write_text(BUKU.replace(old, new))
    result = built(folder)
    assert result.files
    assert words(new) <= printed(folder)


def test_the_diktum_are_counted_in_words_however_many(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    many = "diktum:" + items(13).replace("  -", "      -")
    (folder / "buku.yaml").write_text(BUKU.replace("diktum: [Menetapkan SOP.]", many))
    built(folder)
    (file,) = (tmp_path / "output").rglob("keputusan-1.pdf")
    with pdfium.PdfDocument(file) as pdf:
        text = " ".join(str(p.get_textpage().get_text_bounded()) for p in pdf)
    for name in ("KESATU", "KESEPULUH", "KESEBELAS", "KEDUA BELAS", "KETIGA BELAS"):
        assert name in text


def test_who_signs_for_the_camat_is_named_below_him(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path / "uji")
    other = "jabatan: Sekretaris Kecamatan\n    kapasitas: an"
    (folder / "buku.yaml").write_text(BUKU.replace("jabatan: Camat Uji", other))
    built(folder)
    (file,) = (tmp_path / "output").rglob("keputusan-1.pdf")
    with pdfium.PdfDocument(file) as pdf:
        text = str(pdf[len(pdf) - 1].get_textpage().get_text_bounded())
    assert re.search(r"a\.n\. CAMAT UJI\s+SEKRETARIS KECAMATAN,", text)


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        ("buku.yaml", "nama: Uji", 'nama: "Uji 😀"', "SOP113"),
        ("sop/surat.yaml", "Menerima surat", "Menerima 中文 surat", "SOP113"),
        ("sop/surat.yaml", "Menerima surat", '"Menerima {{ tahun }}"', "SOP722"),
        ("buku.yaml", "judul: BUKU SOP", 'judul: "{% if 0 %}x{% endif %}"', "SOP721"),
        ("buku.yaml", "Menetapkan SOP.", '"Menetapkan { tahun }}."', "SOP721"),
        ("buku.yaml", "Menetapkan SOP.", '"{{ kecamatn.nama }}"', "SOP721"),
        ("buku.yaml", "Menetapkan SOP.", '"{{ tahun | uper }}"', "SOP721"),
        ("buku.yaml", "judul: BUKU SOP", 'judul: "BUKU\\x07 SOP"', "SOP907"),
        ("sop/surat.yaml", "unit: Sekretariat", "unit: (isi unit)", "SOP112"),
        ("sop/surat.yaml", "peralatan: [Buku agenda]", "", "SOP109"),
    ],
)
def test_what_the_paper_cannot_show_is_told(
    tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    folder = write_kantor(tmp_path / "uji")
    text = (folder / file).read_text()
    assert old in text
    (folder / file).write_text(text.replace(old, new))
    result = built(folder)
    assert result.files
    assert code in {f.code for f in result.findings}


@pytest.mark.parametrize(
    "wishes",
    [
        {"sop": frozenset({99})},
        {"only": frozenset({"penutup"})},
        {"only": frozenset({"sampul"}), "formats": ("svg",)},
    ],
)
def test_a_wish_that_nothing_fulfils_is_told(
    tmp_path: Path, wishes: dict[str, object]
) -> None:
    result = built(write_kantor(tmp_path / "uji"), **wishes)
    assert not result.files
    told = [f.saran for f in result.findings if f.code == "SOP953"]
    assert len(told) == 1
    advised = "(tambahkan penutup pada susunan)" in told[0]
    assert advised == (wishes.get("only") == {"penutup"})


def test_a_folder_that_cannot_be_made_is_told_once(tmp_path: Path) -> None:
    folder = write_lambang(write_kantor(tmp_path / "uji"))
    (tmp_path / "output").write_text("bukan folder")
    result = built(folder)
    assert [f.code for f in result.findings] == ["SOP951"]
