"""``sopgen verify``: what it tells of signed PDF, and what it never lets pass."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.pdf_utils.writer import copy_into_new_writer
from pyhanko.sign.fields import (
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)

from sopgen.cli import sopgen
from sopgen.output import is_signed
from sopgen.render.pdf import write_pdf
from sopgen.render.pdf_field import with_fields
from sopgen.symbols import read_symbols
from tests.books import ROOT
from tests.render.test_pdf_field import TWO
from tests.verify.sealing import (
    LAMPAU,
    akar,
    akar_lain,
    camat,
    made,
    sealed,
    sekcam,
    write_akar,
)

pytestmark = pytest.mark.slow
FIELD, OTHER = "keputusan-sk-1", "sop-uji"
KNOWN = "belum tepercaya"
#: What of pyHanko says nothing of its types.
Dictionary: Any = generic.DictionaryObject
Name, Text = generic.NameObject, generic.TextStringObject


@pytest.fixture(scope="module")
def fielded() -> bytes:
    return with_fields(write_pdf(TWO, read_symbols()), TWO)


@pytest.fixture(scope="module")
def signed(fielded: bytes) -> bytes:
    return sealed(fielded, FIELD)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_akar(tmp_path)


def run(*args: object) -> Result:
    """Call sopgen; what it raises is no answer."""
    result = CliRunner().invoke(sopgen, ["verify", *map(str, args)])
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return result


def written(folder: Path, data: bytes, name: str = "keputusan.pdf") -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


def test_a_whole_signature_of_the_office_is_relied_on(
    tmp_path: Path, root: Path, signed: bytes
) -> None:
    result = run(written(tmp_path, signed), "--akar", root)
    assert result.exit_code == 0
    lines = result.output.splitlines()
    assert lines[0].endswith("keputusan.pdf: 1 tanda tangan, utuh dan tepercaya")
    assert re.search(rf"^  {FIELD}: Camat Uji, \d+ \w+ \d{{4}} pukul ", lines[1])
    assert lines[2].split(", ") == [
        "    utuh",
        "mencakup seluruh berkas",
        "tepercaya (penerbit Akar Kantor Uji)",
    ]
    assert OTHER in lines[3]


def test_programs_are_told_the_same(tmp_path: Path, root: Path, signed: bytes) -> None:
    file = written(tmp_path, signed)
    (one,) = json.loads(run(file, "--akar", root, "--json").output)
    (tanda,) = one["tanda_tangan"]
    assert (one["baik"], one["masalah"]) == (True, "")
    assert set(one["kolom_kosong"]) == {
        "di-antara-tautan", "keputusan-sk-1_2", OTHER,
    }  # fmt: skip
    assert (tanda["kolom"], tanda["penanda_tangan"]) == (FIELD, "Camat Uji")
    assert tanda["penerbit"] == "Akar Kantor Uji"
    assert {tanda["utuh"], tanda["seluruh_berkas"], tanda["tepercaya"]} == {True}
    assert (tanda["sebab"], tanda["jenis"]) == ([], "tanda tangan")


def test_without_a_root_nobody_is_trusted_and_it_says_why(
    tmp_path: Path, signed: bytes
) -> None:
    result = run(written(tmp_path, signed))
    assert result.exit_code == 1
    assert "utuh, mencakup seluruh berkas\n" in result.output
    assert f"{KNOWN}: penerbitnya belum dikenal" in result.output
    assert "--akar" in result.output


def test_another_office_is_not_trusted(tmp_path: Path, signed: bytes) -> None:
    other = write_akar(tmp_path, akar_lain())
    result = run(written(tmp_path, signed), "--akar", other)
    assert result.exit_code == 1
    assert f"{KNOWN}: penerbitnya tidak ada pada --akar" in result.output


def test_a_certificate_of_another_time_is_not_trusted(
    tmp_path: Path, root: Path, fielded: bytes
) -> None:
    old = sealed(fielded, FIELD, made("Camat Lama", akar(), LAMPAU))
    result = run(written(tmp_path, old), "--akar", root)
    assert result.exit_code == 1
    assert f"{KNOWN}: sertifikatnya tidak berlaku saat itu" in result.output


@pytest.mark.parametrize("form", ["pem", "der"])
def test_several_roots_are_read_from_pem_and_der(
    tmp_path: Path, signed: bytes, form: str
) -> None:
    other, own = tmp_path / "lain.pem", tmp_path / f"akar.{form}"
    other.write_bytes(akar_lain().pem)
    own.write_bytes(getattr(akar(), form))
    file = written(tmp_path, signed)
    assert run(file, "--akar", other, "--akar", own).exit_code == 0
    both = write_akar(tmp_path, akar_lain(), akar())
    assert run(file, "--akar", both).exit_code == 0


@pytest.mark.parametrize(
    "form", [SigSeedSubFilter.PADES, SigSeedSubFilter.ADOBE_PKCS7_DETACHED]
)
def test_a_chain_of_issuers_leads_to_the_root(
    tmp_path: Path, root: Path, fielded: bytes, form: SigSeedSubFilter
) -> None:
    """Certificates of BSrE are issued by one of its roots' own, and lie in the file."""
    camat = made("Camat Uji", made("Penerbit Uji", akar()))
    data = sealed(fielded, FIELD, camat, form)
    assert is_signed(data)
    result = run(written(tmp_path, data), "--akar", root)
    assert result.exit_code == 0
    assert "tepercaya (penerbit Penerbit Uji)" in result.output


