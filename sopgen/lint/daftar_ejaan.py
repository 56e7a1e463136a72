"""Words and wordings that are spelled wrongly, and what to write instead."""

from __future__ import annotations

import re
from itertools import groupby, pairwise

#: Misspellings that go round with the template: what to write instead.
EJAAN = {
    "antrian": "antrean", "ijin": "izin", "ketentraman": "ketenteraman",
    "propinsi": "provinsi", "standart": "standar", "prosedure": "prosedur",
    "hakekat": "hakikat", "hakekatnya": "hakikatnya", "sistim": "sistem",
    "effisiensi": "efisiensi", "efektifitas": "efektivitas", "terget": "target",
    "komitment": "komitmen", "goverment": "government", "gavernance": "governance",
    "cheklist": "checklist", "hygienis": "higienis",
    "mikropon": "mikrofon", "perizinaan": "perizinan", "perizian": "perizinan",
    "kearah": "ke arah", "dimana": "di mana", "tatakerja": "tata kerja",
    "sabagai": "sebagai", "aparatus": "aparatur", "padatanggal": "pada tanggal",
    "adminsitrasi": "administrasi", "adminstrasi": "administrasi",
    "meminimalisir": "meminimalkan", "pembaharuan": "pembaruan",
    "standarisasi": "standardisasi", "memporakporandakan": "memorakporandakan",
    "mensinergikan": "menyinergikan",
    "diatas": "di atas", "dibawah": "di bawah", "disamping": "di samping",
    "didalam": "di dalam", "diluar": "di luar", "diantara": "di antara",
    "dimuka": "di muka", "didepan": "di depan", "dibelakang": "di belakang",
    "dihadapan": "di hadapan", "disini": "di sini", "disana": "di sana",
    "ditempat": "di tempat", "dikantor": "di kantor", "dikecamatan": "di kecamatan",
    "didesa": "di desa", "diloket": "di loket", "diruang": "di ruang",
    "disetiap": "di setiap", "diseluruh": "di seluruh", "diwilayah": "di wilayah",
    "dilingkungan": "di lingkungan", "dibidang": "di bidang", "ditingkat": "di tingkat",
    "didaerah": "di daerah", "dikabupaten": "di kabupaten", "dimasyarakat":
    "di masyarakat", "dimasa": "di masa", "dimata": "di mata",
    "disekitar": "di sekitar",
    "kedalam": "ke dalam", "keatas": "ke atas", "kebawah": "ke bawah",
    "kesamping": "ke samping", "kedepan": "ke depan", "kedepannya": "ke depannya",
    "kemana": "ke mana", "kesini": "ke sini", "kesana": "ke sana",
    "kekantor": "ke kantor", "kekecamatan": "ke kecamatan", "kedesa": "ke desa",
    "keloket": "ke loket", "keruang": "ke ruang", "dari pada": "daripada",
    "tanggungjawab": "tanggung jawab", "kerjasama": "kerja sama",
    "antaralain": "antara lain", "sumberdaya": "sumber daya", "peranserta":
    "peran serta",
    "terimakasih": "terima kasih", "tatacara": "tata cara", "tatanaskah":
    "tata naskah", "tatausaha": "tata usaha", "olah raga": "olahraga",
    "pertanggung jawaban": "pertanggungjawaban", "menanda tangani": "menandatangani",
    "penanda tanganan": "penandatanganan", "ditanda tangani": "ditandatangani",
    "menindak lanjuti": "menindaklanjuti", "ditindak lanjuti": "ditindaklanjuti",
    "analisa": "analisis", "aktifitas": "aktivitas", "produktifitas":
    "produktivitas", "kwalitas": "kualitas", "kwitansi": "kuitansi", "obyek": "objek",
    "subyek": "subjek", "praktek": "praktik", "resiko": "risiko", "nopember":
    "November", "pebruari": "Februari", "jum'at": "Jumat", "sekertaris": "sekretaris",
    "silahkan": "silakan", "sekedar": "sekadar", "tehnik": "teknik", "tehnis": "teknis",
    "ijasah": "ijazah", "nasehat": "nasihat", "merubah": "mengubah", "dirubah":
    "diubah", "kordinasi": "koordinasi", "konkrit": "konkret", "foto copy": "fotokopi",
    "fotocopy": "fotokopi", "photocopy": "fotokopi", "foto kopi": "fotokopi",
    "legalisir": "legalisasi", "jadual": "jadwal",
}  # fmt: skip
#: The misspellings of one word, and the pairs of words by which others begin.
KATA = frozenset(one for one in EJAAN if one.isalpha())
PASANGAN = frozenset(
    (first, second)
    for one in EJAAN
    if not one.isalpha()
    for first, second in pairwise(re.findall(r"[a-z]+", one)[:2])
)
#: Any misspelling, by its first two letters: so most words are soon passed over.
SALAH = re.compile(
    "".join((
        r"\b(?:",
        "|".join(
            f"{head}(?:{'|'.join(one[2:] for one in group)})"
            for head, group in groupby(sorted(EJAAN), key=lambda one: one[:2])
        ),
        r")\b",
    )).replace(" ", r"\s"),
    re.IGNORECASE,
)  # fmt: skip
#: A verb in the passive whose prefix stands apart.
TERPISAH = re.compile(
    r"\bdi\s(?!(?:[a-z]+asi|[a-z]+nsi|[a-z]*sisi|sini|kami|seksi|lokasi|antar\w*)\b)"
    r"(?:[a-z]{4,}kan|tandatangani|ketahui|setujui|penuhi|lengkapi|ikuti|hadiri|dampingi"
    r"|sertai|lindungi|miliki|nikmati|sepakati|batasi|tinjau|terima|tulis|periksa|buat"
    r"|kirim|catat|ambil|susun|simpan|bawa|minta|ajukan|hapus|ubah|ganti|pakai|jawab"
    r"|bahas|baca|panggil|pilih|tutup|buka|cetak|teliti|proses|kelola)\b"
)
GANDA = re.compile(r"\b([A-Za-z]{3,}+|di|ke)(?: {1,2}|\n)\1\b")
