"""What staff changed in a built file is never lost, and never mixed with the new."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from sopgen.model.diagnostic import Severity
from sopgen.output import digest
from sopgen.pipeline import Result, Wish, build
from tests.processes import tree
from tests.spec.kantor import write_kantor

pytestmark = pytest.mark.slow
DECREE, BOOK = "keputusan-1.docx", "buku.docx"
WORD = {"formats": ("docx",)}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with an office whose book was built as DOCX."""
    write_kantor(tmp_path / "specs/uji")
    assert told(built(tmp_path, **WORD)) == []
    return tmp_path


def built(place: Path, **wishes: object) -> Result:
    wish = Wish(place / "specs/uji", place / "output", **wishes)  # type: ignore[arg-type]
    return build(wish, lambda *_: None)


def told(result: Result) -> list[tuple[str, str]]:
    """Return the findings about files of the output: their codes and files."""
    return [(f.code, Path(f.span.label).name) for f in result.told]


def output(place: Path) -> Path:
    return place / "output/uji/2025"


def suntingan(place: Path) -> dict[str, bytes]:
    return tree(output(place) / "suntingan")


def entry(place: Path, name: str) -> dict[str, object]:
    listed = json.loads((output(place) / "manifest.json").read_text(encoding="utf-8"))
    (found,) = [one for one in listed["berkas"] if one["berkas"] == name]
    return dict(found)


def edit(place: Path, name: str, text: bytes = b"suntingan") -> bytes:
    """Save a file anew, as Word would; return what stands in it."""
    file = output(place) / name
    file.write_bytes(file.read_bytes() + text)
    return file.read_bytes()


def respell(place: Path) -> None:
    """Change the spec so that every page changes."""
    file = place / "specs/uji/buku.yaml"
    text = file.read_text(encoding="utf-8")
    assert "nama: Surat Masuk" in text
    text = text.replace("nama: Surat Masuk", "nama: Surat Dinas").replace(
        "Menetapkan SOP.", "Menetapkan SOP ini."
    )
    file.write_text(text, encoding="utf-8")


def test_an_edited_file_is_kept_with_what_it_was_made_from(place: Path) -> None:
    first = (output(place) / DECREE).read_bytes()
    edited = edit(place, DECREE)
    os.utime(output(place) / DECREE, (1_000_000_000, 1_000_000_000))
    result = built(place, **WORD)
    assert told(result) == [("SOP958", DECREE)]
    assert result.told[0].severity is Severity.WARNING
    assert "`suntingan/keputusan-1-1.docx`" in result.told[0].message
    assert suntingan(place) == {
        "keputusan-1-1.docx": edited,
        "keputusan-1-1-asli.docx": first,
    }
    kept = output(place) / "suntingan/keputusan-1-1.docx"
    assert kept.stat().st_mtime == 1_000_000_000
    assert (output(place) / DECREE).read_bytes() == first


def test_what_it_was_made_from_is_kept_though_the_spec_changed(place: Path) -> None:
    first = (output(place) / DECREE).read_bytes()
    edited = edit(place, DECREE)
    respell(place)
    built(place, **WORD)
    assert suntingan(place) == {
        "keputusan-1-1.docx": edited,
        "keputusan-1-1-asli.docx": first,
    }
    now = (output(place) / DECREE).read_bytes()
    assert now not in (first, edited)
    assert entry(place, DECREE)["sha256"] == digest(now)


def test_where_it_is_not_to_be_had_nothing_else_is_called_so(place: Path) -> None:
    edited = edit(place, DECREE)
    shutil.rmtree(place / "output/.asli")
    respell(place)
    result = built(place, **WORD)
    assert suntingan(place) == {"keputusan-1-1.docx": edited}
    assert "asli" not in result.told[0].saran


def test_edits_that_follow_each_other_are_all_kept(place: Path) -> None:
    edits = []
    for text in (b"satu", b"dua", b"tiga"):
        edits.append(edit(place, DECREE, text))
        built(place, **WORD)
    kept = suntingan(place)
    assert [kept[f"keputusan-1-{n}.docx"] for n in (1, 2, 3)] == edits


def test_a_place_that_is_taken_is_not_taken_again(place: Path) -> None:
    folder = output(place) / "suntingan"
    folder.mkdir()
    (folder / "keputusan-1-1-asli.docx").write_bytes(b"milik staf")
    edited = edit(place, DECREE)
    built(place, **WORD)
    assert suntingan(place)["keputusan-1-1-asli.docx"] == b"milik staf"
    assert suntingan(place)["keputusan-1-2.docx"] == edited


