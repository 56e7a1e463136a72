"""Codes as staff write them: ``Izin Keramaian`` means ``izin-keramaian``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Span
from sopgen.model.kode import kode
from sopgen.model.perbaikan import write
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Content, Trail

#: In the paths below: every item of a list, every key of a mapping of codes.
ITEM, KEY = "*", "<kode>"


class Tempat(NamedTuple):
    """Where a code stands in a file; one that is ``given`` names something anew."""

    path: Trail
    given: bool = False

    @property
    def below(self) -> Tempat:
        """Return the place as it is seen from one step inside."""
        return Tempat(self.path[1:], self.given)


TEMPAT: Mapping[str, Sequence[Tempat]] = {
    "buku.yaml": (
        Tempat(("sop", ITEM, "id"), given=True),
        Tempat(("keputusan", ITEM, "id"), given=True),
        Tempat(("pejabat", KEY), given=True),
        Tempat(("penandatangan",)),
        Tempat(("susunan", ITEM, "keputusan")),
        Tempat(("keputusan", ITEM, "penandatangan")),
        Tempat(("keputusan", ITEM, "mengingat", ITEM, "peraturan")),
        Tempat(("keputusan", ITEM, "memperhatikan", ITEM, "peraturan")),
        Tempat(("keputusan", ITEM, "disalin_oleh")),
        Tempat(("keputusan", ITEM, "lampiran", "sebutan", KEY)),
        Tempat(("keputusan", ITEM, "lampiran", ITEM, "sebutan", KEY)),
        Tempat(("lembar_pengesahan", ITEM, "pejabat")),
    ),
    "peraturan.yaml": (
        Tempat(("peraturan", ITEM, "id"), given=True),
        Tempat(("peraturan", ITEM, "oleh")),
        Tempat(("peraturan", ITEM, "oleh", ITEM)),
        Tempat(("peraturan", ITEM, "sebagian")),
        Tempat(("peraturan", ITEM, "sebagian", ITEM)),
    ),
    "sop": (Tempat(("disahkan_oleh",)), Tempat(("dasar_hukum", ITEM, "peraturan"))),
}


def with_codes(content: Content, name: str, findings: Findings) -> Content:
    """Return what stands in a file, every code as it is compared.

    One that is given in other letters is told; two keys that mean the same are an
    error at the second.
    """
    kind = name.partition("/")[0]
    return _Coding(content, findings).coded(TEMPAT.get(kind, ()))


class _Coding:
    """The data of one file while its codes are found."""

    def __init__(self, content: Content, findings: Findings) -> None:
        self.content, self.findings = content, findings
        self.renamed: dict[Trail, str] = {}

    def coded(self, places: Sequence[Tempat]) -> Content:
        """Return what stands in the file, the codes at some places coded."""
        content = self.content
        data = self._walk(content.data, (), places)
        spans, keys = self._rekeyed(content.spans), self._rekeyed(content.keys)
        return Content(content.source, data, spans, keys)

    def _rekeyed(self, spans: Mapping[Trail, Span]) -> Mapping[Trail, Span]:
        if not self.renamed:
            return spans
        return {
            tuple(self.renamed.get(t[: n + 1], t[n]) for n in range(len(t))): span
            for t, span in spans.items()
        }

    def _walk(self, value: Any, path: Trail, places: Sequence[Tempat]) -> Any:
        """Return a value in which the codes at some places below it are coded."""
        if not places:
            return value
        if isinstance(value, dict):
            return self._mapping(value, path, places)
        below = _below(places, ITEM)
        if isinstance(value, list):
            return [self._walk(v, (*path, n), below) for n, v in enumerate(value)]
        ends = [place for place in places if not place.path]
        if any(place.given for place in ends):
            self._tell(value, self.content.span(*path))
        return (kode(value) or value) if ends else value

    def _mapping(
        self, value: Mapping[str, Any], path: Trail, places: Sequence[Tempat]
    ) -> dict[str, Any]:
        coded = next((place for place in places if place.path[:1] == (KEY,)), None)
        if coded is not None:
            return self._keys(value, path, given=coded.given)
        return {
            key: self._walk(inner, (*path, key), _below(places, key))
            for key, inner in value.items()
        }

    def _keys(
        self, value: Mapping[str, Any], path: Trail, *, given: bool
    ) -> dict[str, Any]:
        """Return a mapping whose keys are codes, each once."""
        made: dict[str, Any] = {}
        first: dict[str, str] = {}
        for key, inner in value.items():
            code, span = kode(key) or key, self.content.key(*path, key)
            if code in made:
                message = f"kode {quoted(key)} sama dengan {quoted(first[code])}"
                saran = "hapus, atau beri kode dengan kata yang lain"
                self.findings.tell("SOP108", message, span, saran)
                continue
            if given:
                self._tell(key, span)
            made[code], first[code] = inner, key
            if code != key:
                self.renamed[(*path, key)] = code
        return made

    def _tell(self, word: str, span: Span) -> None:
        """Tell that a code is given in other letters than it is compared by."""
        code = kode(word)
        if code and code != word.strip():
            message = f"kode {quoted(word)} dibaca {quoted(code)}"
            saran = "boleh tetap begitu; yang merujuknya boleh memakai keduanya"
            told = diagnose("SOP927", message, span, saran)
            self.findings.add(told.cured_by(write(span, word, code)))


def _below(places: Sequence[Tempat], step: str) -> list[Tempat]:
    return [p.below for p in places if p.path and p.path[0] == step]
