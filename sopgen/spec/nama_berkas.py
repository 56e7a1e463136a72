"""Names in a spec that Windows cannot have: a spec must be able to move there."""

from __future__ import annotations

from collections.abc import Iterator

from sopgen.model.diagnose import diagnose_lightly
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.kata import berkas
from sopgen.model.nama_windows import why_not
from sopgen.spec.files import Files
from sopgen.spec.folders import FOLDERS

KODE, BUKU = "SOP928", "buku.yaml"
#: Folders of which names are codes: those that come to the same are told already.
CODED = ("sop",)


def unmovable(files: Files) -> Iterator[Diagnostic]:
    """Yield findings for files of an office that could not lie on Windows."""
    if why := why_not(files.id):
        saran = "ganti nama folder atau berkasnya, atau kode kantornya"
        yield _told(f"nama kantor `{files.id}` {why}", files.place(BUKU), saran)
    for sub in FOLDERS:
        yield from _in_folder(files, sub)


def _in_folder(files: Files, sub: str) -> Iterator[Diagnostic]:
    first: dict[str, str] = {}
    for name in files.names(sub):
        span = files.place(f"{sub}/{name}")
        if why := why_not(name):
            what = f"nama {berkas(f'{sub}/{name}')} {why}"
            yield _told(what, span, "ganti namanya, dan kode yang menyebutnya")
        other = first.setdefault(name.casefold(), name)
        if other != name and sub not in CODED:
            what = f"{berkas(f'{sub}/{name}')} dan {berkas(f'{sub}/{other}')}"
            yield _told(f"{what} hanya berbeda huruf besarnya", span, "ganti namanya")


def _told(what: str, span: Span, saran: str) -> Diagnostic:
    return diagnose_lightly(KODE, f"{what}; tidak dapat ada di Windows", span, saran)
