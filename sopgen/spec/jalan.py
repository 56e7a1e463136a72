"""Where a symbol says that it leads to: the targets under ``ke`` and ``tembusan``."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic, Span
from sopgen.model.kata import frasa, isian
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Jenis
from sopgen.model.tujuan import SOP, sop_of
from sopgen.spec.check import misspelt
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Content, Trail
from sopgen.spec.schema import SopLainYaml
from sopgen.spec.tanda import Tanda

#: What labels may be told apart by, where letters look the same to a reader: nothing.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Exit:
    """A way out of a symbol as it is written; ``word`` names its target.

    Where none is named it is blank.  A ``doubtful`` one has a finding already.  With
    ``sop`` the target is another SOP.
    """

    jenis: Jenis
    label: str
    word: str
    span: Span
    doubtful: bool = False
    sop: bool = False


def same_label(label: str) -> str:
    """Return a label as it is compared: spaces and capitals tell nothing apart."""
    plain = unicodedata.normalize("NFKC", label).translate(UNSEEN)
    return " ".join(plain.split()).casefold()


def jalan_of(content: Content, findings: Findings) -> Jalan:
    """Return the ways out that stand in the file of a SOP, still to be read."""
    return Jalan(content, findings, _labels(content))


@dataclass(frozen=True, slots=True)
class Jalan:
    """The ways out of the symbols of one SOP, read one symbol after the other.

    ``labels`` are those below each ``ke``, the ones that lead nowhere too.
    """

    content: Content
    findings: Findings
    labels: Mapping[Trail, Sequence[str]]

    def exits(self, one: Tanda) -> Iterator[Exit]:
        """Yield what stands under ``ke``."""
        place = (*one.path, "ke")
        ke = one.yaml.ke
        if isinstance(ke, dict) and sop_of(ke) is None:
            yield from self._labelled(place)
        elif ke not in (None, ""):
            yield from self._listed(Jenis.PROSES, place)

    def misspelt(self, one: Tanda) -> bool:
        """Tell whether a symbol has a key by which its ``ke`` is meant."""
        return misspelt(self.content, one.path, type(one.yaml), "ke")

    def copies(self, one: Tanda) -> Iterator[Exit]:
        """Yield what stands under ``tembusan``."""
        place = (*one.path, "tembusan")
        if one.yaml.tembusan:
            yield from self._listed(Jenis.TEMBUSAN, place)

    def _listed(self, jenis: Jenis, place: Trail) -> Iterator[Exit]:
        """Yield the ways out to the target at a place, or to each of a list."""
        written = _at(self.content.data, place)
        if not isinstance(written, list):
            yield self._exit(written, place, jenis)
            return
        for n, target in enumerate(written):
            yield self._exit(target, (*place, n), jenis)

    def _exit(self, target: object, place: Trail, jenis: Jenis) -> Exit:
        """Return the way out to a target that stands at a place."""
        span = self.content.span(*place)
        if not isinstance(target, dict):
            word = target.strip() if isinstance(target, str) else ""
            return Exit(jenis, "", word, span, not word)
        word = (sop_of(target) or "").strip()
        key = (*place, SOP)
        if not word and key not in self.content.spans and not self._meant(place):
            self.findings.add(unnamed(self.content.key(*key)))
        return Exit(jenis, "", word, self.content.span(*key), not word, sop=True)

    def _meant(self, place: Trail) -> bool:
        """Tell whether a target has a key by which that of the SOP is meant."""
        return misspelt(self.content, place, SopLainYaml, SOP)

    def _labelled(self, place: Trail) -> Iterator[Exit]:
        """Yield each label with its targets, as the file has them.

        The schema has trimmed the labels: two could have become one.
        """
        written = _at(self.content.data, place)
        seen: dict[str, str] = {}
        for label in self.labels[place]:
            key = self.content.key(*place, label)
            first = seen.setdefault(same_label(label), label)
            alike = first != label and bool(label.strip())
            if written.get(label, []) == []:
                lone = label == SOP and len(self.labels[place]) == 1
                self.findings.add(unnamed(key) if lone else aimless(label, key))
            elif alike:
                self.findings.add(_alike(label, first, key))
            at = (*place, label)
            blank = Exit(Jenis.PROSES, "", "", self.content.span(*at))
            for way in tuple(self._listed(Jenis.PROSES, at)) or (blank,):
                doubtful = alike or not way.word or way.doubtful
                yield replace(way, label=_on_one_line(label), doubtful=doubtful)


def _on_one_line(label: str) -> str:
    """Return a label as it is printed: the layout alone breaks it into lines."""
    return " ".join(label.split()) if "\n" in label else label.strip()


def aimless(label: str, span: Span) -> Diagnostic:
    """Return the finding for a label that leads nowhere."""
    message = f"{frasa('label')} {quoted(label)} tidak punya tujuan"
    listed = label.strip().isdecimal()
    saran = frasa("daftar_tujuan") if listed else frasa("tujuan")
    return diagnose("SOP304", message, span, saran)


def unnamed(span: Span) -> Diagnostic:
    """Return the finding for a target in another SOP that is not said."""
    saran = f"tulis kodenya, misalnya {isian('ke', '{sop: surat-masuk}')}"
    return diagnose("SOP304", "SOP tempat alurnya berlanjut tidak disebut", span, saran)


def _alike(label: str, first: str, span: Span) -> Diagnostic:
    message = f"{frasa('label')} {quoted(label)} dipakai dua jalan keluar"
    if quoted(label) != quoted(first):
        message = f"{frasa('label')} {quoted(label)} tidak berbeda dari {quoted(first)}"
    saran = "bedakan kata-katanya; spasi dan huruf besar tidak membedakan label"
    return diagnose("SOP308", message, span, saran)


def _labels(content: Content) -> Mapping[Trail, Sequence[str]]:
    """Return the labels written below each ``ke``, those without a target, too."""
    found: dict[Trail, list[str]] = defaultdict(list)
    for path in content.keys:
        if len(path) > 1 and path[-2] == "ke" and isinstance(path[-1], str):
            found[path[:-1]].append(path[-1])
    return found


def _at(data: Any, place: Trail) -> Any:
    """Return what stands at a place, or nothing."""
    for step in place:
        if isinstance(data, dict) and step not in data:
            return None
        data = data[step]
    return data
