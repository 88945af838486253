"""Indonesian. The ending -nya ("the", "its") stands on the nouns that people use it with."""

WORDS = """
export: ekspor, eksporkan, ekspornya, mengekspor, di ekspor, diekspor, unduh, unduhkan, mengunduh,
    diunduh, download, downloadkan, simpan, simpankan, menyimpan, disimpan, render, renderkan,
    merender, keluarkan, link unduhan, tautan unduhan, link download, konversi, ubah jadi mp4,
    jadikan mp4, selesaikan, mendownload
give: kirim, kirimkan, kirimin, kirim ke saya, kasih, kasih saya, beri, berikan, beri saya,
    berikan saya, minta, mau, ingin, butuh, bagi, bagikan, dapatkan, mana, di mana, dimana,
    serahkan, terima
product: video, videonya, film, filmnya, file, filenya, berkas, berkasnya, klip, klipnya, hasil,
    hasilnya, versi, versinya, salinan, video saya, rekaman jadi
final: final, finalnya, akhir, akhirnya, jadi, jadinya, lengkap, terakhir, terbaru, selesai
quality: kualitas tinggi, kualitas terbaik, kualitas rendah, kualitas, resolusi tinggi, resolusi,
    tinggi
place: komputer, laptop, hp, ponsel, desktop, folder, galeri, perangkat, disk, komputer saya
credits: kredit, kreditnya, saldo, saldonya, kuota, token, poin, sisa kredit, sisa saldo,
    isi ulang
purse: berapa sisa, berapa kredit, berapa saldo, sisa kredit saya, berapa banyak kredit,
    berapa video lagi, berapa biaya, berapa biayanya, cukup gak, apakah kredit, apakah saldo,
    kredit saya cukup, masih ada kredit, masih punya kredit, berapa token, berapa poin
amount: berapa, berapa banyak, cukup, habis, terpakai
remain: sisa, sisanya, tersisa, tinggal
state: status, statusnya, keadaan, progres, progresnya, kemajuan, perkembangan, sudah sampai mana,
    sampai mana, sudah selesai, sudah selesai belum, sudah jadi belum, udah jadi, udah selesai,
    udah kelar, sudah siap, apakah sudah selesai, apakah sudah siap, selesai belum, jadi belum,
    berapa lama, berapa lama lagi, kapan selesai, kapan jadi, masih lama, gimana progresnya,
    bagaimana perkembangannya, apa yang berubah, apa yang kamu ubah, apa yang diubah,
    apa saja yang, apa isi, apa yang ada, ringkasan
show: tampilkan, lihat, tunjukkan, perlihatkan, lihatkan, cek, periksa, beri tahu, daftar,
    sebutkan, bagaimana, gimana, cari tahu
draft: trek, treknya, timeline, linimasa, garis waktu, draf, proyek, proyeknya, adegan, segmen,
    klip klip, perubahan
which: apa, mana saja
ready: siap, beres, kelar, sudah jadi
upload: unggah, unggahkan, mengunggah, diunggah, uploadkan, upload, impor, imporkan, mengimpor,
    lampirkan, lampiran, kirim foto, kirim gambar, kirim file saya, masukkan file, mengupload
material: foto, fotonya, gambar, gambarnya, musik, lagu, audio, logo, rekaman, sendiri, milik saya
present: ini dia, pakai, gunakan, saya punya, berikut
negation: jangan, tidak, belum, tak, stop, tanpa, jangan dulu, gak, nggak
cancel: tunggu
edit: buat, buatkan, tambahkan, ganti, hapus, ubah, potong, tulis, bikin, bikinkan, pasang
topic: tentang, soal, judul, teks, penutup, bertuliskan, cara, tutorial, menjelaskan
definite: itu, saya, aku, ku, nya, yang, punyaku, kami, ini
article: sebuah, satu, lain, suatu
remark: bagus, keren, sempurna, terima kasih, makasih, mantap, oke, ya, halo, hai, selamat pagi,
    baik, sip
filler: tolong, mohon, bisa, bisakah, boleh, bolehkah, dong, deh, nih, kah, apakah, ke, di, dari,
    dalam, untuk, sebagai, dengan, sekarang, segera, langsung, cepat, format, kalau sudah selesai,
    jika sudah selesai, bagaimana cara, gimana cara, kamu, anda, dulu, lagi, sudah, udah, masih,
    ada, akun, akun saya, sama, pada, saat ini, jangan lupa, mau tahu, tahu, ingin tahu, perlu,
    harus, ke saya, buat saya, agar, oleh, sih, kan, min, kak, gan, bang
stop: batalkan, batal, hentikan render, hentikan ekspor, hentikan rendernya, hentikan ekspornya
job: tugas, pekerjaan, daftar tugas, di latar belakang, berjalan, sedang berjalan, batch
measure: evaluasi, evaluasikan, nilai klip, nilai klipnya, ukur kualitas, ukur kualitasnya,
    seberapa bagus
trouble: periksa instalasi, cek instalasi, periksa pengaturan, cek pengaturan, ada yang rusak,
    tidak berfungsi, tidak jalan, nggak jalan, gak jalan, diagnosa, diagnosis
fresh: proyek baru, buat proyek baru, mulai proyek baru, proyek lain
shape: vertikal, tegak, persegi, mendatar
shrink: kompres, kecilkan
join: lalu, kemudian, dan, terus, setelah itu, tapi, habis itu
"""
