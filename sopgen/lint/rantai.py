"""Rules about how kelengkapan follow from outputs (codes 4xx).

Source: PermenPAN-RB 35/2012, Lampiran: the output of a kegiatan is what the next one
works on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from sopgen.lint.alur import closure, edges
from sopgen.lint.dokumen import items, special, special_in, telling, words, words_in
from sopgen.lint.pokok import each_word, initials
from sopgen.lint.sop_lain import foreign
from sopgen.lint.ujung import mains
from sopgen.model.buku import Buku
from sopgen.model.diagnose import diagnose
from sopgen.model.diagnostic import Diagnostic
from sopgen.model.sop import Jenis, Kegiatan, Sop

#: Things that are at hand in every office, and papers that people bring.
TERSEDIA = each_word(
    "buku agenda register ekspedisi komputer laptop printer pencetak cap stempel alat "
    "tulis atk kertas kamera kendaraan formulir daftar periksa checklist tanda terima "
    "kartu kendali laman aplikasi sistem jaringan internet telepon mesin meja "
    "peraturan pedoman sampul amplop map lemari ruang materai meterai perlengkapan "
    "perangkat"
)
#: Of these, words that tell something at hand by themselves; others in pairs.
SENDIRI = TERSEDIA - each_word(
    "daftar tanda terima kartu kendali alat tulis periksa agenda sistem"
)
BERDUA = tuple(
    map(each_word, ("daftar periksa", "tanda terima", "kartu kendali", "alat tulis",
                    "daftar isian", "daftar simak"))
)  # fmt: skip
#: Papers that somebody brings, whenever they are needed.
BAWAAN = each_word("fotokopi fotocopy fotokopy kopi kutipan")
#: So many words of two documents are the same where one was mistaken for the other.
SERUPA = 3
#: Kegiatan by which something comes in from outside.
DATANG = re.compile(
    r"\W*(?:menerima|mengambil|memperoleh|mendapat\w*|mengumpulkan|menghimpun|meminjam|"
    r"mencari|mengunduh|membuka|menjemput|meminta)\b",
    re.IGNORECASE,
)


def kelengkapan_tak_dibuat(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each kegiatan that works on what no kegiatan before has made.

    What belongs to another SOP is told as that.
    """
    found = [(row, _sources(row, sop)) for sop in buku.sop for row in _broken(sop)]
    told = {one.span for _, one in foreign(buku)} if found else set()
    for row, sources in found:
        outputs = {one.at("output") for one in (row, *sources)}
        if not told & {row.at("kelengkapan"), *outputs}:
            message = f"kelengkapan kegiatan `{row.nomor}` tidak dihasilkan kegiatan "
            saran = "tulis output kegiatan sebelumnya, atau perbaiki outputnya"
            what = f"{message}sebelumnya: `{row.mutu_baku.kelengkapan}`"
            yield diagnose("SOP408", what, row.at("kelengkapan"), saran)


def _sources(row: Kegiatan, sop: Sop) -> list[Kegiatan]:
    """Return the kegiatan from which the flow comes straight to one."""
    direct = _before(sop).get(sop.kegiatan.index(row), set())
    return [sop.kegiatan[n] for n in sorted(direct)]


def output_tak_dipakai(buku: Buku) -> Iterator[Diagnostic]:
    """Yield each output of which neither the next kegiatan nor any other speaks.

    What belongs to another SOP is told as that, and where the next kegiatan works on
    what nobody made that is told.
    """
    found = [row for sop in buku.sop for row in _unused(sop)]
    told = {one.span for _, one in foreign(buku)} if found else set()
    for row in found:
        if row.at("output") not in told:
            message = f"output kegiatan `{row.nomor}` tidak dipakai kegiatan "
            saran = "tulis hasil kegiatan itu, seperti pada kelengkapan berikutnya"
            what = f"{message}sesudahnya: `{row.mutu_baku.output}`"
            yield diagnose("SOP411", what, row.at("output"), saran)