def test_an_untouched_file_is_replaced_without_a_word(place: Path) -> None:
    before = (output(place) / DECREE).read_bytes()
    respell(place)
    assert told(built(place, **WORD)) == []
    assert (output(place) / DECREE).read_bytes() != before
    assert not (output(place) / "suntingan").exists()


@pytest.mark.parametrize("listing", [None, b"", b"{", b"[]", b'{"berkas": 3}', b"\xff"])
def test_without_a_manifest_whatever_differs_may_be_an_edit(
    place: Path, listing: bytes | None
) -> None:
    if listing is None:
        (output(place) / "manifest.json").unlink()
    else:
        (output(place) / "manifest.json").write_bytes(listing)
    edited = edit(place, DECREE)
    assert told(built(place, **WORD)) == [("SOP958", DECREE)]
    assert suntingan(place)["keputusan-1-1.docx"] == edited


def test_without_a_manifest_what_is_the_same_is_silent(place: Path) -> None:
    (output(place) / "manifest.json").unlink()
    assert told(built(place, **WORD)) == []


def test_files_of_a_build_that_was_killed_are_known_again(place: Path) -> None:
    listing = (output(place) / "manifest.json").read_bytes()
    respell(place)
    built(place, **WORD)
    (output(place) / "manifest.json").write_bytes(listing)  # it never came to that
    (place / "specs/uji/koreksi.yaml").unlink()
    write_kantor(place / "specs/uji")
    assert told(built(place, **WORD)) == []


@pytest.mark.parametrize(
    ("wishes", "name"),
    [
        ({"only": frozenset({"keputusan"}), "formats": ("docx",)}, "keputusan.docx"),
        ({"sop": frozenset({1}), "formats": ("docx",)}, "sop/01-surat.docx"),
        ({"formats": ("svg",)}, "sop/01-surat.svg"),
        ({"formats": ("xlsx",)}, "buku.xlsx"),
    ],
)
def test_a_build_of_parts_keeps_edits_too(
    place: Path, wishes: dict[str, object], name: str
) -> None:
    built(place, **wishes)
    edited = edit(place, name)
    other = edit(place, BOOK)
    base = Path(name)
    assert told(built(place, **wishes)) == [("SOP958", base.name)]
    assert suntingan(place)[f"{base.stem}-1{base.suffix}"] == edited
    assert (output(place) / BOOK).read_bytes() == other
    assert entry(place, BOOK)["sha256"] != digest(other)


def rename_sop(place: Path) -> None:
    """Give the SOP another code, as a whole."""
    folder = place / "specs/uji"
    (folder / "sop/surat.yaml").rename(folder / "sop/agenda.yaml")
    text = (folder / "buku.yaml").read_text(encoding="utf-8")
    text = text.replace("id: surat", "id: agenda")
    (folder / "buku.yaml").write_text(text, encoding="utf-8")


def test_an_edited_file_that_is_no_longer_made_stays_and_is_told(place: Path) -> None:
    built(place)
    edited = edit(place, "sop/01-surat.docx")
    rename_sop(place)
    assert told(built(place)) == [("SOP958", "01-surat.docx")]
    left = {f.name for f in (output(place) / "sop").glob("01-surat.*")}
    assert left == {"01-surat.docx"}
    assert (output(place) / "sop/01-surat.docx").read_bytes() == edited
    assert (output(place) / "sop/01-agenda.docx").is_file()


def test_what_was_kept_is_never_swept_or_moved(place: Path) -> None:
    edit(place, DECREE)
    built(place)
    kept = suntingan(place)
    names = ["keputusan-1-1.docx", "keputusan-1-1-asli.docx"]
    listing = [
        {"berkas": f"suntingan/{name}", "sha256": digest(kept[name])} for name in names
    ]
    text = json.dumps({"berkas": listing})
    (output(place) / "manifest.json").write_text(text, encoding="utf-8")
    rename_sop(place)
    built(place)
    built(place)
    assert suntingan(place) == kept


SIGNATURE = b"""
99 0 obj
<</Type /Sig /SubFilter /ETSI.CAdES.detached /ByteRange [0 840 960 240]
/Contents <308204>>>
endobj
"""


def test_a_signed_file_stays_and_is_named(place: Path) -> None:
    built(place, formats=("pdf",))
    signed = edit(place, "keputusan-1.pdf", SIGNATURE)
    before = entry(place, "keputusan-1.pdf")
    respell(place)
    result = built(place)
    assert told(result) == [("SOP959", "keputusan-1.pdf")]
    assert {f.severity for f in result.told} == {Severity.WARNING}
    assert (output(place) / "keputusan-1.pdf").read_bytes() == signed
    assert entry(place, "keputusan-1.pdf") == before
    assert not (output(place) / "suntingan").exists()