PLACES = {
    "awal berkas": 0.0001,
    "isi halaman": 0.1,
    "huruf": 0.4,
    "tengah": 0.5,
    "akhir yang dibangun": 0.8,
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_flipped_byte_of_what_was_built_is_refused(
    tmp_path: Path, root: Path, signed: bytes, place: float
) -> None:
    built = signed.index(b"/ByteRange")
    data = bytearray(signed)
    data[round(built * place) + 20] ^= 1
    assert refused(tmp_path, root, bytes(data))


#: Words in what signing adds, and how far behind their beginning a byte is flipped.
WORDS = {
    "kolom": (b"/T (keputusan", 6),
    "bentang": (b"/ByteRange [0 ", 15),
    "tanda tangan": (b"/Contents <", 900),
    "sisa tempatnya": (b"000>", -90),
    "waktu": (b"/M (D", 10),
    "daftar objek": (b"startxref", 11),
}


@pytest.mark.parametrize(("word", "more"), WORDS.values(), ids=WORDS)
def test_a_flipped_byte_of_the_signature_is_refused(
    tmp_path: Path, root: Path, signed: bytes, word: bytes, more: int
) -> None:
    data = bytearray(signed)
    data[signed.rindex(word) + more] ^= 1
    assert refused(tmp_path, root, bytes(data))


def refused(folder: Path, root: Path, data: bytes) -> bool:
    """Tell whether a changed file is refused with a sentence."""
    result = run(written(folder, data), "--akar", root)
    words = ("tidak utuh", "rusak", "bukan PDF", "tidak mencakup", "tidak ada tanda")
    assert any(word in result.output for word in words)
    return result.exit_code == 1


def annotated(data: bytes) -> bytes:
    """Return a PDF with a note on its first page, added behind its end."""
    writer: Any = IncrementalPdfFileWriter(BytesIO(data))
    page = writer.root["/Pages"]["/Kids"][0]
    note = Dictionary(
        {
            Name("/Type"): Name("/Annot"),
            Name("/Subtype"): Name("/FreeText"),
            Name("/Contents"): Text("BATAL"),
        }
    )
    page["/Annots"].append(writer.add_object(note))
    writer.update_container(page["/Annots"])
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def test_what_is_added_later_is_named(
    tmp_path: Path, root: Path, signed: bytes
) -> None:
    for data in (signed + b"\n% catatan\n", annotated(signed)):
        result = run(written(tmp_path, data), "--akar", root)
        assert result.exit_code == 1
        assert "    utuh, tepercaya" in result.output
        assert "tidak mencakup seluruh berkas: " in result.output


def test_a_second_signature_leaves_the_first_one_whole(
    tmp_path: Path, root: Path, signed: bytes
) -> None:
    both = sealed(signed, OTHER, sekcam())
    result = run(written(tmp_path, both), "--akar", root)
    assert result.exit_code == 0
    assert "2 tanda tangan, utuh dan tepercaya" in result.output
    assert "sesudahnya ditambahkan: tanda tangan lain" in result.output
    assert "Sekretaris Uji" in result.output


def test_an_unsigned_file_is_none(tmp_path: Path, root: Path, fielded: bytes) -> None:
    plain = write_pdf(TWO, read_symbols())
    for data in (plain, fielded):
        result = run(written(tmp_path, data), "--akar", root)
        assert result.exit_code == 1
        assert "tidak ada tanda tangan" in result.output


def test_one_bad_file_fails_the_others(
    tmp_path: Path, root: Path, signed: bytes
) -> None:
    good = written(tmp_path, signed, "baik.pdf")
    bad = written(tmp_path, b"", "kosong.pdf")
    result = run(good, bad, "--akar", root)
    assert result.exit_code == 1
    assert "baik.pdf: 1 tanda tangan, utuh dan tepercaya" in result.output
    assert "kosong.pdf: berkas ini kosong" in result.output


def locked(data: bytes) -> bytes:
    """Return a PDF that asks for a password."""
    writer: Any = copy_into_new_writer(PdfFileReader(BytesIO(data)))
    writer.encrypt(owner_pass="rahasia", user_pass="rahasia")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def crowded(data: bytes) -> bytes:
    """Return a PDF with thousands of fields, its trailer as it should be."""
    writer: Any = IncrementalPdfFileWriter(BytesIO(data))
    append_signature_field(writer, SigFieldSpec("satu"))
    fields = writer.root["/AcroForm"]["/Fields"]
    for n in range(3000):
        made = Dictionary(
            {
                Name("/FT"): Name("/Sig"),
                Name("/T"): Text(f"kolom-{n}\x1b[31m"),
            }
        )
        fields.append(writer.add_object(made))
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def packed(kind: bytes, size: int) -> bytes:
    """Return a small PDF with a packed table or objects, large when unpacked."""
    inside = zlib.compress(bytes(size), 9)
    head = b"%%PDF-1.5\n1 0 obj\n<< /Type /%s /Filter /FlateDecode" % kind
    form = b" /W [1 4 2] /Size %d /Root 2 0 R /N 9 /First 9" % (size // 7)
    end = b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"
    return b"%s%s /Length %d >>\nstream\n%s%s" % (head, form, len(inside), inside, end)


HOSTILE = {
    "kosong": (lambda data: b"", "berkas ini kosong"),
    "bukan PDF": (lambda data: b"PK\x03\x04" * 500, "bukan PDF"),
    "terpotong": (lambda data: data[: len(data) // 2], "rusak"),
    "kepalanya saja": (lambda data: data[:9], "rusak"),
    "terkunci": (locked, "terkunci kata sandi"),
    "berputar": (
        lambda data: re.sub(rb"startxref\s+\d+", b"startxref\n15", data),
        "rusak",
    ),
    "daftar yang meledak": (lambda data: packed(b"XRef", 5_000_000), "terlalu besar"),
    "objek yang meledak": (lambda data: packed(b"ObjStm", 60_000_000), "terlalu besar"),
    "ditambah berkali-kali": (lambda data: data + b"startxref\n" * 999, "ditambah"),
    "ribuan kolom": (crowded, "tidak ada tanda tangan"),
}


@pytest.mark.parametrize(("make", "said"), HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_is_told_in_a_sentence(
    tmp_path: Path, root: Path, fielded: bytes, make: object, said: str
) -> None:
    assert callable(make)
    result = run(written(tmp_path, make(fielded)), "--akar", root)
    assert result.exit_code == 1
    assert said in result.output.splitlines()[0]
    assert "\x1b" not in result.output


def test_a_folder_or_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipa.pdf"
    os.mkfifo(pipe)
    result = run(tmp_path, pipe)
    assert result.exit_code == 1
    assert "ini folder, bukan berkas" in result.output
    assert "ini perangkat, bukan berkas" in result.output


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "BERKAS belum diisi"),
        (("tidak-ada.pdf",), "berkas `tidak-ada.pdf` tidak ada"),
        (("README.md", "--akar", "tidak-ada.pem"), "tidak dapat dibaca"),
        (("README.md", "--akar", "README.md"), "bukan sertifikat PEM atau DER"),
    ],
)
def test_mistakes_of_usage(
    monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(ROOT)
    result = run(*args)
    assert result.exit_code == 2
    assert said in result.output


HIDDEN = """
import sys
sys.modules["pyhanko"] = None
from sopgen.cli import main
sys.argv[1:] = ["verify", "README.md"]
main()
"""


def test_without_the_extra_it_says_how_to_get_it() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HIDDEN], cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 2
    assert "sopgen verify memerlukan pyHanko" in done.stderr
    assert 'pip install "sopgen[tanda-tangan]"' in done.stderr


def test_nothing_of_the_libraries_gets_on_the_screen(
    tmp_path: Path, signed: bytes
) -> None:
    """They log what they cannot build a path for, with a traceback."""
    file = written(tmp_path, signed)
    done = subprocess.run(
        [sys.executable, "-m", "sopgen", "verify", str(file)], cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, "")


def test_the_program_starts_without_pyhanko() -> None:
    line = (
        "import sys, sopgen.cli.app; sys.exit(any('hanko' in m for m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", line], cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)}, check=False,
    )  # fmt: skip
    assert done.returncode == 0


def test_the_key_of_another_signer_fits_no_certificate(
    tmp_path: Path, root: Path, fielded: bytes
) -> None:
    """A root must not be believed because it bears the name of the real one."""
    false = made("Akar Kantor Uji", None)
    forged = sealed(fielded, FIELD, made("Camat Uji", false))
    result = run(written(tmp_path, forged), "--akar", root)
    assert result.exit_code == 1
    assert KNOWN in result.output
    assert camat().sertifikat.issuer == false.sertifikat.subject