def _unused(sop: Sop) -> Iterator[Kegiatan]:
    """Yield the kegiatan whose output no other speaks of."""
    behind: dict[int, set[int]] = {}
    for ke, every in _before(sop).items():
        for dari in every:
            behind.setdefault(dari, set()).add(ke)
    loose = [
        (baris, following, given)
        for baris, following in behind.items()
        for given in [[sop.kegiatan[n].mutu_baku.kelengkapan for n in following]]
        if special(sop.kegiatan[baris].mutu_baku.output)
        and all(map(words, given))
        and not _linked(sop.kegiatan[baris].mutu_baku.output, given)
    ]
    broken = {one.nomor for one in _broken(sop)} if loose else set()
    for baris, following, given in loose:
        beside = broken & {sop.kegiatan[n].nomor for n in following}
        if not beside and _is_idle(sop, baris, given):
            yield sop.kegiatan[baris]


def _is_idle(sop: Sop, baris: int, given: list[str]) -> bool:
    """Return whether nothing speaks of an output that those behind do not work on."""
    output = sop.kegiatan[baris].mutu_baku.output
    wanted, rest = special(output), _all_but(baris, sop)
    apart = not (wanted & TERSEDIA or words(output) & words_in(given))
    return (apart and not _known(wanted, rest, sop)) or _parted(
        output, given, rest, sop
    )


def _all_but(baris: int, sop: Sop) -> list[str]:
    """Return all that the kegiatan of a SOP say but the output of one."""
    return [
        text
        for n, one in enumerate(sop.kegiatan)
        for text in (*_texts(one, False), one.mutu_baku.output if n != baris else "")
    ]


def _broken(sop: Sop) -> Iterator[Kegiatan]:
    """Yield the kegiatan of a SOP at which the chain of documents breaks."""
    before = _before(sop)
    for baris, row in enumerate(sop.kegiatan):
        direct = before.get(baris)
        if not row.mutu_baku.kelengkapan or not direct:
            continue
        if (
            _unmade(sop, baris, direct)
            or _made_later(sop, baris)
            or _cut_off(sop, baris, direct)
        ):
            yield row


def _cut_off(sop: Sop, baris: int, direct: set[int]) -> bool:
    """Return whether a kelengkapan is strange and has nothing of the outputs before."""
    row = sop.kegiatan[baris]
    outputs = [sop.kegiatan[n].mutu_baku.output for n in direct]
    given = row.mutu_baku.kelengkapan
    if words(given) & BAWAAN or not all(map(special, outputs)):
        return False
    if _linked(given, outputs):
        return False
    rest = [
        text
        for n, one in enumerate(sop.kegiatan)
        for text in (*_texts(one, n == baris), one.mutu_baku.output)
    ]
    return _parted(given, outputs, rest, sop)


def _parted(text: str, others: list[str], rest: list[str], sop: Sop) -> bool:
    """Return whether no document of a text is one of others, and one is strange.

    Strange is what has a word that stands nowhere else in the SOP.  What is at hand
    makes no difference; of what has no words of its own nothing is known.
    """
    own = telling(text)
    theirs = [each for other in others for _, each in telling(other)]
    if not all(theirs) or not all(mine for _, mine in own):
        return False
    if _linked(text, others) or _short_of_each_other(text, others):
        return False
    pairs = ((one, each) for one, _ in own for text in others for each in items(text))
    if any(_one_word_off(*pair) and _rarer(*pair, rest) for pair in pairs):
        return True
    strange = (word for one, mine in own if not _at_hand(one) for word in mine)
    return any(not _known(frozenset([word]), rest, sop) for word in strange)


def _linked(text: str, others: Iterable[str]) -> bool:
    """Return whether a document of a text is one of others, or one of its kind."""
    theirs = [each for other in others for _, each in telling(other) if each]
    ours = [mine for _, mine in telling(text) if mine]
    return any(mine <= other or other <= mine for mine in ours for other in theirs)


def _short_of_each_other(text: str, others: list[str]) -> bool:
    """Return whether a text has a short form of what others say, or they of it."""
    short = initials(re.findall(r"\w+", text.casefold())) & special_in(others)
    spelt = (initials(re.findall(r"\w+", one.casefold())) for one in others)
    return bool(short) or any(special(text) & one for one in spelt)


