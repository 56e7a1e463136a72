"""The decrees of buku.yaml."""

from __future__ import annotations

from sopgen.model.buku import Keputusan
from sopgen.model.diagnostic import Teks
from sopgen.model.pejabat import Pejabat
from sopgen.model.peraturan import Dasar
from sopgen.model.sop import Status
from sopgen.spec.findings import quoted
from sopgen.spec.lampiran import read_lampiran
from sopgen.spec.office import Office, read_cara
from sopgen.spec.peraturan import Place, in_decree, read_dasar
from sopgen.spec.reader import Trail
from sopgen.spec.salinan import read_petikan
from sopgen.spec.schema import DasarHukum, KeputusanYaml
from sopgen.spec.tanggal import full_date


def read_keputusan(office: Office, camat: Pejabat) -> tuple[Keputusan, ...]:
    """Return the decrees in their order, each id once; ``camat`` signs by default."""
    first: dict[str, int] = {}
    made: list[Keputusan] = []
    for at, one in enumerate(office.buku.keputusan):
        if one.id in first:
            before = office.content.span("keputusan", first[one.id], "id")
            office.findings.tell(
                "SOP707",
                f"kode keputusan {quoted(one.id)} dipakai dua kali",
                office.content.span("keputusan", at, "id"),
                f"yang pertama pada {before.where}; beri kode lain",
            )
        else:
            first[one.id] = at
            made.append(_keputusan(office, at, one, camat))
    return tuple(made)


def _keputusan(
    office: Office, at: int, one: KeputusanYaml, camat: Pejabat
) -> Keputusan:
    place = ("keputusan", at)

    def single(name: str, isi: str) -> Teks:
        return office.teks(isi, *place, name)

    def many(name: str, items: list[str]) -> tuple[Teks, ...]:
        return tuple(office.teks(x, *place, name, i) for i, x in enumerate(items))

    def bases(name: str, items: list[DasarHukum]) -> tuple[Dasar, ...]:
        where = Place(office.content, (*place, name), in_decree, office.buku.tahun)
        return read_dasar(items, where, office.peraturan, office.findings)

    judul = single("judul", one.judul)
    running = Teks(" ".join(one.judul.split()), judul.span)
    signer = office.content.span(*place, "penandatangan")
    return Keputusan(
        id=one.id,
        nomor=one.nomor,
        tanggal=full_date(
            one.tanggal, office.content.span(*place, "tanggal"), office.findings
        ),
        judul=judul,
        tentang=single("tentang", one.tentang) if one.tentang else running,
        menimbang=many("menimbang", one.menimbang),
        mengingat=bases("mengingat", one.mengingat),
        memperhatikan=bases("memperhatikan", one.memperhatikan),
        menetapkan=_optional(one.menetapkan, office, (*place, "menetapkan")),
        diktum=many("diktum", one.diktum),
        tembusan=many("tembusan", one.tembusan),
        lampiran=read_lampiran(office, place, one, judul),
        penandatangan=(
            office.official(one.penandatangan, signer) if one.penandatangan else camat
        ),
        jenis=one.jenis or "",
        disalin_oleh=_certifying(office, place, one),
        petikan=read_petikan(office, place, one),
        status=Status(one.status or office.buku.status),
        catatan=one.catatan,
        span=office.content.span(*place, "id"),
        letak=office.content.letak(*place),
        tanda_tangan=read_cara(one.tanda_tangan),
    )


def _certifying(office: Office, place: Trail, one: KeputusanYaml) -> Pejabat | None:
    """Return who says that a copy is as the original, if one is named."""
    span = office.content.span(*place, "disalin_oleh")
    return office.official(one.disalin_oleh, span) if one.disalin_oleh else None


def _optional(isi: str | None, office: Office, path: Trail) -> Teks | None:
    return None if isi is None else office.teks(isi, *path)
