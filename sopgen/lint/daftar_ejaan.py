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
    "di tanda tangani": "ditandatangani", "ditanda-tangani": "ditandatangani",
    "menanda-tangani": "menandatangani", "di tindak lanjuti": "ditindaklanjuti",
    "ditindak-lanjuti": "ditindaklanjuti", "menindak-lanjuti": "menindaklanjuti",
    "menyebar luaskan": "menyebarluaskan", "disebar luaskan": "disebarluaskan",
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
    "menejemen": "manajemen", "managemen": "manajemen", "manajement": "manajemen",
    "menejer": "manajer", "tekhnis": "teknis", "tekhnik": "teknik",
    "tekhnologi": "teknologi", "tehnologi": "teknologi", "technis": "teknis",
    "kwantitas": "kuantitas", "frekwensi": "frekuensi", "konsekwensi": "konsekuensi",
    "kwalifikasi": "kualifikasi", "kwota": "kuota", "kwalitatif": "kualitatif",
    "kwantitatif": "kuantitatif", "prosentase": "persentase",
    "presentase": "persentase", "diskripsi": "deskripsi", "kreatifitas": "kreativitas",
    "obyektif": "objektif", "obyektifitas": "objektivitas",
    "objektifitas": "objektivitas", "subyektif": "subjektif", "efektip": "efektif",
    "aktip": "aktif", "administratip": "administratif", "kolektip": "kolektif",
    "partisipatip": "partisipatif", "sertipikat": "sertifikat",
    "infrastuktur": "infrastruktur", "intruksi": "instruksi", "kontruksi": "konstruksi",
    "kordinator": "koordinator", "mengkordinasikan": "mengoordinasikan",
    "mengkoordinir": "mengoordinasi", "dikoordinir": "dikoordinasi",
    "propesional": "profesional", "profesionil": "profesional", "nasionil": "nasional",
    "rasionil": "rasional", "formil": "formal", "tranparan": "transparan",
    "tranparansi": "transparansi", "transparasi": "transparansi",
    "akuntabelitas": "akuntabilitas", "akutabilitas": "akuntabilitas",
    "verivikasi": "verifikasi", "ferifikasi": "verifikasi",
    "memverivikasi": "memverifikasi", "klasipikasi": "klasifikasi",
    "direalisir": "direalisasi", "dilegalisir": "dilegalisasi",
    "diinventarisir": "diinventarisasi", "survey": "survei", "survai": "survei",
    "disurvey": "disurvei", "mensurvey": "menyurvei", "hirarki": "hierarki",
    "hirarkis": "hierarkis", "apotik": "apotek", "atlit": "atlet", "karir": "karier",
    "essensi": "esensi", "effektif": "efektif", "effisien": "efisien",
    "projek": "proyek", "fotokopy": "fotokopi", "foto copi": "fotokopi",
    "cek list": "checklist", "formolir": "formulir", "akte": "akta",
    "azas": "asas", "faham": "paham", "difahami": "dipahami", "fihak": "pihak",
    "jaman": "zaman", "idzin": "izin", "perijinan": "perizinan", "seijin": "seizin",
    "mengijinkan": "mengizinkan", "diijinkan": "diizinkan", "trampil": "terampil",
    "ketrampilan": "keterampilan", "hutang": "utang", "milyar": "miliar",
    "trilyun": "triliun", "nomer": "nomor", "isteri": "istri", "desposisi": "disposisi",
    "rekomondasi": "rekomendasi", "rekomindasi": "rekomendasi", "regester": "register",
    "registerasi": "registrasi", "arsif": "arsip", "pengarsifan": "pengarsipan",
    "amplob": "amplop", "metrai": "meterai", "materei": "meterai", "materai": "meterai",
    "kreatip": "kreatif", "inovatip": "inovatif", "preventip": "preventif",
    "sistimatis": "sistematis", "sistimatika": "sistematika", "anggauta": "anggota",
    "bertanggungjawab": "bertanggung jawab", "bekerjasama": "bekerja sama",
    "berdasar kan": "berdasarkan",
}  # fmt: skip
#: Where something is, written together with di; and where it goes, with ke.
EJAAN |= {
    f"di{one}": f"di {one}"
    for one in (
        "lapangan", "lokasi", "halaman", "meja", "rumah", "sekolah", "puskesmas",
        "kelurahan", "kota", "gedung", "balai", "pasar", "bagian", "seksi", "instansi",
        "dua", "tiga", "empat",
    )
}  # fmt: skip
EJAAN |= {
    f"ke{one}": f"ke {one}"
    for one in ("lokasi", "rumah", "sekolah", "puskesmas", "kelurahan", "kabupaten")
}
#: Numbers whose words are written together.
_SATUAN = ("dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_BESARAN = ("belas", "puluh", "ratus", "ribu", "juta")
EJAAN |= {f"{one}{unit}": f"{one} {unit}" for one in _SATUAN for unit in _BESARAN}
EJAAN |= {f"se {unit}": f"se{unit}" for unit in ("belas", "puluh", "ratus", "ribu")}
#: Words that are written short among staff, and in no book; in capitals they are
#: short for something else.
DISINGKAT = {
    "yg": "yang", "dgn": "dengan", "utk": "untuk", "dlm": "dalam", "tsb": "tersebut",
    "krn": "karena", "pd": "pada", "sdh": "sudah", "blm": "belum", "hrs": "harus",
    "ttg": "tentang", "sbg": "sebagai", "kpd": "kepada", "jml": "jumlah",
}  # fmt: skip
#: As they are written within a sentence or at its beginning; Pd. is part of a degree.
_BERHURUF = (
    "pd",
    *(f"[{one[0].upper()}{one[0]}]{one[1:]}" for one in DISINGKAT if one != "pd"),
)
#: Of these, words that are well formed or the name of something: a matter of style.
GAYA = frozenset((
    "antrian", "analisa", "ketentraman", "legalisir", "materai", "meminimalisir",
    "memporakporandakan", "mensinergikan", "pembaharuan", "photocopy",
    "standarisasi", "aparatus", "dari pada", "hutang", "akte", "azas",
    "dilegalisir", "silahkan",
))  # fmt: skip
#: The misspellings of one word, and the pairs of words by which others begin.
KATA = frozenset(one for one in (*EJAAN, *DISINGKAT) if one.isalpha())
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
        rf"|(?-i:(?<![.\w/-])(?:{'|'.join(_BERHURUF)}))",
        r")\b",
    )).replace(" ", r"\s"),
    re.IGNORECASE,
)  # fmt: skip
EJAAN |= DISINGKAT
#: A verb in the passive whose prefix stands apart.
TERPISAH = re.compile(
    r"\bdi\s(?!(?:[a-z]+asi|[a-z]+nsi|[a-z]*sisi|sini|kami|seksi|lokasi|antar\w*)\b)"
    r"(?:[a-z]{4,}kan|tandatangani|ketahui|setujui|penuhi|lengkapi|ikuti|hadiri|dampingi"
    r"|sertai|lindungi|miliki|nikmati|sepakati|batasi|tinjau|terima|tulis|periksa|buat"
    r"|kirim|catat|ambil|susun|simpan|bawa|minta|ajukan|hapus|ubah|ganti|pakai|jawab"
    r"|bahas|baca|panggil|pilih|tutup|buka|cetak|teliti|proses|kelola)\b"
)
GANDA = re.compile(r"\b([A-Za-z]{3,}+|di|ke)(?: {1,2}|\n)\1\b")
