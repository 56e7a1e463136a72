"""Columns of an office's own: those behind the pelaksana that nothing else is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from sopgen.model.kolom import JUDUL, LAZIM, MUTU, TANPA, kunci_of
from sopgen.takeover.lanes import Lane
from sopgen.takeover.leaves import Leaf
from sopgen.takeover.roles import role_of
from sopgen.takeover.xmlread import unbroken

#: Keys that a kegiatan has for other things.
TAKEN = frozenset(
    ("nomor", "id", "pelaksana", "simbol", "teks", "ke", "tembusan", "tambahan")
)
#: A heading has no more letters than this.
LONGEST = 40
#: What the columns of the form are called where a table is read.
ROLE = {"uraian": "kegiatan"}


def own_columns(
    rest: Sequence[Leaf], lanes: Sequence[Lane], *, bare: bool
) -> dict[str, Leaf]:
    """Return the columns of an office's own among those left over, by their keys.

    They stand below Mutu Baku, or behind all pelaksana if they have a usual name or the
    table is ``bare`` of mutu baku.
    """
    made: dict[str, Leaf] = {}
    for leaf in rest:
        judul = unbroken(leaf.cell.text)
        kunci = kunci_of(judul)
        behind = bool(lanes) and leaf.left >= lanes[-1].right
        below = leaf.grouped and role_of(leaf.head.text) == "mutu"
        fits = below or (behind and (bare or kunci in LAZIM))
        if fits and len(judul) <= LONGEST and (free := _free(kunci, made)):
            made[free] = leaf
    return made


def _free(kunci: str, made: Mapping[str, Leaf]) -> str:
    """Return a key that no other column has; nothing for a heading without letters."""
    if not kunci or kunci[0].isdecimal():
        return ""
    if kunci in TAKEN or kunci in JUDUL or kunci in made:
        return _free(f"{kunci}_lain", made)
    return kunci


def declared(
    roles: Mapping[str, Leaf], sendiri: Sequence[str], *, exact: bool
) -> dict[str, str]:
    """Return what a draft says of columns: only what is not usual.

    ``roles`` are all columns of a table.  An ``exact`` one was written by sopgen: its
    headings are those that the office chose, and what is absent was left out.
    """
    titles = {k: unbroken(leaf.cell.text) for k, leaf in _columns(roles, sendiri)}
    made: dict[str, str] = {}
    for kunci, judul in titles.items():
        usual = LAZIM.get(kunci) if kunci in sendiri else JUDUL[kunci]
        if judul != usual and (exact or kunci in sendiri):
            made[kunci] = judul
    order = [kunci for kunci in titles if kunci in MUTU or kunci in sendiri]
    if _printed(order, made) != order:
        made |= {k: j for k, j in titles.items() if k in sendiri}
    if _printed(order, made) != order:
        made = {k: titles[k] for k in order} | made
    if exact and any(kunci in order for kunci in MUTU):
        made |= {kunci: TANPA for kunci in MUTU if kunci not in order}
    return {kunci: made[kunci] for kunci in (*order, *made) if kunci in made}


def _columns(
    roles: Mapping[str, Leaf], sendiri: Sequence[str]
) -> Iterator[tuple[str, Leaf]]:
    """Yield the columns of text from the left."""
    keys = {ROLE.get(kunci, kunci): kunci for kunci in (*JUDUL, *sendiri)}
    found = [(keys[role], leaf) for role, leaf in roles.items() if role in keys]
    yield from sorted(found, key=lambda pair: pair[1].left)


def _printed(order: Sequence[str], made: Mapping[str, str]) -> list[str]:
    """Return the order in which these columns would be printed."""
    form = [kunci for kunci in MUTU if kunci in order]
    own = [kunci for kunci in order if kunci in made and kunci not in MUTU]
    rest = [kunci for kunci in LAZIM if kunci in order and kunci not in made]
    if set(MUTU) <= set(made):
        return [*(k for k in order if k in made), *(k for k in order if k not in made)]
    return [*form, *own, *rest]
