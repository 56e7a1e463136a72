"""What forbids a book to be built, or to be built for signature."""

from __future__ import annotations

from collections.abc import Iterable

from sopgen.model.buku import Buku, Keputusan, Reading
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity
from sopgen.model.kata import isian
from sopgen.model.sop import Sop, Status
from sopgen.parts.templates import WITHHELD

#: What is said of files and folders that are there but out of reach.
UNREAD = frozenset({"SOP903", "SOP918"})


def unread(reading: Reading) -> bool:
    """Return whether part of a spec is out of reach: files, or a whole folder.

    What is built without it must not take the place of what was built with it.
    """
    return any(finding.code in UNREAD for finding in reading.findings)


def withheld(found: Iterable[Diagnostic]) -> bool:
    """Return whether nothing may be built, not even to be looked at."""
    return any(finding.code == WITHHELD for finding in found)


def refusals(buku: Buku, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return why a final build is refused: drafts, and errors still open.

    ``found`` is as ``for_final`` returns it.  What is a draft with the book alone is
    not told beside it.
    """
    parts: tuple[tuple[str, Buku | Keputusan | Sop], ...] = (
        ("buku", buku),
        *((f"keputusan {k.id}", k) for k in buku.keputusan),
        *((f"SOP {s.nomor} {s.nama}", s) for s in buku.sop),
    )
    drafts = [
        (what, one.span)
        for what, one in parts
        if one.status is Status.DRAF
        and (buku.status is Status.BERLAKU or one is buku or one.letak.said("status"))
    ]
    made = [
        diagnose(
            "SOP711",
            f"{what} masih draf; --final tidak membangun draf",
            span,
            f"setelah diperiksa tulis {isian('status', 'berlaku')}, "
            "atau bangun tanpa --final",
        )
        for what, span in drafts
    ]
    errors = sum(f.severity is Severity.ERROR for f in found)
    if errors:
        made.append(
            diagnose(
                "SOP712",
                f"masih ada {errors} kesalahan; --final tidak membangunnya",
                buku.span,
                "perbaiki kesalahan di atas, atau bangun tanpa --final",
            )
        )
    return tuple(made)
