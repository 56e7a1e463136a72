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
