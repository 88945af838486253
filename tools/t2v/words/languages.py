"""Which language a text is in: by its script, and by small words that only one language has."""

from __future__ import annotations

SCRIPTS = (
    ("ja", "\u3040", "\u30ff"),  # kana
    ("ko", "\u1100", "\u11ff"),
    ("ko", "\uac00", "\ud7af"),
    ("zh", "\u3400", "\u9fff"),  # Japanese writes these too, but seldom without kana
    ("ru", "\u0400", "\u04ff"),
)
"""Language, first and last character; the first row with a character in the text decides."""

_KANJI_WORDS = ("動画", "残高", "進捗", "書出", "編集", "映像", "写真", "画像", "送信")
"""What Japanese writes without kana and Chinese does not write so."""

_MARKERS = """
es: el los las una unos del por para que mi mis tu su es está esta este con sin y quiero puedes
    puede favor cuántos cuanto cuánto cuánta créditos creditos saldo estado descargar descarga
    exporta expórtalo descárgalo bájalo dame mándame envíame pásame vídeo archivo sube subir
    muéstrame listo haz añade agrega pon cambia hazlo quita guárdalo guarda cómo como qué hola
    gracias guardar renderiza renderizar enséñame bajar línea pistas queda quedan progreso ahora
    muestra mostrar lista tengo texto ¿ anuncio explica alcanza va pantalla terminaste ya imagen
    exportar restantes adjunto ver consultar subtítulos más corto cancela crea proyecto nuevo
pt: o os um uma do da dos das no na nos nas não nao por para que meu minha meus seu você voce está
    é com sem e quero pode poderia favor quantos quanto créditos saldo estado baixar baixa baixe
    exporta exporte exportar vídeo vídeos arquivo enviar envia manda mande me faz faça adiciona
    adicione coloca muda tira deixa já pronto como qual mostra mostre faixas salvar salva salve
    restam resta tenho oi olá obrigado obrigada agora carregar subir linha projeto trem anúncio
    explica azul imagem indo mostrar ver restante legendas mais cancela renderização instalação
    verifica cada linha
fr: le la les un une des du de au aux et est que qui mon ma mes ton ta votre vos je tu il elle
    nous vous ce cette pour avec sans sur dans pas ne veux voudrais peux pouvez peut combien
    crédits crédit solde statut état etat télécharger téléchargez télécharge exporte exporter
    exportez vidéo vidéos fichier envoie envoyer envoyez donne donnez moi fais crée ajoute ajoutez
    montre montrez où comment quel quelle quels merci bonjour svp plaît prêt prête mets change
    enlève reste pistes téléverser téléverse importer rendu enregistre enregistrer sauvegarder
    sauvegarde progression avancement pub c écris restants restant charger voir moi-la moi-le
    raccourcis
de: was der die das den dem ein eine einen einer und ist nicht mit ohne für fur auf von zu zum zur
    im ich du wir mein meine mir bitte kannst können könntest möchte wie viele viel guthaben stand
    exportieren exportiere exportier herunterladen lade runterladen hochladen hoch schick schicke
    gib zeig zeige mach mache füge ändere entferne fertig datei spuren übrig noch habe hallo danke
    wo wann speichern speichere rendern rendere spur zeitleiste kontostand auflisten jetzt schreib
    erkläre werbung foto bild fortschritt anzeigen verbleibende verbleibenden diese dieser dieses
    kürzer schon abbrechen
id: yang dan di ke dari untuk dengan saya aku kamu ini itu apa apakah berapa sisa kredit saldo
    ekspor unduh unduhkan kirim kirimkan unggah buat buatkan tambahkan ganti hapus tolong mohon
    sudah belum selesai bisa mau ingin videonya filenya proyek proyeknya bagaimana tampilkan trek
    jangan dulu simpan berikan kasih lihat cek mana dong sampai tentang judulnya musiknya iklan
    tulis jadikan jelaskan bilah kereta lagi punya gimana unggahkan eksporkan render kemajuan
    daftar subtitle lebih batalkan isi gambar mengunggah tinggal taman
en: the a an my is are it this that and to of for with me you i what how please can could do did
    have has not show give send make add change put save balance check when where in on at let
    final want need will was no so as or if we he us am be by but they them then now get got see
    had go
"""
"""Words that tell the languages written in Latin letters apart, requests' own words among them."""

LATIN = {
    row[:2]: frozenset(row[3:].split())
    for row in _MARKERS.replace("\n    ", " ").strip().splitlines()
}

SAMPLE = 400
"""Characters that tell the language; more would only cost time."""


def guess(text: str) -> str:
    """Return the ISO 639-1 code of the text's language; English when nothing tells."""
    text = text[:SAMPLE]
    for language, first, last in SCRIPTS:
        if any(first <= character <= last for character in text):
            japanese = language == "zh" and any(word in text for word in _KANJI_WORDS)
            return "ja" if japanese else language
    return _latin(text.casefold())


def _latin(text: str) -> str:
    words = "".join(c if c.isalpha() else " " for c in text).split()
    counts = {code: sum(word in markers for word in words) for code, markers in LATIN.items()}
    best = max(counts.values())
    return "en" if counts["en"] == best else max(counts, key=lambda code: counts[code])
