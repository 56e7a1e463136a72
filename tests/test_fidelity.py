"""The two books say what their sources say, and the check says what is wrong with it.

What was found in the sources stands in ../shared/standards/form-and-defects.md, 6.1
and 6.2; here each defect that is still in the specs has the code that tells it.
"""

from __future__ import annotations

import pytest
import yaml

from sopgen.lint import lint
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.spec import read_buku
from tests.books import OFFICES, ROOT, SEEDS, SHARED, needs_shared

pytestmark = pytest.mark.slow

#: book · defect · code · file · words of the message
DEFECTS: tuple[tuple[str, str, str, str, str], ...] = (
    ("karangan", "A-01", "SOP123", "buku.yaml", "tanpa tanggal"),
    ("karangan", "A-02", "SOP730", "naskah/kata_pengantar.md", "tahun 2020"),
    ("karangan", "A-02", "SOP730", "naskah/pendahuluan.md", "Tahun 2020"),
    ("karangan", "A-03", "SOP744", "naskah/kata_pengantar.md", "akan disusun"),
    ("karangan", "A-04", "SOP732", "naskah/kata_pengantar.md", "Tatanan Normal Baru"),
    ("karangan", "A-04", "SOP732", "naskah/pendahuluan.md", "Covid-19"),
    ("karangan", "A-04", "SOP732", "naskah/penutup.md", "pandemi"),
    ("karangan", "A-04", "SOP732", "buku.yaml", "diktum KETIGA"),
    ("karangan", "A-12", "SOP745", "buku.yaml", "ijin"),
    ("karangan", "A-14", "SOP735", "buku.yaml", "lampiran sk-19"),
    ("karangan", "A-14", "SOP735", "buku.yaml", "daftar isi"),
    ("karangan", "A-16", "SOP744", "naskah/pendahuluan.md", "sejak tahun 1988"),
    ("karangan", "A-18", "SOP611", "naskah/pendahuluan.md", "Nomor 52 Tahun 2011"),
    ("karangan", "A-19", "SOP744", "naskah/pendahuluan.md", "kecamatan-kecamatan"),
    ("karangan", "A-23", "SOP124", "buku.yaml", "kode pos"),
    ("karangan", "A-24", "SOP736", "buku.yaml", "sk-19"),
    ("karangan", "A-24", "SOP746", "buku.yaml", "09.1"),
    ("karangan", "A-25", "SOP114", "buku.yaml", "188.45"),
    ("karangan", "A-25", "SOP114", "buku.yaml", "065"),
    ("karangan", "A-26", "SOP743", "buku.yaml", "era tatanan normal baru"),
    ("karangan", "A-29", "SOP744", "buku.yaml", "perlu adanya dalam"),
    ("karangan", "A-30", "SOP738", "buku.yaml", "huruf"),
    ("karangan", "A-31", "SOP602", "buku.yaml", "Nomor 10 Tahun 2004"),
    ("karangan", "A-31", "SOP602", "buku.yaml", "Nomor 32 Tahun 2004"),
    ("karangan", "A-31", "SOP602", "buku.yaml", "Nomor 33 Tahun 2004"),
    ("karangan", "A-31", "SOP602", "buku.yaml", "Nomor 72 Tahun 2005"),
    ("karangan", "A-31", "SOP602", "buku.yaml", "PER/21/M.PAN/11/2008"),
    ("karangan", "A-31", "SOP612", "buku.yaml", "Lembaran Negara"),
    ("karangan", "A-32", "SOP606", "buku.yaml", "Nomor 49 Tahun 2010"),
    ("karangan", "A-33", "SOP609", "buku.yaml", "Keputusan Presiden"),
    ("karangan", "A-34", "SOP607", "buku.yaml", "Nomor 33 Tahun 2004"),
    ("karangan", "A-35", "SOP613", "buku.yaml", "Nomor 59 Tahun 2014"),
    ("karangan", "A-35", "SOP740", "buku.yaml", "mengingat nomor 12"),
    ("karangan", "A-37", "SOP739", "buku.yaml", "KESATU"),
    ("karangan", "A-37", "SOP744", "buku.yaml", "tidak terpisahkan"),
    ("karangan", "A-38", "SOP744", "buku.yaml", "meliputi Keputusan"),
    ("karangan", "A-39", "SOP741", "buku.yaml", "KEDUA"),
    ("karangan", "A-42", "SOP742", "buku.yaml", "tentang"),
    ("karangan", "A-45", "SOP125", "buku.yaml", "SOP.1/"),
    ("kampak", "B-11", "SOP744", "naskah/kata_pengantar.md", "telah tersusun SOP"),
    ("kampak", "B-18", "SOP744", "naskah/pendahuluan.md", "menyebabkan"),
    ("kampak", "B-19", "SOP744", "naskah/pendahuluan.md", "pelayanan prima"),
    ("kampak", "B-26", "SOP744", "buku.yaml", "Business Proses"),
    ("kampak", "B-27", "SOP738", "buku.yaml", "huruf"),
    ("kampak", "B-28", "SOP608", "buku.yaml", "Nomor 15 Tahun 2019"),
    ("kampak", "B-28", "SOP603", "buku.yaml", "Nomor 12 Tahun 2011"),
    ("kampak", "B-29", "SOP608", "buku.yaml", "Nomor 23 Tahun 2014"),
    ("kampak", "B-29", "SOP603", "buku.yaml", "Nomor 23 Tahun 2014"),
    ("kampak", "B-30", "SOP603", "buku.yaml", "Nomor 87 Tahun 2014"),
    ("kampak", "B-31", "SOP607", "buku.yaml", "Nomor 35 Tahun 2012"),
    ("kampak", "B-32", "SOP607", "buku.yaml", "Nomor 120 Tahun 2018"),
    ("kampak", "B-33", "SOP612", "buku.yaml", "Nomor 4 Tahun 2010"),
    ("kampak", "B-35", "SOP737", "buku.yaml", "Menetapkan"),
    ("kampak", "B-37", "SOP739", "buku.yaml", "KESATU"),
    ("kampak", "B-38", "SOP742", "buku.yaml", "tanggal"),
    ("kampak", "B-40", "SOP114", "buku.yaml", "065"),
    ("kampak", "B-41", "SOP115", "sop/adminduk.yaml", "SOP 1–3"),
    ("kampak", "B-43", "SOP122", "sop/adminduk.yaml", "Kasi Pelayanan"),
    ("kampak", "B-44", "SOP606", "sop/adminduk.yaml", "Nomor 24 Tahun 2006"),
    ("kampak", "B-44", "SOP602", "sop/adminduk.yaml", "Nomor 37 Tahun 2007"),
    ("kampak", "B-45", "SOP602", "sop/adminduk.yaml", "Nomor 25 Tahun 2008"),
    ("kampak", "B-46", "SOP121", "sop/adminduk.yaml", "SOP 1–3"),
    ("kampak", "B-47", "SOP117", "sop/adminduk.yaml", "Permohonan Dokumen"),
    ("kampak", "B-47", "SOP116", "sop/skck-sktm.yaml", "SKCK dan SKTM"),
    ("kampak", "B-47", "SOP116", "sop/legalisasi.yaml", "Legalisasi"),
    ("kampak", "B-48", "SOP118", "sop/adminduk.yaml", "SOP 1–3"),
    ("kampak", "B-48", "SOP745", "sop/adminduk.yaml", "antrian"),
    ("kampak", "B-49", "SOP119", "sop/skck-sktm.yaml", "SOP 2–3"),
    ("kampak", "B-52", "SOP120", "sop/adminduk.yaml", "SOP 1–3"),
    ("kampak", "B-53", "SOP402", "sop/adminduk.yaml", "0 menit"),
    ("kampak", "B-53", "SOP402", "sop/legalisasi.yaml", "0 menit"),
    ("kampak", "B-54", "SOP401", "sop/legalisasi.yaml", "`6`"),
    ("kampak", "B-55", "SOP403", "sop/adminduk.yaml", "1 menit"),
    ("kampak", "B-56", "SOP212", "sop/adminduk.yaml", "4 `Validasi"),
    ("kampak", "B-57", "SOP744", "sop/adminduk.yaml", "permohonan formulir"),
    ("kampak", "B-58", "SOP211", "sop/adminduk.yaml", "6 `Penyerahan"),
    ("kampak", "B-60", "SOP213", "sop/adminduk.yaml", "`5`"),
    ("kampak", "B-62", "SOP404", "sop/skck-sktm.yaml", "milik SOP 3"),
    ("kampak", "B-67", "SOP747", "buku.yaml", "sesudah daftar isi"),
)
#: More corrections than this are an edition of our own, not the source's.
MOST = {"karangan": 35, "kampak": 45}


