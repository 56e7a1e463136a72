"""Names of other regions, by which a text shows where it was copied from."""

from __future__ import annotations

#: The other kecamatan of Kabupaten Trenggalek (Kemendagri 35.03), Trenggalek aside.
TRENGGALEK = frozenset(
    (
        "Panggul", "Munjungan", "Pule", "Dongko", "Tugu", "Karangan", "Kampak",
        "Watulimo", "Bendungan", "Gandusari", "Pogalan", "Durenan", "Suruh",
    )
)  # fmt: skip
#: The kabupaten of Jawa Timur, from which books are borrowed.
JAWA_TIMUR = frozenset(
    (
        "Pacitan", "Ponorogo", "Trenggalek", "Tulungagung", "Blitar", "Kediri",
        "Malang", "Lumajang", "Jember", "Banyuwangi", "Bondowoso", "Situbondo",
        "Probolinggo", "Pasuruan", "Sidoarjo", "Mojokerto", "Jombang", "Nganjuk",
        "Madiun", "Magetan", "Ngawi", "Bojonegoro", "Tuban", "Lamongan", "Gresik",
        "Bangkalan", "Sampang", "Pamekasan", "Sumenep",
    )
)  # fmt: skip
