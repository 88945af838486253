"""German."""

WORDS = """
export: exportieren, exportiere, exportier, exportiert, exportierst, export, herunterladen,
    runterladen, lade herunter, lad herunter, herunterlade, downloaden, downloade, speichern,
    speichere, speicher, abspeichern, sichern, rendern, rendere, render, ausgeben, rausrendern,
    download link, downloadlink, umwandeln, wandle um, finalisieren, fertigstellen, herunter,
    runter, schick es mir, gib es mir
give: schick mir, schicke mir, schick, schicke, schicken, sende mir, sende, senden, send mir,
    gib mir, gib, geben, zuschicken, zusenden, will, möchte, hätte gern, hätte gerne, brauche,
    haben, kriegen, bekommen, kann ich haben, kann ich bekommen, wo ist, wo finde ich, teile,
    überreich mir
product: video, videos, datei, dateien, film, clip, ergebnis, version, fassung, endfassung,
    endversion, kopie, videodatei, schnitt
final: fertige, fertigen, fertiges, finale, finalen, finales, letzte, endgültige, ganze, ganzen,
    komplette, aktuelle
quality: hohe qualität, hoher qualität, beste qualität, bester qualität, niedrige qualität,
    niedriger qualität, höchste qualität, höchster qualität, qualität, hohe auflösung,
    hoher auflösung, auflösung
place: computer, rechner, handy, telefon, schreibtisch, desktop, festplatte, galerie, ordner, pc,
    laptop
credits: credits, credit, guthaben, kontostand, kontingent, punkte, tokens, aufladen
purse: wie viele credits, wieviele credits, wie viel guthaben, wieviel guthaben,
    wie viel habe ich noch, wieviel habe ich noch, wie viele videos, was kostet, wie viel kostet,
    habe ich genug, habe ich noch genug, reicht mein guthaben, reichen meine credits,
    wie viel habe ich verbraucht, habe ich noch credits, wie viele punkte
amount: wie viele, wie viel, wieviel, wieviele, genug, reicht, reichen
remain: übrig, verbleibend, verbleibende, verbleibenden, verfügbar, noch übrig, restliche,
    restlichen
state: stand, fortschritt, zustand, wie weit, wie weit bist du, wie weit sind wir, wie steht es,
    wie läuft es, wie läufts, wie sieht es aus, wie siehts aus, wie lange, wie lange noch,
    wann ist, wann ist es fertig, schon fertig, bist du fertig, ist es fertig, ist das fertig,
    was hast du geändert, was hast du gemacht, was hat sich geändert, was haben wir,
    was ist passiert, zusammenfassung, überblick, was ist in, was ist auf
show: zeig, zeige, zeig mir, zeige mir, zeigen, anzeigen, liste, auflisten, sag mir, ansehen,
    anschauen, prüfe, prüfen, überprüfe, abfragen, nachsehen, sehen, wie ist, wie hoch ist,
    was ist
draft: spuren, spur, zeitleiste, timeline, zeitachse, entwurf, projekt, projekts, projektes,
    szenen, clips, segmente, änderungen
which: was, welche, welcher, welches
is: ist, sind
ready: fertig, bereit, abgeschlossen, erledigt
upload: hochladen, lade hoch, lad hoch, hochlade, hoch, uploaden, importieren, importiere,
    anhängen, im anhang, anhang, schicke dir, schick dir, sende dir, dir schicken
material: foto, fotos, bild, bilder, musik, lied, audio, logo, aufnahme, aufnahmen, eigenes,
    eigene, eigenen
present: hier ist, hier sind, das ist, verwende, benutze, nutze, nimm, ich habe
negation: nicht, kein, keine, keinen, nie, niemals, noch nicht, ohne, stopp, nichts
cancel: warte, halt
edit: mach, mache, erstelle, füge, ändere, entferne, schneide, setze, schreib, erzeuge, ersetze,
    lösche
topic: über, titel, text, abspann, untertitel, mit dem text, erklärt, anleitung, tutorial
definite: der, die, das, den, dem, des, mein, meine, meinen, meinem, meiner, es, dieses, diese,
    diesen, unser, sein, dein
article: ein, eine, einen, einem, einer, eines
remark: gefällt mir, perfekt, super, danke, danke schön, toll, gut, sehr gut, klasse, ja, hallo,
    guten tag, guten morgen, prima, passt
filler: bitte, kannst du, können sie, könntest du, könnten sie, kann ich, könnte ich, darf ich,
    wie kann ich, wo kann ich, wie, ich, du, sie, wir, mir, mich, dir, uns, als, in, im, auf, aus,
    von, vom, zu, zum, zur, für, mit, an, am, bei, jetzt, sofort, gleich, mal, doch, noch, schon,
    format, wenn es fertig ist, sobald es fertig ist, sobald, wenn, vergiss nicht,
    vergiss nicht zu, kann, können, könnte, würde, gern, gerne, habe, hab, hast, konto,
    meinem konto, möglich, ist es möglich, momentan, aktuell, gerade, eben, wissen, er, ins, denn,
    dann mal, lade, lad, laden, ladet
stop: abbrechen, abbruch, brich ab, brich es ab, brich den export ab, brich das rendern ab,
    stopp das rendern, stoppe das rendern, stoppe den export, stornieren
job: auftrag, aufträge, jobs, aufgaben, laufende aufträge, im hintergrund, stapel, läuft gerade
measure: bewerte, bewerten, bewertung, eine bewertung, auswerten, werte aus, evaluiere,
    wie gut sind, wie gut ist, miss die qualität
trouble: prüfe die installation, prüfe meine installation, überprüfe die installation,
    überprüfe meine installation, prüfe die einrichtung, etwas ist kaputt, es funktioniert nicht,
    es geht nicht, nichts geht, nichts funktioniert, diagnose, eine diagnose, diagnostiziere
fresh: neues projekt, ein neues projekt, starte ein neues projekt, beginne ein neues projekt,
    erstelle ein neues projekt, anderes projekt
shape: hochformat, querformat, quadratisch, hochkant, quadrat, vertikal
shrink: komprimiere, komprimieren
join: und, dann, danach, und dann, aber
"""
