"""Single mistakes in a sound book, and the one finding that each should give."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Book = dict[str, Any]
Mistake = Callable[[Book], object]
SURAT = "sop/surat-keluar.yaml"
BUKU = "buku.yaml"


def kegiatan(n: int, **words: Any) -> Mistake:
    """Return the mistake of other words in a kegiatan; None leaves a field out."""

    def change(book: Book) -> None:
        one = book[SURAT]["kegiatan"][n - 1]
        for key, value in words.items():
            one.pop(key, None)
            if value is not None:
                one[key] = value

    return change


def each(*mistakes: Mistake) -> Mistake:
    return lambda book: [mistake(book) for mistake in mistakes]


def respelled(n: int, old: str, new: str) -> Mistake:
    def change(book: Book) -> None:
        one = book[SURAT]["kegiatan"][n - 1]
        one[new] = one.pop(old)

    return change


def listed(kode: str, **words: str) -> Mistake:
    def change(book: Book) -> None:
        one = next(one for one in book[BUKU]["sop"] if one["id"] == kode)
        one.update(words)

    return change


def sop(**words: Any) -> Mistake:
    return lambda book: book[SURAT].update(words)


def buku(**words: Any) -> Mistake:
    return lambda book: book[BUKU].update(words)


def lanes(change: Callable[[list[str]], object]) -> Mistake:
    return lambda book: change(book[SURAT]["pelaksana"])


def rows(change: Callable[[list[Any]], object]) -> Mistake:
    return lambda book: change(book[SURAT]["kegiatan"])


def further(n: int, at: int, **words: str) -> Mistake:
    return lambda book: book[SURAT]["kegiatan"][n - 1]["tambahan"][at].update(words)


def renamed_file(book: Book) -> None:
    book["sop/surat-kelur.yaml"] = book.pop(SURAT)


def renamed_official(book: Book) -> None:
    book[BUKU]["pejabat"] = {"camt": book[BUKU]["pejabat"]["camat"]}


def renamed_decree(book: Book) -> None:
    book[BUKU]["keputusan"][0]["id"] = "sk-9"


def unlisted(book: Book) -> None:
    sop = book[BUKU]["sop"]
    sop.remove(next(one for one in sop if one["id"] == "surat-keluar"))


def keys(old: str, new: str) -> Mistake:
    def change(book: Book) -> None:
        book[SURAT][new] = book[SURAT].pop(old)

    return change


#: The mistake, and the code of the only finding; none where nothing can be seen.
MISTAKES: dict[str, tuple[Mistake, str]] = {
    "target that is there (skips one)": (
        kegiatan(3, ke={"Sesuai": "5", "Tidak": "2"}), ""
    ),
    "both exits to one target": (
        kegiatan(5, ke={"Sesuai": "4", "Tidak": "4"}), "SOP302"
    ),
    "exit leads back": (kegiatan(5, ke={"Sesuai": "3", "Tidak": "4"}), "SOP302"),
    "proses leads back": (kegiatan(8, ke="6"), "SOP302"),
    "proses leads too far": (kegiatan(8, ke="11"), "SOP302"),
    "proses to nowhere": (kegiatan(8, ke="88"), "SOP301"),
    "exit to nowhere": (kegiatan(3, ke={"Sesuai": "44", "Tidak": "2"}), "SOP301"),
    "exit back to nowhere": (kegiatan(3, ke={"Sesuai": "4", "Tidak": "22"}), "SOP301"),
    "exit to itself": (kegiatan(3, ke={"Sesuai": "3", "Tidak": "2"}), "SOP306"),
    "decision without exits": (kegiatan(4, ke=None), "SOP304"),
    "decision that only leads back": (kegiatan(5, ke={"Tidak": "4"}), "SOP304"),
    "decision that only leads on": (kegiatan(5, ke={"Sesuai": "6"}), "SOP304"),
    "answer to a step and to nowhere": (
        kegiatan(3, ke={"Sesuai": "4", "Tidak": ["2", "88"]}), "SOP301"
    ),
    "answer to itself among others": (
        kegiatan(3, ke={"Sesuai": "4", "Tidak": ["2", "3"]}), "SOP306"
    ),
    "answer twice to one": (
        kegiatan(3, ke={"Sesuai": "4", "Tidak": ["2", "2"]}), "SOP307"
    ),
    "labels alike": (kegiatan(4, ke={"Sesuai": "5", "sesuai": "2"}), "SOP308"),
    "exits without labels": (kegiatan(3, ke=["4", "2"]), "SOP305"),
    "ends in the middle": (kegiatan(7, simbol="selesai"), "SOP315"),
    "a row twice": (rows(lambda all_: all_.insert(2, dict(all_[1]))), "SOP306"),
    "a row with no mutu baku": (
        kegiatan(7, kelengkapan=None, waktu=None, output=None), "SOP401"
    ),
    "mistyped unit of time": (kegiatan(7, waktu="10 mneit"), "SOP407"),
    "unknown pelaksana": (kegiatan(4, pelaksana="Kasubag Umum"), "SOP201"),
    "unknown pelaksana among several": (
        kegiatan(4, pelaksana=["Kasubag Umum", "Camat"]), "SOP201"
    ),
    "pelaksana twice among several": (
        kegiatan(4, pelaksana=["Camat", "Kasi", "Camat"]), "SOP223"
    ),
    "no pelaksana": (kegiatan(4, pelaksana=None), "SOP921"),
    "pelaksana renamed in the list": (
        lanes(lambda names: names.__setitem__(2, "Kasubbag Umum")), "SOP201"
    ),
    "pelaksana gone from the list": (lanes(lambda names: names.pop(2)), "SOP201"),
    "no list of pelaksana": (sop(pelaksana=[]), "SOP210"),
    "nomor twice": (kegiatan(7, nomor="6"), "SOP203"),
    "wrong nomor": (kegiatan(6, nomor="66"), "SOP301"),
    "wrong nomor to which several lead": (
        each(kegiatan(2, nomor="22"), kegiatan(3, nomor="3")), "SOP301"
    ),
    "misspelt decision": (kegiatan(3, simbol="keputusn"), "SOP205"),
    "misspelt beginning": (kegiatan(1, simbol="mulaii"), "SOP205"),
    "misspelt end": (kegiatan(12, simbol="slesai"), "SOP205"),
    "no uraian": (kegiatan(7, uraian=None), "SOP921"),
    "no waktu": (kegiatan(7, waktu=None), "SOP401"),
    "row gone": (rows(lambda all_: all_.pop(3)), "SOP306"),
    "first row gone": (rows(lambda all_: all_.pop(0)), "SOP306"),
    "copy to nowhere": (kegiatan(9, tembusan=["tembusan-kasi", "pertinggl"]), "SOP301"),
    "symbol renamed": (further(9, 1, id="pertinggl"), "SOP301"),
    "symbol named like another": (further(9, 1, id="tembusan-kasi"), "SOP204"),
    "file of a SOP gone": (lambda book: book.pop(SURAT), "SOP901"),
    "file of a SOP renamed": (renamed_file, "SOP901"),
    "code of a SOP misspelt": (listed("surat-keluar", id="surat-kelur"), "SOP901"),
    "code of a SOP of another": (listed("surat-keluar", id="surat-masuk"), "SOP102"),
    "SOP gone from the list": (unlisted, "SOP917"),
    "name of a SOP twice": (listed("surat-keluar", nama="Surat Masuk"), "SOP152"),
    "number of a SOP twice": (listed("surat-keluar", nomor="1"), "SOP103"),
    "unknown signer": (buku(penandatangan="camt"), "SOP101"),
    "official renamed": (renamed_official, "SOP101"),
    "unknown signer of a SOP": (sop(disahkan_oleh="sekcm"), "SOP101"),
    "decree renamed": (renamed_decree, "SOP702"),
    "unknown regulation": (
        sop(dasar_hukum=[{"peraturan": "uu-43-2019"}]), "SOP601"
    ),
    "no such year": (buku(tahun="dua ribu"), "SOP922"),
}  # fmt: skip
#: Mistakes that only YAML can have.
IN_YAML: dict[str, tuple[Mistake, str]] = {
    "misspelt pelaksana": (respelled(4, "pelaksana", "plaksana"), "SOP920"),
    "misspelt uraian": (respelled(7, "uraian", "uraain"), "SOP920"),
    "misspelt ke": (respelled(4, "ke", "kee"), "SOP920"),
    "misspelt kegiatan": (keys("kegiatan", "kegiatann"), "SOP920"),
    "misspelt list of pelaksana": (keys("pelaksana", "pelaksanaa"), "SOP920"),
    "label without target": (kegiatan(4, ke={"Sesuai": "", "Tidak": "2"}), "SOP921"),
}  # fmt: skip