def book(name: str) -> Buku:
    """Return a shipped book."""
    buku = read_buku(ROOT / "specs" / name).buku
    assert buku is not None
    return buku


@pytest.fixture(scope="module")
def findings() -> dict[str, tuple[Diagnostic, ...]]:
    """Return what is found in the text of each book."""
    return {name: lint(book(name)) for name in OFFICES}


@pytest.mark.parametrize(
    "defect", DEFECTS, ids=[f"{one[1]}-{one[2]}-{n}" for n, one in enumerate(DEFECTS)]
)
def test_what_is_wrong_in_a_source_book_is_told(
    defect: tuple[str, str, str, str, str],
    findings: dict[str, tuple[Diagnostic, ...]],
) -> None:
    name, _, code, file, words = defect
    told = [
        f"{f.message} {f.saran}"
        for f in findings[name]
        if f.code == code and f.span.source.path.endswith(f"{name}/{file}")
    ]
    assert any(words in text for text in told), told


@pytest.mark.parametrize("name", OFFICES)
def test_a_statement_of_the_office_blocks_no_build(
    name: str, findings: dict[str, tuple[Diagnostic, ...]]
) -> None:
    assert [f for f in findings[name] if f.severity is Severity.ERROR] == []


@pytest.mark.parametrize("name", OFFICES)
def test_no_finding_is_told_twice(
    name: str, findings: dict[str, tuple[Diagnostic, ...]]
) -> None:
    told = [(f.code, f.span.label) for f in findings[name] if f.code != "SOP744"]
    assert len(told) == len(set(told))


def test_the_bases_of_karangan_s_procedures_come_from_the_table() -> None:
    for sop in book("karangan").sop:
        assert sop.identitas.dasar_hukum
        assert all(one.peraturan for one in sop.identitas.dasar_hukum), sop.id


@needs_shared
@pytest.mark.parametrize("name", OFFICES)
def test_every_correction_is_of_something_the_source_says(name: str) -> None:
    seed = SHARED / "seeds" / SEEDS.get(name, "")
    if not seed.is_file():
        pytest.skip("tanpa buku sumber")
    text = seed.read_text(encoding="utf-8")
    koreksi = (ROOT / "specs" / name / "koreksi.yaml").read_text(encoding="utf-8")
    entries = yaml.safe_load(koreksi)
    assert len(entries) <= MOST[name]
    for entry in entries:
        assert entry["tertulis"] in text, entry
        assert len(str(entry["alasan"])) > 8, entry
        text = text.replace(entry["tertulis"], str(entry.get("menjadi") or ""))
