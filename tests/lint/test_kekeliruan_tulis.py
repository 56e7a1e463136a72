"""Slips in how texts are written: spelling, marks, capitals, blanks to fill in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sopgen.lint import lint
from sopgen.lint.tanda import check_tanda
from sopgen.model.buku import Buku
from sopgen.model.diagnostic import Severity, Span, Teks
from sopgen.model.ketikan import Ketikan
from tests.lint.berlaku import put, sheet, sop_of
from tests.lint.keliru import Change, cell, in_diktum, sentence
from tests.lint.rumpun import found_by, rules_in

OWN = rules_in(
    "belum_diisi daerah ejaan huruf_lembar huruf_sitiran kantor_lain kegiatan naskah "
    "penulisan salah_ketik sebutan_peraturan"
)
PELAYANAN = "Tahun 2009 tentang Pelayanan Publik"
PUTUS = "Standar ini dipakai oleh semua pegawai Kecamatan {{ kecamatan.nama }}"


def listed(kode: str, field: str, *texts: str) -> Change:
    """Write a list of the identity sheet anew."""
    return lambda buku: sheet(kode, field, *texts)(buku)[0]


def found_in(buku: Buku) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in found_by(OWN, buku)]


#: code · the mistake
WRONG: tuple[tuple[str, Change], ...] = (
    ("SOP745", sentence("Surat telah di tanda tangani Camat.")),
    ("SOP745", cell("kk", 2, "Berkas di serahkan kembali")),
    ("SOP745", sentence("Bahan disusun kedepan meja.")),
    ("SOP745", sentence("Petugas duduk di ke ke loket.")),
    ("SOP745", cell("skck", 4, "Sesuai frekwensi kunjungan")),
    ("SOP745", sentence("Pegawai dinilai menurut prosentase kehadiran.")),
    ("SOP745", sentence("Kontruksi gedung dan infrastuktur jalan ditinjau.")),
    ("SOP745", sentence(f"Layanan menurut undang-undang nomor 25 {PELAYANAN}.")),
    ("SOP745", sentence(f"Layanan menurut Undang-undang Nomor 25 {PELAYANAN}.")),
    ("SOP745", in_diktum(9, f"Undang-Undang nomor 25 {PELAYANAN} menjadi acuan.")),
    ("SOP763", sentence("Warga membawa KTP;KK asli.")),
    ("SOP763", sentence("Warga membawa berkas (asli),map, dan materi.")),
    ("SOP763", cell("kk", 1, "KTP,KK lama")),
    ("SOP763", sentence("Layanan dibuka pagi,, siang, dan sore.")),
    ("SOP763", in_diktum(3, PUTUS)),
    ("SOP763", in_diktum(1, "Menetapkan SOP dalam Lampiran Keputusan ini")),
    ("SOP762", listed("kk", "peralatan", "Komputer", "LEMARI ARSIP", "Cap dinas")),
    ("SOP762", listed("skck", "pencatatan", "BUKU REGISTER REKOMENDASI SKCK")),
    ("SOP762", listed("skck", "peralatan", "PENCETAK", "Kertas berkop")),
    ("SOP112", cell("kk", 2, "(isi catatan)")),
    ("SOP112", cell("kk", 2, "<nama petugas>")),
    ("SOP112", cell("kk", 2, "TODO")),
    ("SOP112", cell("kk", 2, "…")),
    ("SOP112", cell("kk", 2, "........")),
    ("SOP112", cell("skck", 2, "Dicatat dengan nomor ....")),
    ("SOP112", sentence("Kepala seksi adalah xxxx dan stafnya.")),
    ("SOP112", sentence("Layanan dibuka [tanggal mulai].")),
    ("SOP112", listed("kk", "peralatan", "Komputer", "[isi peralatan lain]")),
    ("SOP760", sentence("Warga Kabupaten Trengglek dilayani.")),
    ("SOP760", sentence("Camat Karangn membina desa.")),
)  # fmt: skip


@pytest.mark.parametrize(
    "case", WRONG, ids=[f"{code}-{n}" for n, (code, _) in enumerate(WRONG)]
)
def test_a_single_slip_is_told_once(case: tuple[str, Change], buku: Buku) -> None:
    code, change = case
    ((own, severity),) = found_in(change(buku))
    assert own == code
    assert severity is (Severity.ERROR if code == "SOP112" else Severity.WARNING)


#: What is a matter of taste is a note.
LIGHT: tuple[tuple[str, Change], ...] = (
    ("SOP745", sentence("Mesin antrian dipasang di loket.")),
    ("SOP745", sentence("Berkas di proses hari itu.")),
    ("SOP763", sentence("Layanan  dibuka pagi.")),
)


@pytest.mark.parametrize("case", LIGHT, ids=range(len(LIGHT)))
def test_what_is_a_matter_of_taste_is_a_note(
    case: tuple[str, Change], buku: Buku
) -> None:
    code, change = case
    assert found_in(change(buku)) == [(code, Severity.INFO)]


#: What looks like one of them and is right.
RIGHT: dict[str, Change] = {
    "the title of an older law": sentence(
        "Dasarnya Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah."),
    "a law without number": sentence("Setiap undang-undang dan peraturan ditaati."),
    "a number of a letter": sentence("Peraturan daerah itu dicatat dengan nomor urut."),
    "a number with a comma": sentence("Waktunya 1,5 jam dan nilainya 3,75."),
    "short forms": listed("kk", "peralatan", "ATK", "SIAK", "LCD", "SIPD", "Renja"),
    "an application": listed("kk", "pencatatan", "SIMPEG", "SRIKANDI"),
    "a form that lacks something": cell("kk", 2, "Formulir yang belum diisi ditolak"),
    "a remark on who fills in": cell("kk", 2, "Formulir (diisi oleh pemohon)"),
    "an ellipsis": sentence("Layanan dibuka pagi, siang, ... dan sore."),
    "a number in roman letters": sentence("Diatur dalam Bab XX dan lantai III."),
    "a diktum with a list": in_diktum(
        9, "Standar ini dipakai:\na. di loket; dan\nb. di kantor desa."),
    "a laboratory elsewhere": cell(
        "laik-sehat", 5, "Contoh air diuji laboratorium kesehatan Kota Madiun"),
    "a hospital elsewhere": cell("skck", 4, "Surat sehat dari RSUD Kabupaten Ponorogo"),
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("change", RIGHT.values(), ids=RIGHT)
def test_what_looks_like_a_slip_and_is_none(change: Change, buku: Buku) -> None:
    assert found_in(change(buku)) == []


#: A region that is named, and the own one that is put in its place.
REGIONS = (
    (sentence("Layanan bagi warga Kabupaten Ngawi."), "{{ kecamatan.kabupaten }}"),
    (sentence("Layanan bagi warga Kecamatan Tugu."), "{{ kecamatan.nama }}"),
    (cell("skck", 4, "Diteruskan kepada Bupati Ngawi"), "Trenggalek"),
    (cell("skck", 4, "Diteruskan kepada Camat Tugu"), "Karangan"),
)


@pytest.mark.slow
@pytest.mark.parametrize(("change", "own"), REGIONS, ids=range(len(REGIONS)))
def test_the_advice_names_the_own_region_of_that_kind(
    change: Change, own: str, buku: Buku
) -> None:
    (found,) = lint(change(buku))
    assert f"`{own}`" in found.saran


#: A text, and what of it has stars without an end.
STARS = (
    ("Loket depan (*front desk) dan *help desk* dibuka.", "*front desk) dan"),
    ("Ada **Catatan penting yang *harus* dibaca.", "**Catatan penting yang"),
    ("Mesin *queue dipasang.", "*queue dipasang."),
)
CLOSED = (
    "Loket depan (*front desk*), *help desk*, dan meng-*update* data.",
    "*) coret yang tidak perlu", "Biaya*1) dan 5*3 serta 4 * 2", "***dua*** kata",
    "**tebal dan *miring* juga**", r"\*bukan miring", "*bila ada",
)  # fmt: skip


def typed(text: str, buku: Buku) -> list[str]:
    span: Span = buku.keputusan[0].diktum[0].span
    return [
        one.message for one in check_tanda([Ketikan(("diktum",), Teks(text, span))])
    ]


@pytest.mark.parametrize(("text", "words"), STARS)
def test_stars_without_an_end_are_told(text: str, words: str, buku: Buku) -> None:
    (message,) = typed(text, buku)
    assert f"`{words}`" in message


@pytest.mark.parametrize("text", CLOSED)
def test_stars_that_end_or_mean_something_else_are_not_told(
    text: str, buku: Buku
) -> None:
    assert typed(text, buku) == []


@pytest.mark.slow
def test_of_two_sop_of_one_name_that_whose_code_says_another_is_told(
    buku: Buku,
) -> None:
    keluar = sop_of(buku, "surat-keluar")
    wrong = put(buku, replace(keluar, nama="Surat Masuk"))
    told = [one for one in lint(wrong) if one.code == "SOP152"]
    assert [one.span for one in told] == [keluar.at("nama")]