def _one_word_off(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether two documents are called the same but for one telling word."""
    apart = one ^ other
    alike = len(one & other) >= SERUPA and len(one) == len(other) and len(apart) == 2
    return alike and special(" ".join(sorted(apart))) == apart


def _rarer(one: frozenset[str], other: frozenset[str], rest: list[str]) -> bool:
    """Return whether a SOP speaks less of one document's word than of the other's.

    What it has elsewhere under the same name is its own.
    """
    if any(one in items(text) for text in rest):
        return False
    (mine,), (theirs,) = one - other, other - one
    said = [words(text) for text in rest]
    return sum(mine in text for text in said) < sum(theirs in text for text in said)


def _before(sop: Sop) -> Mapping[int, set[int]]:
    """Return the earlier rows from which the flow comes straight to each row."""
    row = {one.id: one.baris for one in sop.langkah}
    own = {one.id for one in mains(sop)}
    made: dict[int, set[int]] = {}
    for one in sop.alur:
        straight = one.jenis is Jenis.PROSES and one.ke in own
        if straight and row[one.dari] < row[one.ke]:
            made.setdefault(row[one.ke], set()).add(row[one.dari])
    return made


def _unmade(sop: Sop, baris: int, direct: set[int]) -> bool:
    """Return whether a kelengkapan has nothing of what was made or brought before."""
    row = sop.kegiatan[baris]
    wanted, every = special(row.mutu_baku.kelengkapan), words(row.mutu_baku.kelengkapan)
    outputs = [sop.kegiatan[n].mutu_baku.output for n in direct]
    if not wanted or not all(outputs):
        return False
    last = words_in(outputs)
    if wanted & last or wanted & TERSEDIA or every & BAWAAN:
        return False
    earlier = _earlier(sop.kegiatan[:baris])
    if every & last:
        rest = [
            text
            for n, one in enumerate(sop.kegiatan)
            for text in (*_texts(one, n == baris), one.mutu_baku.output)
        ]
        return bool(special_in(outputs)) and not _known(wanted, rest, sop)
    arriving = [row.uraian] if DATANG.match(row.uraian) else []
    return not _known(wanted, [*earlier, row.keterangan, *arriving], sop)


def _earlier(rows: Iterable[Kegiatan]) -> list[str]:
    """Return what earlier kegiatan have made and were given."""
    return [
        t for one in rows for t in (one.mutu_baku.output, one.mutu_baku.kelengkapan)
    ]


def _texts(one: Kegiatan, own: bool) -> tuple[str, ...]:
    """Return what a kegiatan says; its ``own`` kelengkapan is what is judged."""
    given = "" if own else one.mutu_baku.kelengkapan
    return one.uraian, one.keterangan, given


def _known(wanted: frozenset[str], texts: Iterable[str], sop: Sop) -> bool:
    """Return whether some texts, or the tools of a SOP, have one of some words."""
    own = sop.identitas
    every = [*texts, *own.peralatan, *own.pencatatan]
    said = words_in(every)
    if wanted & said or any(_kin(one, said) for one in wanted):
        return True
    short = {i for text in every for i in initials(re.findall(r"\w+", text.casefold()))}
    return bool(wanted & short)


def _kin(word: str, said: set[str]) -> bool:
    """Return whether a word is one of others with other endings: kata, perkataan."""
    return len(word) > 4 and any(
        word[:5] in other or (len(other) > 4 and other[:5] in word) for other in said
    )


def _at_hand(item: frozenset[str]) -> bool:
    """Return whether a document is a thing that is at hand in every office."""
    return bool(item & SENDIRI) or any(pair <= item for pair in BERDUA)


def _made_later(sop: Sop, baris: int) -> bool:
    """Return whether a kelengkapan is what only a later kegiatan makes."""
    row = sop.kegiatan[baris]
    given = items(row.mutu_baku.kelengkapan)
    after = sop.kegiatan[baris + 1 :]
    if not any(one in given for each in after for one in items(each.mutu_baku.output)):
        return False
    said = words_in(_earlier(sop.kegiatan[:baris])) | words(row.mutu_baku.output)
    wanted = [one for one in given if not one <= said]
    later = {
        n
        for n, each in enumerate(after, baris + 1)
        if any(one in wanted for one in items(each.mutu_baku.output))
    }
    if not later:
        return False
    ways = edges(one for one in sop.alur if one.jenis is Jenis.PROSES)
    ids = {one.baris: one.id for one in mains(sop)}
    return not any(ids[baris] in closure([ids[n]], ways) for n in later)
