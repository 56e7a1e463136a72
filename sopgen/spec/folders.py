"""Tell when a folder of a spec cannot be read, or goes by another name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Source, Span
from sopgen.model.kata import frasa
from sopgen.model.salah_ketik import nearest
from sopgen.openable import UNREADABLE_SARAN, broken_link, unread
from sopgen.spec.findings import quoted

#: The folders of a spec, and how the files in them end.
FOLDERS = {"sop": ".yaml", "naskah": ".md"}
#: Files that an office may do without, so that nobody misses one with another name.
SPARE = ("koreksi.yaml", "peraturan.yaml")


def listed(folder: Path) -> tuple[str, ...]:
    """Return the names in a folder, without hidden files; or raise OSError."""
    names = sorted(entry.name for entry in folder.iterdir())
    return tuple(n for n in names if not n.startswith(".") and not n.endswith("~"))


def fault_of(office: Path, sub: str) -> Diagnostic | None:
    """Return why a folder of an office cannot be read; nothing if it can.

    A folder that is not there is no fault, unless another one looks like it.
    """
    folder = office / sub
    try:
        listed(folder)
    except OSError as error:
        return _unlisted(office, sub, error)
    if folder.resolve().is_relative_to(office.resolve()):
        return None
    message = f"folder {sub} menunjuk ke luar {frasa('folder')}"
    saran = f"salin isinya ke dalam `{office.as_posix()}`"
    return _error("SOP918", message, folder, saran)


def _unlisted(office: Path, sub: str, error: OSError) -> Diagnostic | None:
    folder = office / sub
    if isinstance(error, NotADirectoryError):
        message = f"{sub} ini berkas, padahal harus folder"
        saran = f"buat folder `{sub}`, lalu pindahkan berkas itu"
        return _error("SOP918", message, folder, saran)
    if isinstance(error, FileNotFoundError) and not broken_link(folder):
        return _misnamed(office, sub)
    return _error("SOP903", f"folder {sub} {unread(error)}", folder, UNREADABLE_SARAN)


def _misnamed(office: Path, sub: str) -> Diagnostic | None:
    """Return the finding for a folder that seems to have another name."""
    close = nearest(sub, _candidates(office, sub))
    if not close:
        return None
    message = f"folder {sub} tidak ada; mungkin maksudnya {quoted(close[0])}"
    saran = f"ganti nama folder itu menjadi `{sub}`"
    return _error("SOP918", message, office / sub, saran)


def _candidates(office: Path, sub: str) -> list[str]:
    """Return the folders of an office that hold such files, or cannot be read."""
    found = []
    try:
        names = listed(office)
    except OSError:  # a folder may be entered without being listed
        return []
    for name in names:
        try:
            inside = listed(office / name)
        except NotADirectoryError:
            continue
        except OSError:
            found.append(name)
        else:
            if any(file.casefold().endswith(FOLDERS[sub]) for file in inside):
                found.append(name)
    return [name for name in found if name not in FOLDERS]


def unused(office: Path) -> Iterator[Diagnostic]:
    """Yield findings for files whose names are nearly, but not, those that are read."""
    try:
        names = listed(office)
    except OSError:
        return
    for wanted in SPARE:
        if wanted not in names and (name := _like(wanted, names)):
            yield diagnose(
                "SOP917",
                "berkas ini tidak dibaca karena namanya",
                Span(Source((office / name).as_posix())),
                f"mungkin maksudnya {quoted(wanted)}; ganti namanya",
            )


def _like(wanted: str, names: Iterable[str]) -> str | None:
    """Return the name that differs from the wanted one in letters or suffix alone."""
    stems = {Path(name).stem.casefold(): name for name in names if name not in SPARE}
    close = nearest(Path(wanted).stem, stems)
    return stems[close[0]] if close else None


def _error(code: str, message: str, folder: Path, saran: str) -> Diagnostic:
    span = Span(Source(folder.as_posix()))
    return diagnose(code, message, span, saran)
