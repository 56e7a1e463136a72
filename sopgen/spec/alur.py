"""The arrows of a chart: where each symbol leads to.

No target that a spec names is lost without a word: it is an arrow of the chart, or a
finding stands where it is written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Pokok
from sopgen.model.kata import frasa, isian
from sopgen.model.letak import Letak
from sopgen.model.nilai import dataclass
from sopgen.model.sop import Alur, Jenis
from sopgen.model.tujuan import in_words
from sopgen.spec.findings import Findings, nearest, quoted
from sopgen.spec.jalan import Exit, jalan_of
from sopgen.spec.panggilan import Peralihan, ke_sop
from sopgen.spec.reader import Content
from sopgen.spec.tanda import Tanda

#: How an exit of a decision is written.
CONTOH_KE = frasa("jalan_keluar")
#: What staff write between targets in one text; Excel makes 2.3 of a typed 2,3.
BETWEEN = re.compile(r"\s*(?:[,;.&+/\s]|\bdan\b|\batau\b)+\s*")
#: A number with what staff type around it: ``1)``, ``(3)``, ``01``.
TYPED = re.compile(r"\(?0*(\d+[a-z]?)[.)]*", re.IGNORECASE)
#: The arrows between two symbols, of one kind.
Seen = dict[tuple[str, str, Jenis], list[Alur]]
#: The corners of a decision: where its exits leave.
CORNERS = 4


def read_alur(
    tanda: tuple[Tanda, ...],
    content: Content,
    findings: Findings,
    peralihan: Peralihan,
) -> Iterator[Alur]:
    """Yield every arrow whose target is known, in the order of the file.

    Those that lead into other SOP end at the places that ``peralihan`` makes for them.
    """
    jalan = jalan_of(content, findings)
    targets = Targets(_targets(tanda), _bare_numbers(tanda), peralihan, findings)
    seen: Seen = {}
    rows = [one for one in tanda if one.main]
    for one in tanda:
        exits = tuple(jalan.exits(one))
        if one.yaml.simbol == "keputusan":
            if exits or not (jalan.misspelt(one) or one.yaml.sop):
                _check_decision(one, exits, findings)
        elif one.yaml.ke is None or one.yaml.ke == "":
            exits = tuple(_onward(one, rows))
        for way in (*exits, *jalan.copies(one)):
            ke = targets.resolve(way, one) if way.word else None
            if ke is None:
                continue
            answer = content.key(*one.path, "ke", way.label) if way.label else way.span
            letak = Letak(lain={("label",): answer})
            alur = Alur(one.id, ke, way.label, way.jenis, way.span, letak)
            if not _repeated(alur, way, seen, findings):
                yield alur


def _targets(tanda: tuple[Tanda, ...]) -> Mapping[str, str]:
    """Return the id of the symbol that each word names: an id, else a nomor."""
    numbers = {one.nomor: one.id for one in reversed(tanda) if one.main}
    return {**numbers, **{one.id: one.id for one in tanda}}


def _bare(number: str) -> str:
    """Return a number as it is compared, or the word itself."""
    found = TYPED.fullmatch(number)
    return found[1].casefold() if found else number


def _bare_numbers(tanda: tuple[Tanda, ...]) -> Mapping[str, str]:
    """Return the id of the kegiatan that each bare number names, if only one has it."""
    rows = [(_bare(one.nomor), one.id) for one in tanda if one.main]
    times = Counter(number for number, _ in rows)
    return {number: known for number, known in rows if times[number] == 1}


def _onward(one: Tanda, rows: list[Tanda]) -> Iterator[Exit]:
    """Yield the arrow to the next kegiatan, for a symbol that names no target."""
    if one.main and not one.ends and one.baris + 1 < len(rows):
        yield Exit(Jenis.PROSES, "", rows[one.baris + 1].id, one.span)


def _check_decision(one: Tanda, exits: tuple[Exit, ...], findings: Findings) -> None:
    """Report a decision without two exits, or with exits that have no label."""
    nomor = quoted(one.nomor)
    if not exits:
        message = f"keputusan pada kegiatan {nomor} tidak punya jalan keluar"
        findings.tell("SOP304", message, one.span, CONTOH_KE)
    elif len(_answers(exits)) == 1 and not exits[0].doubtful:
        message = f"keputusan pada kegiatan {nomor} hanya punya satu jalan keluar"
        findings.tell_lightly("SOP304", message, exits[0].span, CONTOH_KE)
    elif len(exits) > CORNERS:
        message = (
            f"keputusan pada kegiatan {nomor} punya {len(exits)} jalan keluar, "
            f"sedangkan belah ketupat bersudut {CORNERS}"
        )
        saran = "bagi menjadi dua keputusan yang berurutan, supaya bagannya terbaca"
        findings.tell("SOP309", message, exits[CORNERS].span, saran)
    unlabelled = [way for way in exits if way.word and not way.label]
    if unlabelled:
        words = " dan ".join(quoted(way.word) for way in unlabelled)
        message = f"jalan keluar keputusan ke {words} tanpa label"
        findings.tell("SOP305", message, unlabelled[0].span, CONTOH_KE)


def _answers(exits: tuple[Exit, ...]) -> set[object]:
    """Return what tells the ways out of a decision apart: their labels, if sound."""
    return {n if way.doubtful else way.label or n for n, way in enumerate(exits)}


@dataclass(frozen=True, slots=True)
class Targets:
    """What the words for targets name: symbols by their ids, and other SOP.

    ``bare`` are kegiatan by their numbers without brackets, stops and leading zeros.
    """

    ids: Mapping[str, str]
    bare: Mapping[str, str]
    peralihan: Peralihan
    findings: Findings

    def resolve(self, way: Exit, one: Tanda) -> str | None:
        """Return the id that a target names; nothing if the arrow cannot be drawn."""
        if way.sop:
            return self.peralihan.lead(one, way.word, way.span, self.findings)
        ke = self.ids.get(way.word, self.bare.get(_bare(way.word)))
        if ke is None:
            self._unknown(way)
        elif ke == one.id:
            message = f"kegiatan {quoted(one.nomor)} menuju dirinya sendiri"
            saran = "tuju kegiatan lain; panah ini tidak digambar"
            self.findings.tell("SOP306", message, way.span, saran)
            return None
        return ke

    def _unknown(self, way: Exit) -> None:
        """Report a target that is no symbol; it may be meant for another SOP."""
        close = nearest(way.word, self.ids)
        saran = f"tulis nomor kegiatan atau {isian('id')} sebuah simbol"
        parts = dict.fromkeys(BETWEEN.split(way.word))
        if len(parts) > 1 and all(part in self.ids for part in parts):
            saran = frasa("daftar_tujuan")
        elif close:
            saran = f"mungkin maksudnya {quoted(close)}"
        elif self.peralihan.daftar.knows(sop := in_words(way.word) or way.word):
            saran = f"bila maksudnya SOP itu, tulis {ke_sop(sop)}"
        message = f"tujuan {quoted(way.word)} tidak ada"
        told = diagnose("SOP301", message, way.span, saran)
        self.findings.add(told.about(Pokok.TUJUAN, way.word))


def _repeated(
    alur: Alur,
    way: Exit,
    seen: Seen,
    findings: Findings,
) -> bool:
    """Return whether the arrow is there already and not drawn again, reporting it.

    A second answer that leads to the same place is drawn with its own label.
    """
    earlier = seen.setdefault((alur.dari, alur.ke, alur.jenis), [])
    earlier.append(alur)
    if len(earlier) == 1:
        return False
    if way.doubtful:
        return True
    same = next((one for one in earlier[:-1] if one.label == alur.label), None)
    first = same or earlier[0]
    message = f"panah ke {quoted(way.word)} ditulis dua kali"
    if alur.label and first.label and not same:
        message += f": label {quoted(first.label)} dan {quoted(alur.label)}"
    saran = f"yang pertama pada {first.span.where}"
    findings.tell("SOP307", message, alur.span, saran)
    return same is not None or not alur.label
