"""A basis without its gazette is told in which one its kind is published."""

from __future__ import annotations

from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.spec import read_buku
from tests.spec.kantor import BUKU, write_kantor

CASES = (
    (["Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;"],
     "tanpa Lembaran Negara:", ["Lembaran Negara Republik Indonesia"]),
    (["Peraturan Menteri Dalam Negeri Nomor 99 Tahun 2017 tentang Uji;"],
     "tanpa Berita Negara:", ["Berita Negara Republik Indonesia"]),
    (["Peraturan Bupati Sukaraya Nomor 7 Tahun 2021 tentang Uji;"],
     "tanpa Berita Daerah:", ["Berita Daerah Kabupaten Sukaraya"]),
    (["Peraturan Bupati Nomor 7 Tahun 2021 tentang Uji;"],
     "tanpa Berita Daerah:", ["Berita Daerah Kabupaten Trenggalek"]),
    (["Peraturan Gubernur Jawa Timur Nomor 7 Tahun 2021 tentang Uji;"],
     "tanpa Berita Daerah:", ["Berita Daerah Provinsi Jawa Timur"]),
    (["Peraturan Wali Kota Blitar Nomor 7 Tahun 2021 tentang Uji;"],
     "tanpa Berita Daerah:", ["Berita Daerah Kota Blitar"]),
    (["Peraturan Daerah Kabupaten Trenggalek Nomor 7 Tahun 2021 tentang Uji;"],
     "tanpa Lembaran Daerah:", ["Lembaran Daerah Kabupaten Trenggalek"]),
    (["Undang-Undang Nomor 43 Tahun 2009 tentang Kearsipan;",
      "Peraturan Bupati Trenggalek Nomor 7 Tahun 2021 tentang Uji;"],
     "tanpa Lembaran Negara atau Berita Daerah:",
     ["Lembaran Negara Republik Indonesia", "Berita Daerah Kabupaten Trenggalek"]),
)  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case[0][-1][:40] for case in CASES])
def test_the_gazette_is_that_of_the_kind(
    case: tuple[list[str], str, list[str]], tmp_path: Path
) -> None:
    bases, message, gazettes = case
    write_kantor(tmp_path)
    listed = "mengingat:\n" + "".join(f"      - {one}\n" for one in bases)
    text = BUKU.replace("mengingat: [Undang-Undang Dasar;]\n", listed)
    (tmp_path / "buku.yaml").write_text(text, encoding="utf-8")
    buku = read_buku(tmp_path).buku
    assert buku is not None
    (one,) = (f for f in lint(buku) if f.code == "SOP612")
    assert one.message.startswith(message)
    forms = [part.partition(" Tahun")[0] for part in one.saran.split("(")[1:]]
    assert forms == gazettes
