"""The seksi of a book: its list of them, and which SOP is of which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from sopgen.model.diagnostic import Span
from sopgen.model.kata import frasa, isian
from sopgen.model.nilai import dataclass
from sopgen.model.seksi import Seksi, arti, cari
from sopgen.spec.findings import nearest, quoted, suggestion
from sopgen.spec.office import Office
from sopgen.spec.schema import SeksiYaml


@dataclass(frozen=True, slots=True)
class Pembagian:
    """The seksi in the order they are printed, and that of each SOP by its place."""

    seksi: tuple[Seksi, ...]
    milik: Mapping[int, Seksi]

    def urutan(self, at: int) -> int:
        """Return where the SOP at a place is printed: by seksi, those of none last."""
        own = self.milik.get(at)
        return self.seksi.index(own) if own else len(self.seksi)


def read_seksi(office: Office) -> Pembagian:
    """Return how the book is ordered by seksi; without any it is an ordinary one.

    Without a list of its own the seksi stand in the order in which SOP name them.
    """
    listed = tuple(_listed(office))
    named = {at: word for at, one in enumerate(office.buku.sop) if (word := one.seksi)}
    if listed and not named:
        message = "buku punya daftar seksi, tetapi tidak satu SOP pun menyebut seksinya"
        saran = f"isi {isian('seksi')} setiap SOP"
        office.findings.tell("SOP137", message, office.content.key("seksi"), saran)
        return Pembagian((), {})
    seksi = listed or tuple(_appearing(office, named))
    milik = {at: one for at, word in named.items() if (one := cari(word, seksi))}
    made = Pembagian(seksi, milik)
    if seksi:
        _check_named(office, made, named)
        slips = () if listed else tuple(_slips(made))
        _check_alike(office, slips)
        _check_order(office, made, {one.seksi for one in slips})
    if listed:
        _check_used(office, made, named)
    return made


def _listed(office: Office) -> list[Seksi]:
    """Return the seksi of the book's own list; a name or a code stands once."""
    made: list[Seksi] = []
    for at, item in enumerate(office.buku.seksi):
        one = item if isinstance(item, SeksiYaml) else SeksiYaml(nama=item)
        span = office.content.span("seksi", at)
        if first := cari(one.nama, made):
            _twin(office, f"seksi {quoted(one.nama)}", first, _at(office, at, "nama"))
            continue
        kode = one.kode
        if kode and (first := cari(kode, made)):
            _twin(office, f"kode seksi {quoted(kode)}", first, _at(office, at, "kode"))
            kode = ""
        made.append(Seksi(one.nama, kode, span))
    return made


def _at(office: Office, at: int, key: str) -> Span:
    return office.content.span("seksi", at, key)


def _twin(office: Office, what: str, first: Seksi, span: Span) -> None:
    message = f"{what} sama dengan nama atau kode seksi {quoted(first.nama)}"
    saran = f"yang pertama pada {first.span.where}; hapus atau ganti salah satu"
    office.findings.tell("SOP135", message, span, saran)


def _appearing(office: Office, named: Mapping[int, str]) -> list[Seksi]:
    """Return the seksi that SOP name, each once, in the order of the list of SOP."""
    made: list[Seksi] = []
    for at, word in named.items():
        if cari(word, made) is None:
            span = office.content.span("sop", at, "seksi")
            made.append(Seksi(word, "", span, terdaftar=False))
    return made


def _check_named(office: Office, made: Pembagian, named: Mapping[int, str]) -> None:
    """Report each SOP of no seksi, and each that names one which is not there."""
    words = [w for one in made.seksi for w in (one.polos, one.kode) if w]
    for at, one in enumerate(office.buku.sop):
        span = office.content.span("sop", at, "seksi")
        if at not in named:
            message = f"SOP {quoted(one.nama)} tanpa seksi dalam buku per seksi"
            saran = suggestion("", [s.nama for s in made.seksi])
            office.findings.tell("SOP137", message, span, saran)
        elif at not in made.milik:
            message = f"seksi {quoted(named[at])} tidak ada dalam daftar seksi"
            office.findings.tell("SOP134", message, span, suggestion(named[at], words))


def _check_order(office: Office, made: Pembagian, slips: Collection[Seksi]) -> None:
    """Report that the list of SOP is not in the order of the seksi.

    That a name is a slip is told by itself.
    """
    last = 0
    for at in (at for at, seksi in made.milik.items() if seksi not in slips):
        rank = made.urutan(at)
        if rank < last:
            one, own = office.buku.sop[at], made.milik[at]
            message = (
                f"SOP {quoted(one.nama)} dari {own.judul} berdiri di luar kelompoknya; "
                "SOP dicetak per seksi"
            )
            saran = f"urutkan {frasa('daftar_sop')} menurut seksi: " + ", ".join(
                quoted(one.nama) for one in made.seksi
            )
            span = office.content.span("sop", at, "seksi")
            office.findings.tell("SOP138", message, span, saran)
            return
        last = rank


def _check_used(office: Office, made: Pembagian, named: Mapping[int, str]) -> None:
    """Report each seksi of the list that has no SOP, unless one means it by a slip."""
    strangers = [word for at, word in named.items() if at not in made.milik]
    names = [arti(one.nama) for one in made.seksi]
    meant = {nearest(arti(word), names) for word in strangers}
    used = set(made.milik.values())
    for one in made.seksi:
        if one not in used and arti(one.nama) not in meant:
            message = f"seksi {quoted(one.nama)} tidak punya SOP"
            saran = f"isi {isian('seksi', one.nama)} pada SOP-nya, atau hapus seksi ini"
            office.findings.tell("SOP136", message, one.span, saran)


@dataclass(frozen=True, slots=True)
class _Slip:
    """A seksi of a single SOP whose name is most like that of another."""

    seksi: Seksi
    meant: str


def _slips(made: Pembagian) -> Iterator[_Slip]:
    """Yield each seksi that is likely no other than one with more SOP."""
    counted = Counter(one.nama for one in made.milik.values())
    for one in made.seksi:
        more = (s.nama for s in made.seksi if counted[s.nama] > counted[one.nama])
        plain = {arti(name): name for name in more}
        meant = nearest(arti(one.nama), plain) if counted[one.nama] == 1 else None
        if meant:
            yield _Slip(one, plain[meant])


def _check_alike(office: Office, slips: Iterable[_Slip]) -> None:
    for one in slips:
        message = f"seksi {quoted(one.seksi.nama)} hanya disebut satu SOP"
        saran = f"mungkin maksudnya {quoted(one.meant)}"
        office.findings.tell_lightly("SOP134", message, one.seksi.span, saran)
