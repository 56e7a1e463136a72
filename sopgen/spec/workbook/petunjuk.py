"""What the first sheet of a workbook tells the staff."""

LINES = (
    ("Buku kerja SOP kecamatan", "judul"),
    ("Isi sel-sel putih pada lembar-lembar berikut, simpan sebagai .xlsx, lalu:", ""),
    ("sopgen check BERKAS.xlsx", "perintah"),
    ("memeriksa isian; setiap temuan menyebut lembar dan selnya. Dengan --annotate "
     "dibuat salinan yang selnya diwarnai dan diberi catatan.", ""),
    ("sopgen build BERKAS.xlsx", "perintah"),
    ("membangun buku: DOCX, PDF, Excel, dan gambar setiap bagan.", ""),
    ("", ""),
    ("Lembar", "bagian"),
    ("Buku: identitas kantor, tahun, dan pengaturan buku.", ""),
    ("Pejabat: yang menandatangani. Kodenya dipakai di lembar lain.", ""),
    ("Pengesahan: penanda tangan lembar pengesahan, bila lebih dari satu; boleh "
     "dikosongkan.", ""),
    ("Susunan: urutan bagian buku; boleh dikosongkan.", ""),
    ("Keputusan: satu butir dalam satu baris, menurut urutan cetak. [daftar SOP], "
     "sendiri pada satu baris, menjadi daftar semua SOP.", ""),
    ("Tabel Lampiran: tabel sendiri sebuah lampiran, baris pertamanya judul kolom; "
     "boleh dikosongkan.", ""),
    ("Dasar Hukum: dasar hukum keputusan; pilih peraturannya atau ketik UU 25/2009, "
     "kalimatnya disusun sendiri. Dasar hukum SOP ditulis di lembar SOP-nya.", ""),
    ("Daftar SOP: nama dan nomor setiap SOP, satu-satunya tempat keduanya ditulis.",
     ""),
    ("Satu lembar untuk setiap SOP: identitas di atas, kegiatan di bawah.", ""),
    ("Naskah: kata pengantar, pendahuluan, penutup; satu alinea dalam satu sel.", ""),
    ("Peraturan, Koreksi: tambahan kantor sendiri; boleh dikosongkan.", ""),
    ("Abaikan: temuan yang memang benar adanya, dengan alasannya; boleh dikosongkan.",
     ""),
    ("", ""),
    ("Mengisi lembar SOP", "bagian"),
    ("Satu baris untuk satu kegiatan. Kolom Ke kosong berarti ke kegiatan berikutnya, "
     "tanda - berarti tidak ke mana-mana.", ""),
    ("Keputusan: isi Jawaban 1 dan Ke 1 (misalnya Ya, 4), Jawaban 2 dan Ke 2 (Tidak, "
     "2). Beberapa tujuan ditulis dalam satu sel: 2, 3.", ""),
    ("Baris tanpa kegiatan adalah simbol tambahan bagi kegiatan di atasnya, misalnya "
     "arsip.", ""),
    ("Dasar hukum: pilih peraturannya, pasalnya di sebelah kata Pasal; atau tulis "
     'kalimat kantor sendiri. Dalam tanda petik ("UU No. 25 Th 2009") dicetak apa '
     "adanya.", ""),
    ("Kegiatan yang disisipkan boleh bernomor 2a; atau urutkan ulang kolom No beserta "
     "kolom Ke.", ""),
    ("Pelaksana yang berkelompok (Desa, Kecamatan): tulis kata Kelompok di sebelah "
     "kanan pelaksana pertama, dan nama kelompoknya di sebelah kanan kata itu, pada "
     "setiap baris pelaksana.", ""),
    ("Kolom sendiri: tambahkan judul Biaya, Tarif, Formulir, atau Aplikasi pada baris "
     "judul kolom. Judul lain ditulis dahulu pada isian Kolom di atas pelaksana; nama "
     "lain juga di sana, misalnya Kelengkapan: Persyaratan.", ""),
    ("Isian Mutu baku (tidak: tanpa ketiga kolomnya) dan Jumlah waktu (ya: baris "
     "jumlah di akhir bagan) boleh ditambahkan di sana, atau di lembar Buku untuk "
     "semua SOP.", ""),
    ("SOP baru: salin sebuah lembar SOP, ganti Kode SOP-nya, lalu tambahkan satu baris "
     "pada Daftar SOP.", ""),
    ("Huruf miring dan tebal diketik dengan bintang: *softcopy*, **asli**.", ""),
    ("", ""),
    ("Baris yang diawali kata contoh tidak dibaca. Baris kosong, kolom yang dipindah, "
     "dan lembar yang disembunyikan tidak mengganggu.", ""),
    ("Judul kolom dikunci tanpa kata sandi: Tinjau, Buka Proteksi Lembar. Lembar SOP "
     "tidak dikunci; judul yang terhapus di sana dikenali dari letaknya.", ""),
)  # fmt: skip
