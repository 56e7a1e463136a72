"""Files are written whole or not at all, and failures are findings."""

import errno
import os
import resource
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Severity, Source, Span
from sopgen.output import (
    beside,
    here,
    relative_to,
    unwritten,
    write_whole,
)
from sopgen.output.writing import FOLDER


def test_a_file_is_written_with_its_folders(tmp_path: Path) -> None:
    assert write_whole(tmp_path / "a" / "b.pdf", b"isi") is None
    assert (tmp_path / "a" / "b.pdf").read_bytes() == b"isi"
    assert os.listdir(tmp_path / "a") == ["b.pdf"]


def test_a_folder_in_the_place_of_a_file_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "buku.pdf").mkdir()
    problem = write_whole(tmp_path / "buku.pdf", b"isi")
    assert problem
    assert problem.severity is Severity.ERROR
    assert "adalah folder" in problem.message
    assert os.listdir(tmp_path) == ["buku.pdf"]


def test_a_file_in_the_place_of_a_folder_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "sop").write_text("bukan folder")
    problem = write_whole(tmp_path / "sop" / "01.pdf", b"isi")
    assert problem
    assert "bukan folder" in problem.message
    assert (tmp_path / "sop").read_text() == "bukan folder"


@pytest.mark.parametrize("mode", [0o444, 0o400, 0o555, 0o060])
def test_a_read_only_file_is_not_replaced(tmp_path: Path, mode: int) -> None:
    file = tmp_path / "peta.svg"
    file.write_bytes(b"lama")
    file.chmod(mode)
    problem = write_whole(file, b"baru")
    assert problem
    assert (problem.code, problem.severity) == ("SOP957", Severity.ERROR)
    assert "hanya-baca" in problem.message
    file.chmod(0o644)
    assert file.read_bytes() == b"lama"
    assert os.listdir(tmp_path) == ["peta.svg"]


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="tanpa /proc")
def test_a_folder_that_cannot_be_written_is_a_finding() -> None:
    problem = write_whole(Path("/proc/sopgen/buku.pdf"), b"isi")
    assert problem
    assert problem.saran


#: Names of failures · what the sentence says · what it says to do.
TOLD = (
    ("EACCES", "tidak boleh ditulis;", "tutup berkas itu di program lain, atau pilih"),
    ("EROFS", "hanya dapat dibaca", "pilih tempat lain dengan --output"),
    ("ENOSPC", "media penuh", "kosongkan ruang, lalu ulangi"),
    ("ENOENT", "foldernya tidak ada lagi", "pilih tempat lain dengan --output"),
    ("EISDIR", "adalah folder", "pindahkan folder itu, atau pilih tempat lain"),
    ("ENAMETOOLONG", "namanya tidak dapat dipakai", "pakai nama yang pendek"),
    ("EIO", "sambungannya terputus", "sambungkan lagi, lalu ulangi"),
    ("EXDEV", "gagal ditulis (EXDEV)", "ulangi, atau pilih tempat lain"),
)


@pytest.mark.parametrize(("name", "why", "what"), TOLD)
def test_each_failure_says_what_happened_and_what_to_do(
    name: str, why: str, what: str
) -> None:
    problem = unwritten(Path("a.pdf"), OSError(getattr(errno, name), "English words"))
    assert why in problem.message
    assert "English" not in problem.message
    assert problem.saran.startswith(what)


def test_a_folder_that_may_not_be_written_is_no_open_file() -> None:
    problem = unwritten(Path("a"), OSError(errno.EACCES, ""), FOLDER)
    assert problem.message.startswith("folder keluaran tidak boleh ditulisi")
    assert problem.saran.startswith("minta izin menulis di sana")


@pytest.mark.parametrize("name", [name for name, *_ in TOLD])
def test_where_no_option_leads_elsewhere_none_is_named(name: str) -> None:
    problem = unwritten(Path("a.pdf"), OSError(getattr(errno, name), ""))
    for told in (beside(problem), here(problem)):
        assert "--output" not in told.saran
        assert told.saran
    assert "keluaran" not in beside(problem).message


def test_a_full_disk_leaves_the_old_file_whole(tmp_path: Path) -> None:
    target = tmp_path / "buku.pdf"
    target.write_bytes(b"lama")
    script = (
        "import resource, signal, sys; from pathlib import Path\n"
        "from sopgen.output import write_whole\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "found = write_whole(Path(sys.argv[1]), b'x' * 100_000)\n"
        "sys.exit(0 if found and found.saran else 1)"
    )
    assert resource.RLIMIT_FSIZE is not None
    env = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    line = [sys.executable, "-c", script, str(target)]
    done = subprocess.run(line, env=env, check=False)
    assert done.returncode == 0
    assert target.read_bytes() == b"lama"
    assert os.listdir(tmp_path) == ["buku.pdf"]


@pytest.fixture
def surat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with offices, from which they are built."""
    for name in ("surat/specs/uji", "surat/specs/uji-2", "lain"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "buku.yaml").touch()
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("root", "path", "told"),
    [
        ("surat/specs/uji", "surat/specs/uji/buku.yaml", "buku.yaml"),
        ("surat/specs/uji", "surat/specs/uji", "."),
        ("surat/specs/uji", "lain/buku.yaml", "../../../lain/buku.yaml"),
        ("surat/specs/uji", "surat/specs/uji-2/buku.yaml", "../uji-2/buku.yaml"),
        (".", "lain/buku.yaml", "lain/buku.yaml"),
        ("surat/specs/uji", "sopgen:naskah/penutup.md", "sopgen:naskah/penutup.md"),
        ("surat/specs/uji", "", ""),
    ],
)
@pytest.mark.parametrize("absolute", [True, False])
def test_every_place_is_told_from_the_office_however_it_was_typed(
    surat: Path, absolute: bool, root: str, path: str, told: str
) -> None:
    before = surat if absolute else Path()
    named = (before / path).as_posix() if (before / path).exists() and path else path
    span = Span(Source(named), 3, 1)
    found = replace(diagnose("SOP734", "salah", span), juga=(span,))
    (made,) = relative_to(before / root, findings=[found])
    assert [one.source.path for one in (made.span, *made.juga)] == [told, told]


def test_files_of_the_output_are_told_from_their_folder() -> None:
    one = Span(Source("output/uji/2025/buku.pdf"))
    found = diagnose("SOP959", "bertanda tangan", one)
    roots = (Path("specs/uji"), Path("output/uji/2025"))
    (made,) = relative_to(*roots, findings=[found])
    assert made.span.source.path == "buku.pdf"
