"""The table of regulations, and how it is cited."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from sopgen.model.peraturan import BENTUK, Keberlakuan, kutip_lengkap, kutip_pendek
from sopgen.spec import read_buku
from sopgen.spec.peraturan import shipped
from tests.books import SHARED, needs_shared
from tests.spec.kantor import BUKU, SURAT, write_kantor

CIPTA_KERJA = (
    "Undang-Undang Nomor 6 Tahun 2023 tentang Penetapan Peraturan Pemerintah Pengganti "
    "Undang-Undang Nomor 2 Tahun 2022 tentang Cipta Kerja menjadi Undang-Undang "
    "(Lembaran Negara Republik Indonesia Tahun 2023 Nomor 41, Tambahan Lembaran Negara "
    "Republik Indonesia Nomor 6856)"
)
#: id · in a SOP · in a decree
KUTIPAN = (
    ("uu-25-2009", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
     "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik (Lembaran Negara "
     "Republik Indonesia Tahun 2009 Nomor 112, Tambahan Lembaran Negara Republik "
     "Indonesia Nomor 5038)"),
    ("uu-23-2014", "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah "
     "sebagaimana telah diubah beberapa kali, terakhir dengan Undang-Undang Nomor 6 "
     "Tahun 2023",
     "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara "
     "Republik Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik "
     "Indonesia Nomor 5587) sebagaimana telah diubah beberapa kali, terakhir dengan "
     + CIPTA_KERJA),
    ("permenpanrb-35-2012", "Peraturan Menteri Pendayagunaan Aparatur Negara dan "
     "Reformasi Birokrasi Nomor 35 Tahun 2012 tentang Pedoman Penyusunan Standar "
     "Operasional Prosedur Administrasi Pemerintahan",
     "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 35 "
     "Tahun 2012 tentang Pedoman Penyusunan Standar Operasional Prosedur Administrasi "
     "Pemerintahan (Berita Negara Republik Indonesia Tahun 2012 Nomor 649)"),
    ("perbup-trenggalek-34-2017", "Peraturan Bupati Trenggalek Nomor 34 Tahun 2017 "
     "tentang Penjabaran Tugas Kecamatan",
     "Peraturan Bupati Trenggalek Nomor 34 Tahun 2017 tentang Penjabaran Tugas "
     "Kecamatan"),
)  # fmt: skip


def cited(folder: Path, dasar: str) -> tuple[str, ...]:
    """Return how the SOP of the small office prints its bases."""
    text = SURAT.replace("dasar_hukum: [Undang-Undang;]", f"dasar_hukum: {dasar}")
    (folder / "sop/surat.yaml").write_text(text, encoding="utf-8")
    buku = read_buku(folder).buku
    assert buku is not None
    return tuple(one.isi for one in buku.sop[0].identitas.dasar_hukum)


@pytest.mark.parametrize(("kode", "pendek", "lengkap"), KUTIPAN)
def test_a_regulation_is_cited_short_in_a_sop_and_in_full_in_a_decree(
    kode: str, pendek: str, lengkap: str
) -> None:
    table, _ = shipped()
    assert kutip_pendek(table[kode], table) == pendek
    assert kutip_lengkap(table[kode], table) == lengkap


def test_the_shipped_table_is_sound_and_dated() -> None:
    table, found = shipped()
    assert found == ()
    for one in table.values():
        assert one.per is not None
        assert one.sumber, one.id
        assert re.search(rf"-{one.tahun}$", one.id), one.id
        region = [one.daerah.lower()] if one.daerah else []
        assert one.id.split("-")[:-2] == [one.jenis.lower(), *region], one.id
        assert bool(one.daerah) == (BENTUK[one.jenis].tingkat > 5), one.id
        if one.status in (Keberlakuan.DICABUT, Keberlakuan.DIUBAH):
            assert one.oleh, one.id


def found_out() -> dict[str, dict[str, Any]]:
    """Return the facts of both lists; the second one corrects the first."""
    facts: dict[str, dict[str, Any]] = {}
    for name in ("peraturan.yaml", "peraturan-2.yaml"):
        text = (SHARED / "standards" / name).read_text(encoding="utf-8")
        for fact in yaml.safe_load(text):
            facts[fact["id"]] = {**facts.get(fact["id"], {}), **fact}
    return facts


@needs_shared
def test_the_table_says_of_each_regulation_what_was_found_out() -> None:
    table, _ = shipped()
    for kode, fact in found_out().items():
        one = table[kode]
        assert (one.status, one.jenis, one.nomor, one.tahun, one.keyakinan) == (
            fact["status"], fact["jenis"], str(fact["nomor"]), fact["tahun"],
            fact["conf"],
        ), kode  # fmt: skip
        oleh = fact.get("oleh") or one.oleh
        found = (oleh,) if isinstance(oleh, str) else tuple(oleh)
        assert one.oleh == found or one.status is Keberlakuan.PERLU_VERIFIKASI, kode
        assert (
            fact.get("evidence") != "K"
            or one.perlu_verifikasi
            or (one.status is Keberlakuan.PERLU_VERIFIKASI)
        ), kode


def test_the_items_of_a_sop_end_in_a_semicolon_and_the_last_in_a_full_stop(
    tmp_path: Path,
) -> None:
    folder = write_kantor(tmp_path)
    assert cited(folder, "[{peraturan: uu-25-2009}, {peraturan: pp-17-2018}]") == (
        "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik;",
        "Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan.",
    )


def test_an_office_may_cite_by_id_in_its_own_words(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    own = "[{peraturan: uu-25-2009, teks: UU Pelayanan Publik}]"
    assert cited(folder, own) == ("UU Pelayanan Publik",)


@pytest.mark.parametrize("pasal", ["18 ayat (6)", "Pasal 18 ayat (6)"])
def test_an_article_stands_before_the_regulation(tmp_path: Path, pasal: str) -> None:
    folder = write_kantor(tmp_path)
    own = f"[{{peraturan: uud-nri-1945, pasal: {pasal}}}]"
    assert cited(folder, own) == (
        "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945.",
    )


@pytest.mark.parametrize(
    ("tahun", "ending"),
    [(2025, "Keamanan Pangan."), (2026, "Peraturan Pemerintah Nomor 1 Tahun 2026.")],
)
def test_a_book_cites_no_change_of_a_later_year(
    tmp_path: Path, tahun: int, ending: str
) -> None:
    folder = write_kantor(tmp_path)
    text = BUKU.replace("tahun: 2025", f"tahun: {tahun}")
    (folder / "buku.yaml").write_text(text, encoding="utf-8")
    (basis,) = cited(folder, "[{peraturan: pp-86-2019}]")
    assert basis.endswith(ending)


def test_a_decree_cites_by_id_with_its_gazette(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    text = BUKU.replace("[Undang-Undang Dasar;]", "[{peraturan: uu-25-2009}]")
    (folder / "buku.yaml").write_text(text, encoding="utf-8")
    buku = read_buku(folder).buku
    assert buku is not None
    (basis,) = buku.keputusan[0].mengingat
    assert basis.isi.endswith(
        "Tambahan Lembaran Negara Republik Indonesia Nomor 5038);"
    )


def test_an_office_adds_and_overrides_regulations(tmp_path: Path) -> None:
    folder = write_kantor(tmp_path)
    (folder / "peraturan.yaml").write_text(
        "per: 2026-02-01\nperaturan:\n"
        "  - {id: perbup-uji-1-2026, jenis: Perbup, daerah: Uji, nomor: 1,\n"
        "     tahun: 2026, tentang: Kecamatan, status: berlaku}\n"
        "  - {id: pp-17-2018, jenis: PP, nomor: 17, tahun: 2018, tentang: Kecamatan,\n"
        "     status: dicabut, oleh: perbup-uji-1-2026}\n",
        encoding="utf-8",
    )
    own = "[{peraturan: perbup-uji-1-2026}]"
    assert cited(folder, own) == (
        "Peraturan Bupati Uji Nomor 1 Tahun 2026 tentang Kecamatan.",
    )
    reading = read_buku(folder)
    assert reading.buku is not None
    assert reading.findings == ()
    table = reading.buku.peraturan
    assert table["pp-17-2018"].status is Keberlakuan.DICABUT
    assert table["uu-25-2009"].status is Keberlakuan.BERLAKU
