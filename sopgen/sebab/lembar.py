"""What follows from a sheet of a workbook that was not read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sopgen.model.diagnostic import Diagnostic, Hal, Pokok, Severity

TANPA_LEMBAR, KOSONG, TAK_DIPAHAMI = "SOP950", "SOP921", "SOP954"
#: A decree that the order of the book names and nobody knows.
TAK_DIKENAL = "SOP702"
#: All decrees, whatever they are called.
SEMUA_KEPUTUSAN = Hal(Pokok.KEPUTUSAN)


def of_lost_sheets(found: Sequence[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what lacks because its sheet does, which is told there.

    A sheet that is likely the one that lacks is told once.
    """
    lost = [f for f in found if f.code == TANPA_LEMBAR]
    errors = {f.span for f in lost if f.severity is Severity.ERROR}
    yield from (f for f in found if f.code == KOSONG and f.span in errors)
    for one in lost:
        if one.severity is not Severity.ERROR and one.span in errors:
            yield one
    if any(f.tentang == SEMUA_KEPUTUSAN for f in lost):
        yield from (f for f in found if f.code == TAK_DIKENAL)
        yield from (f for f in found if f.code == TAK_DIPAHAMI and _of_decree(f))


def _of_decree(finding: Diagnostic) -> bool:
    hal = finding.tentang
    return hal is not None and hal.pokok is Pokok.KEPUTUSAN
