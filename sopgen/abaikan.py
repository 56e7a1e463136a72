"""Leave out the findings that an office has looked at and found right.

Nothing that makes a page wrong is ever left out, nor what no book for signature may
carry: an entry that wants to is told, and so is one that leaves out nothing any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sopgen.model.abaikan import Abaikan
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Severity, Span
from sopgen.model.nilai import dataclass
from sopgen.model.temuan import TABEL

MENDING = "perbaiki yang ditemukan, lalu hapus isian ini"


@dataclass(frozen=True, slots=True)
class Heard:
    """The findings that are told, and those that are not for they are right."""

    findings: tuple[Diagnostic, ...]
    diabaikan: tuple[Diagnostic, ...] = ()

    def only(self, asked: Callable[[str], bool]) -> Heard:
        """Return those of codes that are asked for."""
        return Heard(
            tuple(f for f in self.findings if asked(f.code)),
            tuple(f for f in self.diabaikan if asked(f.code)),
        )


@dataclass(frozen=True, slots=True)
class Words:
    """In which words a finding may be meant: its message, or the text it is about.

    ``said`` are the ways in which a finding is told; ``texts`` are those of the book
    at their places.
    """

    said: tuple[Callable[[Diagnostic], Diagnostic], ...]
    texts: Mapping[Span, str]

    def hold(self, isi: str, finding: Diagnostic) -> bool:
        """Tell whether some words occur in one of them."""
        meant = _plain(isi)
        return any(meant in _plain(text) for text in self._of(finding))

    def _of(self, finding: Diagnostic) -> Iterator[str]:
        yield from (say(finding).message for say in self.said)
        yield finding.span.excerpt
        yield self.texts.get(finding.span, "")


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def leave_out(
    found: Sequence[Diagnostic], entries: Iterable[Abaikan], words: Words
) -> Heard:
    """Return findings without those that fit an entry and may be left out."""
    silenced: set[Diagnostic] = set()
    told: list[Diagnostic] = []
    for one in entries:
        fitting = [f for f in found if _fits(one, f, words)]
        kept = [f for f in fitting if not _may_be_left_out(f)]
        silenced.update(f for f in fitting if f not in kept)
        if kept or not TABEL[one.kode].boleh_diabaikan:
            told.append(_refused(one, kept))
    left = (f for f in found if f not in silenced)
    return Heard((*left, *told), tuple(f for f in found if f in silenced))


def unneeded(
    found: Sequence[Diagnostic], entries: Iterable[Abaikan], words: Words
) -> Iterator[Diagnostic]:
    """Yield a note for each entry that no finding fits."""
    for one in entries:
        if TABEL[one.kode].boleh_diabaikan and not any(
            _fits(one, f, words) for f in found
        ):
            yield _unneeded(one)


def _fits(one: Abaikan, finding: Diagnostic, words: Words) -> bool:
    if finding.code != one.kode or not one.holds_at(finding):
        return False
    return not one.isi or words.hold(one.isi, finding)


def _may_be_left_out(finding: Diagnostic) -> bool:
    heavy = finding.severity is Severity.ERROR or finding.forbids_final
    return not heavy and TABEL[finding.code].boleh_diabaikan


def _refused(one: Abaikan, kept: Sequence[Diagnostic]) -> Diagnostic:
    message = f"{one.kode} tidak dapat diabaikan"
    if kept and TABEL[one.kode].boleh_diabaikan:
        error = any(f.severity is Severity.ERROR for f in kept)
        weight = "berupa kesalahan" if error else "menghalangi --final"
        message += f" selama {weight}: {kept[0].span.label}"
    return diagnose("SOP147", message, one.span, MENDING)


def _unneeded(one: Abaikan) -> Diagnostic:
    return diagnose(
        "SOP146",
        f"abaikan untuk {one.kode} tidak berlaku lagi: tidak ada temuan yang cocok",
        one.span,
        "hapus, atau sesuaikan isi dan tempatnya" if one.isi else "hapus saja",
    )
