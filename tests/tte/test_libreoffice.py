"""Word's and Excel's files, printed by LibreOffice, are signed where the PDF is."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.libreoffice import print_all
from tests.tte.kantor import SK, SOP, built, codes, texts, write_tte

ALAMAT = "https://tte.uji.go.id/periksa?dokumen={}&tahun=2025"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what LibreOffice prints of the office's files, by their names."""
    folder = tmp_path_factory.mktemp("tte")
    made = built(write_tte(folder / "uji"), "docx", "xlsx")
    wanted = {"sk.docx": f"{SK}.docx", "sop.docx": f"{SOP}.docx"}
    wanted["lembar.xlsx"] = f"{SOP}.xlsx"
    for name, source in wanted.items():
        (folder / name).write_bytes(made[source])
    print_all([folder / name for name in wanted], folder)
    lo: Path = folder / "lo"
    return {name: (lo / name).with_suffix(".pdf").read_bytes() for name in wanted}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "dokumen"),
    [
        ("sk.docx", "keputusan-sk-1"), ("sop.docx", "sop-surat"),
        ("lembar.xlsx", "sop-surat"),
    ],
)  # fmt: skip
def test_tag_and_qr_are_found(
    printed: dict[str, bytes], name: str, dokumen: str
) -> None:
    pages = texts(printed[name])
    assert "".join(pages).count("#") == 1
    read = {one for page in codes(printed[name]) for one in page}
    assert read == {ALAMAT.format(dokumen)}


@pytest.mark.slow
def test_the_note_stands_on_the_pages_that_are_signed(
    printed: dict[str, bytes],
) -> None:
    for name in ("sk.docx", "sop.docx"):
        for page in texts(printed[name]):
            assert ("disiapkan untuk" in page) == ("elektronik oleh:" in page)
