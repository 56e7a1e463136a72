"""Each rule tells what its offence is, on the line that says ``# expect: CODE``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sopgen.lint import lint
from sopgen.model.diagnostic import Severity
from sopgen.spec import read_buku
from tests.spec.kantor import FILES, write_kantor, write_lambang

EXPECT = re.compile(r"# expect: ([A-Z0-9 ]+)")
LISTED = "    mengingat: [Undang-Undang Dasar;]\n"
OPEN = "    mengingat:\n      - "
UU = "Undang-Undang Nomor"
KKN = "Penyelenggaraan Negara yang Bersih dan Bebas dari Korupsi, Kolusi, dan Nepotisme"
LN = "(Lembaran Negara Republik Indonesia Tahun"
PAN = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
NOMOR = "nomor: 000.8.3.3/1/406.99/2025"
KABUPATEN = "kabupaten: Trenggalek"
KOTA = "kabupaten: Blitar\n  jenis_wilayah: kota"
WALI_KOTA = "Peraturan Wali Kota Blitar Nomor 5 Tahun 2020 tentang Kebersihan"
DIKTUM = "    diktum: [Menetapkan SOP.]\n"
ANNEX = "    lampiran: {kepala: [nomor, tanggal, tentang]}\n"
PRINTED = {
    "keputusan: sk-1}\n": "keputusan: sk-1}\n  - {bagian: lampiran, keputusan: sk-1}\n"
}
BERLAKU = "Keputusan ini mulai berlaku pada tanggal ditetapkan."
IN_FORCE = DIKTUM.replace("]", f", {BERLAKU}]")
START = "  - uraian: Menerima surat\n"
LAST = "  - uraian: Menyimpan surat\n"
TTE = "pangkat: Pembina\n    tanda_tangan: elektronik\ntte:\n  "

#: what it is about · what is replaced in the small office by what
CASES: tuple[tuple[str, dict[str, str]], ...] = (
    ("repealed, in the office's words", {LISTED: f"{OPEN}{UU} 32 Tahun 2004 tentang "
     f"Pemerintahan Daerah {LN} 2004 Nomor 125);  # expect: SOP602\n"}),
    ("repealed, by id", {"[Undang-Undang;]":
     "[{peraturan: pp-72-2005}]  # expect: SOP602"}),
    ("changed and not said so", {LISTED: f"{OPEN}{UU} 12 Tahun 2011 tentang "
     f"Pembentukan Peraturan Perundang-Undangan {LN} 2011 Nomor 82);"
     "  # expect: SOP603\n"}),
    ("changed since", {LISTED: f"{OPEN}{UU} 23 Tahun 2014 tentang Pemerintahan Daerah "
     f"{LN} 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) "
     f"sebagaimana telah diubah beberapa kali terakhir dengan {UU} 9 Tahun 2015 "
     f"tentang Perubahan Kedua Atas {UU} 23 Tahun 2014 tentang Pemerintahan Daerah "
     f"{LN} 2015 Nomor 58);  # expect: SOP603\n"}),
    ("the last change named", {LISTED: f"{OPEN}{UU} 23 Tahun 2014 tentang Pemerintahan "
     f"Daerah {LN} 2014 Nomor 244) sebagaimana telah diubah beberapa kali, terakhir "
     f"dengan {UU} 6 Tahun 2023;\n"}),
    ("never verified", {"[Undang-Undang;]":
     "[{peraturan: perbup-trenggalek-59-2014}]  # expect: SOP604"}),
    ("not in the table", {"[Undang-Undang;]": "[Peraturan Bupati Trenggalek Nomor "
     "999 Tahun 2019 tentang Kebersihan]  # expect: SOP605"}),
    ("year of another", {"[Undang-Undang;]": f"[{UU} 24 Tahun 2006 tentang "
     f"Administrasi Kependudukan sebagaimana telah diubah dengan {UU} 24 Tahun 2013]"
     "  # expect: SOP606"}),
    ("another's title", {"[Undang-Undang;]": f"[{PAN} Nomor 35 Tahun 2012 tentang "
     "Pedoman Standar Pelayanan]  # expect: SOP607"}),
    ("title with a change in it", {"[Undang-Undang;]": "[Peraturan Pemerintah Nomor 40 "
     f"Tahun 2019 tentang Pelaksanaan {UU} 23 Tahun 2006 tentang Administrasi "
     f"Kependudukan sebagaimana telah diubah dengan {UU} 24 Tahun 2013.]"}),
    ("digits swapped", {LISTED: f"{OPEN}{UU} 25 Tahun 2009 tentang Pelayanan Publik "
     f"{LN} 2009 Nomor 121);  # expect: SOP608\n"}),
    ("order of rank", {"[Undang-Undang;]": "\n  - {peraturan: perpres-96-2018}\n"
     "  - {peraturan: pp-17-2018}  # expect: SOP609"}),
    ("order of years", {"[Undang-Undang;]": "\n  - {peraturan: pp-17-2018}\n"
     "  - {peraturan: pp-13-2019}\n  - {peraturan: pp-16-2018}  # expect: SOP609"}),
    ("named twice", {"[Undang-Undang;]": "\n  - {peraturan: uu-25-2009}\n"
     f"  - {UU} 25 Tahun 2009 tentang Pelayanan Publik  # expect: SOP610"}),
    ("no gazette", {LISTED: f"{OPEN}{UU} 43 Tahun 2009 tentang Kearsipan;"
     "  # expect: SOP612\n"}),
    ("no region", {"[Undang-Undang;]": "[Peraturan Bupati Nomor 34 Tahun 2017 tentang "
     "Penjabaran Tugas Kecamatan]  # expect: SOP604 SOP613"}),
    ("repealed, shortened", {"[Undang-Undang;]": "[UU No. 32 Th 2004 tentang "
     "Pemerintahan Daerah]  # expect: SOP602 SOP630"}),
    ("repealed, of a kind that institutions issue", {"[Undang-Undang;]": "[Peraturan "
     "Kepala Badan Pengawas Obat dan Makanan Nomor 22 Tahun 2018 tentang Pedoman "
     "Pemberian Sertifikat Produksi Pangan Industri Rumah Tangga]  # expect: SOP602"}),
    ("repealed, in the considerations", {"[bahwa perlu;]": "[bahwa menurut Peraturan "
     "Pemerintah Nomor 19 Tahun 2008 perlu;]  # expect: SOP602"}),
    ("repealed, in a dictum", {DIKTUM: "    diktum: [Menetapkan SOP menurut PP No. 19 "
     "Tahun 2008.]  # expect: SOP602 SOP630\n"}),
    ("spoken of as repealed", {"[bahwa perlu;]": "[bahwa Peraturan Pemerintah Nomor 17 "
     "Tahun 2018 menggantikan Peraturan Pemerintah Nomor 19 Tahun 2008;]"}),
    ("in the title of what carries it out", {"[bahwa perlu;]": "[bahwa Peraturan "
     "Menteri Kesehatan Nomor 2 Tahun 2023 tentang Peraturan Pelaksanaan Peraturan "
     "Pemerintah Nomor 66 Tahun 2014 perlu;]"}),
    ("of one's own kabupaten in old times", {"[Undang-Undang;]": "[Peraturan Daerah "
     "Kabupaten Daerah Tingkat II Trenggalek Nomor 5 Tahun 1990 tentang Kebersihan]"
     "  # expect: SOP605"}),
    ("told to be repealed", {"[bahwa perlu;]": "[bahwa Peraturan Pemerintah Nomor 19 "
     "Tahun 2008 telah dicabut;]"}),
    ("partly repealed, not said so", {"[Undang-Undang;]":
     f"\n  - {UU} 28 Tahun 1999 tentang {KKN}"}),
    ("partly repealed, called a change", {"[Undang-Undang;]":
     f"\n  - {UU} 28 Tahun 1999 tentang {KKN} sebagaimana telah diubah dengan "
     f"{UU} 30 Tahun 2002 tentang Komisi Pemberantasan Tindak Pidana Korupsi"}),
    ("changed after the year of the book", {"[Undang-Undang;]":
     "[Peraturan Pemerintah Nomor 86 Tahun 2019 tentang Keamanan Pangan]"}),
    ("gazette behind a title that names a change", {LISTED: f"{OPEN}"
     "Peraturan Pemerintah Nomor 40 Tahun "
     f"2019 tentang Pelaksanaan {UU} 23 Tahun 2006 tentang Administrasi Kependudukan "
     f"sebagaimana telah diubah dengan {UU} 24 Tahun 2013 {LN} 2019 Nomor 102);\n"}),
    ("of another kabupaten", {"[Undang-Undang;]": "[Peraturan Bupati Tulungagung Nomor "
     "34 Tahun 2017 tentang Penjabaran Tugas Kecamatan]  # expect: SOP606"}),
    ("of another one, not in the table", {"[Undang-Undang;]": "[Peraturan Daerah "
     "Kabupaten Ponorogo Nomor 3 Tahun 2019 tentang Kebersihan]  # expect: SOP606"}),
    ("of one's own province", {"[Undang-Undang;]": "[Peraturan Gubernur Jawa Timur "
     "Nomor 37 Tahun 2018 tentang Tata Naskah]  # expect: SOP605"}),
    ("a letter, a decree and the constitution", {LISTED: f"{OPEN}Pasal 18 ayat (6) "
     "Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;\n"
     "      - {peraturan: uu-25-2009}\n"
     "      - Keputusan Menteri Kesehatan Nomor 5 Tahun 2021 tentang Uji;\n"
     "      - {peraturan: permenpanrb-15-2014}\n"
     "      - Surat Edaran Menteri Dalam Negeri Nomor 470/327/SJ tentang Uji;\n"}),
    ("the constitution in its short name", {LISTED: f"{OPEN}UUD 1945 Pasal 18;\n"}),
    ("old code of a decree", {NOMOR: "nomor: 188.45/1/406.99/2025"
     "  # expect: SOP114"}),
    ("old code of the SOP", {"tahun: 2025\n": "pola_nomor_sop: "
     "065/SOP.{nomor}/{kode_unit}/{tahun}  # expect: SOP114\ntahun: 2025\n"}),
    ("day missing", {"tanggal_efektif: 2025-01-16": "tanggal_efektif: Januari 2025"
     "  # expect: SOP115"}),
    ("names itself", {"unit: Sekretariat": "keterkaitan: [SOP Surat Masuk]"
     "  # expect: SOP116\nunit: Sekretariat"}),
    ("names no SOP of the book", {"unit: Sekretariat": "keterkaitan: [SOP Tidak Ada]"
     "  # expect: SOP117\nunit: Sekretariat"}),
    ("schooling", {"[Mampu mengagendakan surat]": "[Minimal SLTA sederajat]"
     "  # expect: SOP121"}),
    ("another head", {"unit: Sekretariat": "unit: Seksi Umum  # expect: SOP122",
     "[Petugas, Camat]": "[Petugas, Kasi Perizinan]",
     "pelaksana: Camat": "pelaksana: Kasi Perizinan"}),
    ("no date of approval", {"tanggal_pengesahan: 2025-01-17\n": "", "  - sampul\n":
     "  - sampul\n  - lembar_pengesahan  # expect: SOP123\n"}),
    ("no picture", {"  lambang: lambang.png\n": "",
     "kecamatan:\n": "kecamatan:  # expect: SOP131\n"}),
    ("a picture left blank", {"lambang: lambang.png": "lambang:  # expect: SOP131"}),
    ("no picture where none is printed", {"  lambang: lambang.png\n": "",
     "  - sampul\n  - {bagian: keputusan, keputusan: sk-1}\n  - daftar_isi\n  - sop\n":
     "  - daftar_isi  # expect: SOP759\n  - pendahuluan\n"}),
    ("half a kop", {"kecamatan:": "kecamatan:  # expect: SOP124",
     "  nama: Uji\n": "  nama: Uji\n  alamat: Jl. Uji\n"}),
    ("a noun", {START: "  - uraian: Penerimaan surat  # expect: SOP211\n"}),
    ("verbs that end like nouns", {START: "  - uraian: Memverifikasi surat\n",
     LAST: "  - uraian: Mengisi agenda\n"}),
    ("two actions", {START: "  - uraian: Menerima dan mencatat surat"
     "  # expect: SOP212\n"}),
    ("nobody signs", {START: "  - uraian: Meminta penandatanganan surat"
     "  # expect: SOP213\n"}),
    ("somebody signs", {START: "  - uraian: Meminta penandatanganan surat\n",
     LAST: "  - uraian: Menandatangani surat\n"}),
    ("what is done", {START: "  - uraian: Surat diterima  # expect: SOP215\n"}),
    ("who does it", {START: "  - uraian: Paraf surat  # expect: SOP216\n"}),
    ("one comes", {START: "  - uraian: Berkoordinasi dengan desa\n"}),
    ("two actions by a stroke", {START: "  - uraian: Menerima/mencatat surat"
     "  # expect: SOP212\n"}),
    ("a person", {"[Petugas, Camat]": "[Petugas, Pak Camat]  # expect: SOP218",
     "pelaksana: Camat": "pelaksana: Pak Camat"}),
    ("no beginning", {"simbol: mulai": "simbol: proses  # expect: SOP316"}),
    ("no end", {"simbol: selesai": "simbol: proses  # expect: SOP317"}),
    ("answers of a plain symbol", {"simbol: keputusan":
     "simbol: proses  # expect: SOP310"}),
    ("labels swapped", {"ke: {Ya: 3, Tidak: 1}":
     "ke: {Ya: 1, Tidak: 3}  # expect: SOP320"}),
    ("yes leads back where faults are sought", {"ke: {Ya: 3, Tidak: 1}":
     "ke: {Ya: 1, Tidak: 3}", "Memeriksa surat": "Mencari kekurangan surat"}),
    ("labels that mean the same", {"ke: {Ya: 3, Tidak: 1}":
     "ke: {Belum: 3, Tidak: 1}  # expect: SOP321"}),
    ("letters of other words", {START: START + "    keterangan: \"TMS: Memenuhi "
     "Syarat\"  # expect: SOP772\n"}),
    ("no length of time", {LAST + "    pelaksana: Petugas\n    simbol: selesai\n"
     "    waktu: 5 menit\n": LAST + "    pelaksana: Petugas\n    simbol: selesai\n"
     "    waktu: segera  # expect: SOP407\n"}),
    ("a wrong sum", {LAST: LAST + "    keterangan: Jumlah waktu 20 menit"
     "  # expect: SOP410\n"}),
    ("not in the sum", {"unit: Sekretariat": "jumlah_waktu: ya\nunit: Sekretariat",
     LAST + "    pelaksana: Petugas\n    simbol: selesai\n    waktu: 5 menit\n":
     LAST + "    pelaksana: Petugas\n    simbol: selesai\n"
     "    waktu: sesuai jadwal  # expect: SOP414\n"}),
    ("a sum that is typed, too", {"unit: Sekretariat": "jumlah_waktu: ya\nunit: "
     "Sekretariat", LAST + "    pelaksana: Petugas\n    simbol: selesai\n    waktu: 5":
     "  - uraian: Jumlah waktu  # expect: SOP419\n    pelaksana: Petugas\n"
     "    simbol: selesai\n    waktu: 10"}),
    ("what is not printed", {"unit: Sekretariat": "mutu_baku: tidak\nunit: Sekretariat",
     "simbol: mulai\n    waktu: 5 menit\n": "simbol: mulai\n    waktu: 5 menit"
     "  # expect: SOP412\n"}),
    ("a column of nothing", {"unit: Sekretariat": "kolom: {formulir: Formulir}"
     "  # expect: SOP415\nunit: Sekretariat"}),
    ("the right sum", {LAST: LAST + "    keterangan: Jumlah waktu 15 menit\n"}),
    ("another heading", {"unit: Sekretariat": "judul: Izin Cuti"
     "  # expect: SOP153\nunit: Sekretariat"}),
    ("schools in a row", {"[Mampu mengagendakan surat]":
     '[Mampu mengagendakan surat, "SMA, D3"]  # expect: SOP155'}),
    ("made after the decree", {"tanggal_pembuatan: 2025-01-10":
     "tanggal_pembuatan: 2025-01-20  # expect: SOP151",
     "tanggal_efektif: 2025-01-16": "tanggal_efektif: 2025-01-20"}),
    ("in force long before the decree", {"tanggal_pembuatan: 2025-01-10":
     "tanggal_pembuatan: 2024-11-04", "tanggal_efektif: 2025-01-16":
     "tanggal_efektif: 2024-12-02  # expect: SOP150"}),
    ("not related, without the word", {"unit: Sekretariat": "keterkaitan: [Izin Cuti]"
     "  # expect: SOP117\nunit: Sekretariat"}),
    ("related to another office", {"unit: Sekretariat":
     "keterkaitan: [SOP Penerbitan KK Dinas Dukcapil]\nunit: Sekretariat"}),
    ("no minutes", {START + "    pelaksana: Petugas\n    simbol: mulai\n"
     "    waktu: 5 menit\n": "  - uraian: Menerima surat\n"
     "    pelaksana: Petugas\n    simbol: mulai\n    waktu: 0 menit"
     "  # expect: SOP402\n"}),
    ("another year", {"[bahwa perlu;]":
     "[bahwa pada tahun 2020 perlu;]  # expect: SOP730"}),
    ("years of history and of regulations", {"[bahwa perlu;]": "['bahwa sejak tahun "
     f"2015 dan menurut {UU} 25 Tahun 2024 {LN} 2024 Nomor 1) pada tahun 1945 "
     "perlu;']"}),
    ("number of another year", {"/406.99/2025": "/406.99/2024  # expect: SOP731"}),
    ("the pandemic", {"[bahwa perlu;]":
     "[bahwa pandemi Covid-19 melanda;]  # expect: SOP732"}),
    ("another office", {NOMOR: "nomor: 000.8.3.3/1/406.01/2025"
     "  # expect: SOP733"}),
    ("another kecamatan", {"unit: Sekretariat":
     "unit: Seksi Kecamatan Panggul  # expect: SOP734"}),
    ("another kabupaten", {"[bahwa perlu;]":
     "[bahwa Kabupaten Lumajang perlu;]  # expect: SOP734"}),
    ("a kota by its name alone", {KABUPATEN:
     "kabupaten: Kota Lembah  # expect: SOP180"}),
    ("a name that its key denies", {KABUPATEN:
     "kabupaten: Kota Lembah\n  jenis_wilayah: kabupaten  # expect: SOP181"}),
    ("an own kota that is called a kabupaten", {KABUPATEN:
     "kabupaten: Lembah\n  jenis_wilayah: kota",
     "[bahwa perlu;]": "[bahwa Kabupaten Lembah perlu;]  # expect: SOP182"}),
    ("a kota of the kabupaten's name", {KABUPATEN: "kabupaten: Blitar",
     "[bahwa perlu;]": "[bahwa Kota Blitar perlu;]  # expect: SOP734"}),
    ("a kabupaten of the kota's name", {KABUPATEN: KOTA,
     "[bahwa perlu;]": "[bahwa Bupati Blitar perlu;]  # expect: SOP734"}),
    ("the kota itself", {KABUPATEN: KOTA,
     "[bahwa perlu;]": "[bahwa Wali Kota Blitar dan Kota Blitar perlu;]"}),
    ("the town of the kabupaten", {"[bahwa perlu;]": "[bahwa Kota Trenggalek perlu;]"}),
    ("a regulation of the kota of that name", {KABUPATEN: "kabupaten: Blitar",
     "[Undang-Undang;]": f"[{WALI_KOTA}]  # expect: SOP606"}),
    ("a regulation of the kota itself", {KABUPATEN: KOTA,
     "[Undang-Undang;]": f"[{WALI_KOTA}]  # expect: SOP605"}),
    ("other names", {DIKTUM: DIKTUM + "    lampiran:\n      sebutan: {surat: Lain}"
     "  # expect: SOP735\n      judul: PENETAPAN SOP\n"} | PRINTED),
    ("nothing is decided", {"    menimbang:":
     '    menetapkan: ""  # expect: SOP737\n    menimbang:'}),
    ("letters not repeated", {"[bahwa perlu;]": "\n      - bahwa a;\n      - bahwa b;\n"
     "      - bahwa berdasarkan pertimbangan dimaksud dalam huruf a dan b, perlu "
     "menetapkan Keputusan;  # expect: SOP738", DIKTUM: IN_FORCE}),
    ("letters repeated", {"[bahwa perlu;]": "\n      - bahwa a;\n      - bahwa b;\n"
     "      - bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a dan "
     "huruf b, perlu menetapkan Keputusan;", DIKTUM: IN_FORCE}),
    ("not in force", {"[bahwa perlu;]": "[bahwa a;, bahwa perlu menetapkan;]",
     DIKTUM: DIKTUM.replace("\n", "  # expect: SOP755\n")}),
    ("no verb", {DIKTUM: "    diktum: [Standar Operasional.]  # expect: SOP739\n"}),
    ("no bahwa", {"[bahwa perlu;]": "[perlu;]  # expect: SOP740"}),
    ("no semicolon", {"[bahwa perlu;]": "[bahwa perlu.]  # expect: SOP740"}),
    ("a alone", {DIKTUM: f'    diktum: [Menetapkan., {BERLAKU}, "a. satu"]\n'.replace(
     '"a. satu"', '\n      "a. satu"  # expect: SOP741\n    ')}),
    ("half a head", {DIKTUM: DIKTUM + "    lampiran:\n      kepala: [nomor, tanggal]"
     "  # expect: SOP742\n      judul: PENETAPAN SOP\n"} | PRINTED),
    ("another title", {DIKTUM: DIKTUM + "    lampiran:\n"
     "      judul: PENETAPAN SOP ERA BARU  # expect: SOP743\n"} | PRINTED),
    ("a hole", {"[bahwa perlu;]": "[bahwa perlu adanya dalam urusan;]"
     "  # expect: SOP744"}),
    ("misspelled", {"[Buku agenda]": "[Nomor antrian]  # expect: SOP745"}),
    ("a word twice", {"[bahwa perlu;]": "[bahwa masing masing perlu;]"
     "  # expect: SOP745"}),
    ("blanks in a number", {NOMOR: "nomor: 000.8.3.3/ 1 /406.99/2025"
     "  # expect: SOP746"}),
    ("a number to be filled in", {NOMOR: "nomor: 000.8.3.3/ … /406.99/2025"
     "  # expect: SOP802"}),
    ("another count than the list's", {DIKTUM: '    diktum: ["Menetapkan tiga asas, '
     'yaitu:\\n1. cepat; dan\\n2. pasti."]  # expect: SOP770\n'}),
    ("the list's own count", {DIKTUM: '    diktum: ["Menetapkan dua asas, yaitu:'
     '\\n1. cepat; dan\\n2. pasti."]\n'}),
    ("a number that skips in a list inside a list", {DIKTUM: '    diktum: ["Menetapkan '
     'SOP, yaitu:\\na. umum:\\n   1) satu;\\n   3) tiga;\\nb. khusus."]'
     '  # expect: SOP754\n'}),
    ("numbers in a list inside a list", {DIKTUM: '    diktum: ["Menetapkan '
     'SOP, yaitu:\\na. umum:\\n   1) satu;\\n   2) dua;\\nb. khusus."]\n'}),
    ("a number that skips in a running list", {DIKTUM: '    diktum: ["Menetapkan SOP, '
     'yaitu: 1) satu; 2) dua; dan 4) empat."]  # expect: SOP754\n'}),
    ("a number twice in a running list", {DIKTUM: '    diktum: ["Menetapkan SOP, '
     'yaitu: 1) satu; 1) dua; dan 2) tiga."]  # expect: SOP754\n'}),
    ("a list that begins with b", {DIKTUM: '    diktum: ["Menetapkan SOP:\\nb. umum;'
     '\\nc. khusus."]  # expect: SOP754\n'}),
    ("a list that a paragraph breaks", {DIKTUM: '    diktum: ["Menetapkan:\\na. umum;'
     '\\nb. khusus.\\n\\nSelain itu:\\nc. lainnya."]  # expect: SOP754\n'}),
    ("a number twice in an item of a SOP", {"[Apabila terlambat, maka surat tidak "
     "tertangani.]": '["Apabila terlambat, maka:\\na. surat hilang;\\nb. tamu '
     'menunggu;\\nb. tamu pulang."]  # expect: SOP754'}),
    ("a title of something else", {"judul: BUKU SOP":
     "judul: PROFIL KANTOR  # expect: SOP771"}),
    ("another official", {"nama: SITI AMINAH": "nama: BUDI UJI", "[bahwa perlu;]":
     '["bahwa Camat Uji, Drs. SLAMET, M.M., perlu;"]  # expect: SOP178'}),
    ("approved days after the decree", {"tanggal_pengesahan: 2025-01-17":
     "tanggal_pengesahan: 2025-01-20  # expect: SOP144"}),
    ("a jabatan for a name", {"nama: SITI AMINAH":
     "nama: CAMAT UJI  # expect: SOP183"}),
    ("a tag of two letters", {"pangkat: Pembina":
     f"{TTE}tanda: '##'  # expect: SOP190"}),
    ("a box without room", {"pangkat: Pembina":
     f"{TTE}lebar: 60  # expect: SOP191\n  tinggi: 60"}),
    ("a QR on nothing", {"pangkat: Pembina":
     "pangkat: Pembina\ntte:\n  halaman_verifikasi: https://uji.id  # expect: SOP192"}),
    ("a page that no camera opens", {"pangkat: Pembina":
     f"{TTE}halaman_verifikasi: tte.uji.go.id  # expect: SOP194"}),
    ("a verb alone", {"uraian: Memeriksa surat":
     "uraian: Memeriksa  # expect: SOP224"}),
    ("a kegiatan that is not there", {"uraian: Memeriksa surat\n": "uraian: Memeriksa "
     "surat\n    keterangan: Bila salah kembali ke kegiatan 9  # expect: SOP329\n"}),
    ("a pointer", {"pencatatan: [Buku agenda surat masuk]":
     "pencatatan: [Buku agenda surat masuk, idem]  # expect: SOP773"}),
    ("a typed bullet", {"[Buku agenda]": '[Komputer, "- Agenda"]  # expect: SOP766'}),
    ("a copy twice", {DIKTUM: f"{DIKTUM}    tembusan: [Bupati, Bupati]  # expect: "
     "SOP774\n"}),
    ("decree behind the list", {"  - daftar_isi\n": "", "  - sampul\n":
     "  - sampul\n  - daftar_isi\n", "keputusan: sk-1}\n":
     "keputusan: sk-1}  # expect: SOP747\n"}),
)  # fmt: skip


def damaged(folder: Path, changes: dict[str, str]) -> Path:
    """Write the small office with some texts replaced, wherever they stand."""
    write_lambang(write_kantor(folder))
    for old, new in changes.items():
        (name,) = [n for n in FILES if old in (folder / n).read_text(encoding="utf-8")]
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def expected(folder: Path) -> list[tuple[str, int, str]]:
    """Return what the files say that is told: file, line, code."""
    return sorted(
        (name, number, code)
        for name in FILES
        for number, line in enumerate(
            (folder / name).read_text(encoding="utf-8").splitlines(), 1
        )
        if (match := EXPECT.search(line))
        for code in match[1].split()
    )


def findings_of(folder: Path) -> list[tuple[str, int, str]]:
    """Return what `check` finds in a book that can be read: file, line, code."""
    reading = read_buku(folder)
    assert reading.buku is not None
    assert reading.findings == ()
    return sorted(
        (Path(f.span.source.path).relative_to(folder).as_posix(), f.span.line, f.code)
        for f in lint(reading.buku)
    )


@pytest.mark.parametrize("case", CASES, ids=[name for name, _ in CASES])
def test_each_offence_is_told_on_its_line(
    case: tuple[str, dict[str, str]], tmp_path: Path
) -> None:
    folder = damaged(tmp_path / "uji", case[1])
    assert findings_of(folder) == expected(folder)


@pytest.mark.slow
def test_every_finding_says_what_to_do(tmp_path: Path) -> None:
    for name, changes in CASES:
        reading = read_buku(damaged(tmp_path / name.replace(" ", "-"), changes))
        assert reading.buku is not None
        for finding in lint(reading.buku):
            assert finding.saran, finding
            assert finding.message[:1] not in ".;,"


@pytest.mark.slow
def test_what_the_office_wrote_itself_is_never_an_error(tmp_path: Path) -> None:
    for name, changes in CASES:
        reading = read_buku(damaged(tmp_path / name.replace(" ", "-"), changes))
        assert reading.buku is not None
        errors = [f.code for f in lint(reading.buku) if f.severity is Severity.ERROR]
        assert errors == (["SOP602"] if name == "repealed, by id" else [])