def test_a_signed_file_that_is_no_longer_made_stays_too(place: Path) -> None:
    built(place)
    signed = edit(place, "sop/01-surat.pdf", SIGNATURE)
    rename_sop(place)
    assert told(built(place)) == [("SOP959", "01-surat.pdf")]
    assert (output(place) / "sop/01-surat.pdf").read_bytes() == signed


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("keputusan-1.pdf", b"\n99 0 obj\n<</FT /Sig /T (Camat)>>\nendobj\n"),
        ("keputusan-1.pdf", b"\n% /ByteRange, /Sig\n"),
        ("keputusan-1.docx", SIGNATURE),
    ],
)
def test_what_is_only_prepared_for_a_signature_is_not_signed(
    place: Path, name: str, text: bytes
) -> None:
    built(place)
    edit(place, name, text)
    assert told(built(place)) == [("SOP958", name)]


def test_a_read_only_file_is_refused_and_the_rest_goes_on(place: Path) -> None:
    file, before = output(place) / DECREE, entry(place, DECREE)
    old = edit(place, DECREE)
    file.chmod(0o444)
    respell(place)
    result = built(place, **WORD)
    assert told(result) == [("SOP957", DECREE)]
    assert result.told[0].severity is Severity.ERROR
    assert file.read_bytes() == old
    assert entry(place, DECREE) == before
    assert not (output(place) / "suntingan").exists()
    assert [f.path.name for f in result.files] == [BOOK, "01-surat.docx"]
    assert entry(place, BOOK)["sha256"] == digest((output(place) / BOOK).read_bytes())
    file.chmod(0o644)
    assert told(built(place, **WORD)) == [("SOP958", DECREE)]
    assert suntingan(place)["keputusan-1-1.docx"] == old


def test_a_read_only_file_with_nothing_new_is_fine(place: Path) -> None:
    (output(place) / DECREE).chmod(0o444)
    assert told(built(place, **WORD)) == []


def test_a_read_only_file_is_not_swept_either(place: Path) -> None:
    built(place)
    (output(place) / "sop/01-surat.svg").chmod(0o444)
    rename_sop(place)
    assert told(built(place)) == [("SOP958", "01-surat.svg")]
    assert (output(place) / "sop/01-surat.svg").is_file()


def test_a_read_only_manifest_is_refused_as_well(place: Path) -> None:
    listing = output(place) / "manifest.json"
    before = listing.read_bytes()
    listing.chmod(0o444)
    respell(place)
    assert told(built(place, **WORD)) == [("SOP957", "manifest.json")]
    assert listing.read_bytes() == before


def test_an_edit_that_cannot_be_kept_is_not_replaced(place: Path) -> None:
    edited = edit(place, DECREE)
    (output(place) / "suntingan").write_text("bukan folder")
    result = built(place, **WORD)
    assert [code for code, _ in told(result)] == ["SOP951"]
    assert (output(place) / DECREE).read_bytes() == edited
    assert len(result.files) == 2


def test_a_link_to_an_edited_file_loses_neither(place: Path) -> None:
    file = output(place) / DECREE
    edited = edit(place, DECREE)
    elsewhere = place / "Keputusan Pak Camat.docx"
    file.rename(elsewhere)
    file.symlink_to(elsewhere)
    assert told(built(place, **WORD)) == [("SOP958", DECREE)]
    assert elsewhere.read_bytes() == edited
    assert suntingan(place)["keputusan-1-1.docx"] == edited


def test_a_manifest_does_not_tell_where_it_was_built(
    place: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sop = place / "specs/uji/sop/surat.yaml"
    text = sop.read_text(encoding="utf-8").replace("    waktu: 5 menit\n", "")
    sop.write_text(text, encoding="utf-8")
    other = tmp_path_factory.mktemp("lain") / "kantor"
    shutil.copytree(place / "specs/uji", other / "uji")
    built(place, **WORD)
    monkeypatch.chdir(other)
    build(Wish(Path("uji"), Path("hasil"), formats=("docx",)), lambda *_: None)
    ours = (output(place) / "manifest.json").read_bytes()
    assert (other / "hasil/uji/2025/manifest.json").read_bytes() == ours
    assert b'"tempat": "sop/surat.yaml:5:13"' in ours
