"""``sopgen build``: what it prints and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sopgen.cli import sopgen
from tests.spec.kantor import SURAT, write_kantor, write_lambang


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return ``sopgen build uji`` in a folder with that office."""
    monkeypatch.setenv("SOPGEN_DEBUG", "1")
    monkeypatch.chdir(tmp_path)
    write_kantor(tmp_path / "specs/uji")

    def call(*args: str) -> Result:
        result = CliRunner().invoke(sopgen, ["build", "uji", *args])
        assert isinstance(result.exception, SystemExit | None)
        return result

    return call


@pytest.mark.slow
def test_a_build_closes_with_files_pages_and_findings(
    run: Callable[..., Result],
) -> None:
    result = run()
    assert result.exit_code == 0
    last = result.stdout.splitlines()
    assert last[0] == "9 berkas; buku 6 halaman di output/uji/2025"
    assert last[-1].startswith("temuan: ")
    assert Path("output/uji/2025/buku.pdf").is_file()


@pytest.mark.slow
def test_json_is_one_object_and_nothing_else(run: Callable[..., Result]) -> None:
    result = run("--json", "--format", "svg", "--output", "hasil")
    made = json.loads(result.output)
    assert made["nama"] == "uji"
    assert [one["berkas"] for one in made["berkas"]] == [
        "hasil/uji/2025/sop/01-surat.svg"
    ]


def test_quiet_prints_errors_only(run: Callable[..., Result]) -> None:
    assert run("--quiet", "--format", "svg").output == ""
    text = SURAT.replace("pelaksana: Camat", "pelaksana: Camatt")
    Path("specs/uji/sop/surat.yaml").write_text(text, encoding="utf-8")
    result = run("--quiet", "--format", "svg")
    assert result.exit_code == 1
    assert "kesalahan[SOP201]" in result.output
    assert "warning" not in result.output


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (("--only", "keputusan,sampul"), "4 berkas; 2 halaman di output/uji/2025"),
        (("--sop", "1"), "4 berkas; 3 halaman di output/uji/2025/sop"),
        (("--format", "svg"), "1 berkas; 1 halaman di output/uji/2025/sop"),
    ],
)
def test_pages_are_counted_once_however_many_formats_have_them(
    run: Callable[..., Result], args: tuple[str, ...], told: str
) -> None:
    assert run(*args).stdout.splitlines()[0] == told


@pytest.mark.slow
def test_off_a_terminal_every_format_is_a_line(run: Callable[..., Result]) -> None:
    assert run("--kerja", "1").stderr.splitlines() == [
        "[1/9] pdf", "[4/9] docx", "[7/9] xlsx", "[9/9] svg",
    ]  # fmt: skip
    shared = run("--kerja", "3", "--ulang").stderr.splitlines()
    assert {line.partition(" ")[2] for line in shared} == {"pdf", "docx", "xlsx", "svg"}
    assert len(shared) == 4


MANY = "".join(f"  - {{id: sop-{n}, nomor: {n}, nama: SOP {n}}}\n" for n in (5, 6, 9))


@pytest.mark.parametrize(
    ("sop", "missing"), [("99", "99"), ("1,99", "99"), ("1-8", "2–4, 7–8")]
)
def test_a_number_that_no_sop_has_is_a_mistake_of_usage(
    run: Callable[..., Result], sop: str, missing: str
) -> None:
    file = Path("specs/uji/buku.yaml")
    file.write_text(file.read_text(encoding="utf-8") + MANY, encoding="utf-8")
    result = run("--sop", sop)
    assert result.exit_code == 2
    assert f"sopgen: SOP nomor {missing} tidak ada\n" in result.stderr
    assert "nomor yang ada: 1, 5–6, 9\n" in result.stderr
    assert not Path("output").exists()


@pytest.mark.slow
def test_what_is_told_of_files_is_told_by_the_build(
    run: Callable[..., Result],
) -> None:
    run("--format", "docx")
    file = Path("output/uji/2025/keputusan-1.docx")
    file.write_bytes(file.read_bytes() + b"suntingan")
    result = run("--format", "docx")
    assert result.exit_code == 0
    assert f"{file}: peringatan[SOP958]: berkas ini diubah" in result.stderr
    assert result.stdout.splitlines()[-1].startswith("temuan: 2 peringatan")
    file.write_bytes(file.read_bytes() + b"suntingan")
    file.chmod(0o444)
    result = run("--format", "docx")
    assert result.exit_code == 1
    assert f"{file}: kesalahan[SOP957]" in result.stderr
    assert result.stdout.startswith("2 berkas; ")


def test_only_one_part_of_one_format_is_built(run: Callable[..., Result]) -> None:
    assert run("--only", "keputusan", "--format", "pdf").exit_code == 0
    made = sorted(f.name for f in Path("output/uji/2025").iterdir())
    assert made == ["keputusan.pdf", "manifest.json"]


def test_an_output_that_cannot_be_written_is_a_finding(
    run: Callable[..., Result],
) -> None:
    Path("penuh").write_text("", encoding="utf-8")
    result = run("--output", "penuh")
    assert result.exit_code == 1
    assert "kesalahan[SOP9" in result.output
    assert "tidak ada berkas yang dibuat" in result.output


def test_what_no_signed_book_may_have_is_an_error_of_a_final_build(
    run: Callable[..., Result],
) -> None:
    draft = run("--format", "svg")
    assert (draft.exit_code, "SOP131" in draft.output) == (0, False)
    final = run("--format", "svg", "--final", "--output", "final")
    assert final.exit_code == 1
    assert "specs/uji/buku.yaml:3:1: kesalahan[SOP131]" in final.output
    assert not Path("final").exists()
    told = json.loads(run("--final", "--json").output)["temuan"]
    assert [one["tingkat"] for one in told if one["kode"] == "SOP131"] == ["error"]


def test_a_book_with_nothing_open_is_built_final(run: Callable[..., Result]) -> None:
    write_lambang(Path("specs/uji"))
    assert run("--format", "svg", "--final").exit_code == 0
    listed = json.loads(Path("output/uji/2025/manifest.json").read_text("utf-8"))
    assert not [f for f in listed["temuan"] if f["tingkat"] == "error"]
