"""Findings speak to their reader: of files and keys, or of sheets and headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopgen.kosakata import BUKU_KERJA, FRASA, YAML
from sopgen.model.diagnostic import Diagnostic, Severity, Source, Span
from sopgen.model.kata import OPEN, SHUT, berkas, frasa, isian
from sopgen.pipeline import Wish, build, check
from sopgen.spec.exchange import export_workbook
from tests.books import ROOT
from tests.spec.kantor import write_kantor

WORDS = (
    (isian("status", "berlaku"), "`status: berlaku`", "Status `berlaku`"),
    (isian("pola_nomor_sop"), "`pola_nomor_sop`", "`Pola nomor SOP`"),
    (isian("id"), "`id`", "`Kode`"),
    (berkas("buku.yaml"), "buku.yaml", "lembar Buku"),
    (berkas("sop/surat.yaml"), "berkas `sop/surat.yaml`", "lembar SOP `surat`"),
    (f"isi {isian('ke')}, lalu", "isi `ke`, lalu", "isi `Ke`, lalu"),
    ("tanpa acuan `status: draf`", "tanpa acuan `status: draf`", None),
)
#: What only those know who write YAML.
YAML_WORDS = re.compile(
    r"\.yaml|\.md\b|YAML|`[a-z_]+: \S|kunci `|diawali `- `|folder sop|`[a-z]+_[a-z_]+`"
)


@pytest.mark.parametrize(("said", "yaml", "sheet"), WORDS)
def test_a_reference_has_two_names(said: str, yaml: str, sheet: str | None) -> None:
    finding = Diagnostic("SOP000", Severity.INFO, said, Span(Source("x")), said)
    assert YAML.said(finding).message == YAML.said(finding).saran == yaml
    assert BUKU_KERJA.said(finding).message == (sheet or yaml)


@pytest.mark.parametrize("name", [name for name, _, _ in FRASA])
def test_every_turn_of_phrase_is_used_and_leaves_no_sign(name: str) -> None:
    for kosakata in (YAML, BUKU_KERJA):
        said = kosakata.text(frasa(name))
        assert OPEN not in said
        assert SHUT not in said
    used = (f'frasa("{name}")', f"frasa('{name}')")
    files = (ROOT / "sopgen").rglob("*.py")
    assert any(one in f.read_text(encoding="utf-8") for f in files for one in used)


DAMAGES = (
    ("nama: Uji\n", ""),
    ("tahun: 2025", "tahun: dua ribu"),
    ("judul: BUKU SOP", "judul: BUKU SOP\nstatus: draf"),
    ("  - id: surat\n", "  - id: lain\n    nama: Lain\n  - id: surat\n"),
    ("keputusan: sk-1}", "keputusan: sk-9}"),
    ("penandatangan: camat", "penandatangan: lurah"),
)


@pytest.fixture
def kantor(tmp_path: Path) -> Path:
    return write_kantor(tmp_path / "uji")


@pytest.mark.parametrize("swap", DAMAGES, ids=[new or old for old, new in DAMAGES])
def test_no_sign_of_a_reference_reaches_a_reader(
    kantor: Path, swap: tuple[str, str]
) -> None:
    file = kantor / "buku.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(*swap), encoding="utf-8")
    found = check(kantor)
    assert found
    assert not any(OPEN in f"{one.message}{one.saran}" for one in found)


@pytest.mark.slow
@pytest.mark.parametrize("office", ["karangan", "kampak"])
def test_who_works_in_excel_is_told_nothing_of_yaml(
    office: str, tmp_path: Path
) -> None:
    file = tmp_path / f"{office}.xlsx"
    file.write_bytes(export_workbook(ROOT / "specs" / office).workbook)
    wish = Wish(file, tmp_path / "output", final=True)
    found = build(wish, lambda *_: None).findings
    assert any(one.code == "SOP711" for one in found) or office == "kampak"
    said = [f"{one.message} · {one.saran}" for one in found]
    assert [one for one in said if YAML_WORDS.search(one)] == []
