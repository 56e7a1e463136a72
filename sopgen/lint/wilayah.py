"""Names of other regions, by which a text shows where it was copied from."""

from __future__ import annotations

from sopgen.model.sebutan_kantor import split_wilayah

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
#: Cities of the country, kota otonom and capitals of provinces.
KOTA = frozenset(
    (
        "Surabaya", "Malang", "Kediri", "Blitar", "Madiun", "Mojokerto", "Pasuruan",
        "Probolinggo", "Batu", "Jakarta", "Bandung", "Bogor", "Bekasi", "Depok",
        "Cirebon", "Sukabumi", "Tasikmalaya", "Cimahi", "Banjar", "Semarang",
        "Surakarta", "Salatiga", "Magelang", "Pekalongan", "Tegal", "Yogyakarta",
        "Serang", "Tangerang", "Cilegon", "Denpasar", "Mataram", "Bima", "Kupang",
        "Banda", "Medan", "Binjai", "Padang", "Bukittinggi", "Payakumbuh", "Pariaman",
        "Pekanbaru", "Dumai", "Batam", "Tanjungpinang", "Jambi", "Palembang",
        "Lubuklinggau", "Prabumulih", "Bengkulu", "Pangkalpinang", "Lampung", "Metro",
        "Pontianak", "Singkawang", "Palangkaraya", "Banjarmasin", "Banjarbaru",
        "Samarinda", "Balikpapan", "Bontang", "Tarakan", "Manado", "Bitung", "Tomohon",
        "Kotamobagu", "Gorontalo", "Palu", "Makassar", "Parepare", "Palopo", "Kendari",
        "Baubau", "Mamuju", "Ambon", "Tual", "Ternate", "Tidore", "Jayapura", "Sorong",
        "Manokwari", "Merauke",
    )
)  # fmt: skip
#: Names that a kabupaten has and a kota too: each is the other's neighbour.
KEMBAR = frozenset(
    (
        "Blitar", "Kediri", "Madiun", "Malang", "Mojokerto", "Pasuruan", "Probolinggo",
        "Bandung", "Bekasi", "Bogor", "Cirebon", "Sukabumi", "Tasikmalaya", "Magelang",
        "Pekalongan", "Semarang", "Tegal", "Serang", "Tangerang", "Bima", "Kupang",
        "Gorontalo", "Jayapura", "Sorong", "Solok", "Banjar",
    )
)  # fmt: skip


def is_kota(kabupaten: str) -> bool:
    """Return whether the region of an office is written as a kota."""
    return kabupaten.casefold().startswith("kota ")


def bare(kabupaten: str) -> str:
    """Return the name of a region without what sort it is."""
    return split_wilayah(kabupaten)[1]


def is_twin(kota: bool, nama: str, kabupaten: str) -> bool:
    """Return whether a kota or kabupaten has the name of an office's region alone."""
    same = nama.casefold() == bare(kabupaten).casefold()
    return same and nama.title() in KEMBAR and kota is not is_kota(kabupaten)
