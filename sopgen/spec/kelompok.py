"""The columns of the chart: the list of pelaksana, and the groups they are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sopgen.model.kata import frasa, isian
from sopgen.model.lajur import KELOMPOK, PELAKSANA, Kelompok, Lajur, entries_of
from sopgen.spec.findings import Findings, quoted
from sopgen.spec.reader import Content, Trail

#: The keys of a group; one that has others is told by the schema.
KEYS = {KELOMPOK, PELAKSANA}


def read_lanes(content: Content, findings: Findings) -> dict[str, Lajur]:
    """Return the pelaksana in their order, each name once; what is wrong is told."""
    listed = _at(content.data, (PELAKSANA,))
    entries = list(entries_of(listed))
    lanes: dict[str, Lajur] = {}
    for one in entries:
        for lane in (one,) if isinstance(one, Lajur) else one.lajur:
            if lane.nama in lanes:
                _twice(lane, lanes[lane.nama], content, findings)
            elif lane.nama:
                lanes[lane.nama] = lane
    groups = [one for one in entries if isinstance(one, Kelompok)]
    for one in groups:
        _check(one, content, findings)
    _apart(entries, content, findings)
    _named_alike(groups, lanes, content, findings)
    return lanes


def _at(data: Any, jejak: Trail) -> Any:
    for step in jejak:
        data = data.get(step) if isinstance(data, dict) else data[int(step)]
    return data


def _twice(lane: Lajur, first: Lajur, content: Content, findings: Findings) -> None:
    """Report a pelaksana that is listed twice."""
    span = content.span(*lane.jejak)
    if lane.kelompok == first.kelompok:
        message = f"pelaksana {quoted(lane.nama)} ditulis dua kali"
        findings.tell("SOP202", message, span)
        return
    both = [one.kelompok for one in (first, lane)]
    places = " dan ".join(quoted(g) if g else "di luar kelompok" for g in both)
    message = f"pelaksana {quoted(lane.nama)} ada di dua tempat: {places}"
    named = [quoted(f"{lane.nama} {g}") for g in both if g]
    saran = f"hapus salah satu, atau bedakan namanya: {' dan '.join(named)}"
    findings.tell("SOP232", message, span, saran)


def _check(one: Kelompok, content: Content, findings: Findings) -> None:
    """Report a group without name, without pelaksana, or in another one."""
    keys = set(_at(content.data, one.jejak))
    if not one.lajur and keys <= KEYS:
        message = f"kelompok {quoted(one.nama)} tidak punya pelaksana"
        saran = f"{frasa('kelompok')}, atau hapus kelompoknya"
        findings.tell("SOP230", message, content.key(*one.judul), saran)
    if not one.nama and keys <= KEYS:
        names = ", ".join(quoted(lane.nama) for lane in one.lajur)
        message = f"kelompok pelaksana {names} tidak punya nama"
        span = content.span(*one.jejak)
        findings.tell("SOP231", message, span, f"isi {isian('kelompok', 'Desa')}")
    for inner in one.dalam:
        message = f"kelompok {quoted(inner.nama)} berada di dalam kelompok "
        message += f"{quoted(one.nama)}; judulnya tidak dicetak"
        saran = "kelompok hanya satu tingkat: pindahkan keluar"
        findings.tell("SOP235", message, content.span(*inner.judul), saran)


def _apart(
    entries: list[Lajur | Kelompok], content: Content, findings: Findings
) -> None:
    """Report a group whose pelaksana stand in two places, with others between."""
    ended: dict[str, Kelompok] = {}
    last = ""
    for one in entries:
        nama = _word(one.nama) if isinstance(one, Kelompok) else ""
        if isinstance(one, Kelompok) and nama in ended and nama != last:
            message = f"kelompok {quoted(one.nama)} terpisah di dua tempat"
            where = content.span(*ended[nama].judul).where
            saran = f"satukan dengan yang pada {where}: pelaksananya harus bersebelahan"
            findings.tell("SOP234", message, content.span(*one.judul), saran)
        elif isinstance(one, Kelompok) and nama:
            ended[nama] = one
        last = nama


def _named_alike(
    groups: list[Kelompok],
    lanes: Mapping[str, Lajur],
    content: Content,
    findings: Findings,
) -> None:
    """Report a group that has the name of a pelaksana."""
    words = {_word(nama) for nama in lanes}
    for one in {_word(one.nama): one for one in reversed(groups)}.values():
        if _word(one.nama) in words:
            message = f"kelompok {quoted(one.nama)} bernama sama dengan pelaksana"
            saran = "beri kelompok itu nama lain, misalnya nama instansinya"
            findings.tell("SOP233", message, content.span(*one.judul), saran)


def _word(nama: str) -> str:
    return " ".join(nama.casefold().split())
