"""Words of orders to an editor in four more languages, each with the English for it.

A row holds the English, then Spanish, Portuguese, French and German for it, with `/` between
several ways to say it; accents do not count. The first row holds the words that an order begins
with.
"""

from __future__ import annotations

ORDERS = """
add: añade/agrega/añadir/pon/ponle | adicione/adiciona/coloque/põe | ajoute/ajouter/mets/ajoutez |
    füge/hinzufügen/setze/ergänze
remove: quita/elimina/borra/saca | remova/remove/tire/apague/exclua |
    enlève/supprime/retire/enlever | entferne/lösche/nimm
change: cambia/cambie/modifica | mude/altere/troque |
    change/modifie/remplace | ändere/ersetze/wechsle
make it: que sea/haz que sea/quiero que sea/que esté/haz que esté |
    que seja/faça com que seja/quero que seja/que fique |
    que ce soit/fais que ce soit/je veux que ce soit | lass es sein
make it rain: que llueva/haz que llueva | faça chover/que chova | fais pleuvoir/qu'il pleuve |
    lass es regnen
make it snow: que nieve/haz que nieve | faça nevar/que neve | fais neiger/qu'il neige |
    lass es schneien
make: haz/hazlo/hazla/haga/ponlo/ponla | faça/deixe/deixa/torne | rends/fais/rendez | mach/mache
move: mueve/mover | mova/mover | déplace/bouge | verschiebe/bewege
duplicate: duplica/copia | duplique/copie | duplique/copie | dupliziere/kopiere
split: divide/parte | divida/corte | coupe/divise | teile
undo: deshacer/deshaz | desfazer/desfaça | annuler/annule | rückgängig machen/rückgängig
speed up: acelera/acelerar | acelere/acelerar | accélère/accélérer | beschleunige
slow down: ralentiza/desacelera | desacelere | ralentis/ralentir | verlangsame
to: a/al/hasta | para/ao/até | à/au/jusqu'à | auf/zu/bis/in
for: por | por | par | gegen/durch
it: lo | | | es/ihn
the music: la música/musica | a música | la musique | die musik/musik
the title: el título/el titulo/título | o título | le titre/titre | den titel/der titel/titel
subtitles: subtítulos | legendas | sous-titres | untertitel
the video: el vídeo/el video | o vídeo | la vidéo | das video
scene: escena/la escena | cena/a cena | scène/la scène | szene/die szene
transitions: transiciones/transición | transições/transição | transitions/transition |
    übergänge/übergang
vertical: vertical | vertical/na vertical | vertical/verticale | hochkant/vertikal
square: cuadrado | quadrado | carré | quadratisch
horizontal: horizontal | horizontal | horizontal | querformat/horizontal
warmer: más cálido/más cálida | mais quente | plus chaud/plus chaude | wärmer
colder: más frío/más fría | mais frio/mais fria | plus froid/plus froide | kälter
brighter: más brillante/más claro/más luminoso | mais claro/mais brilhante |
    plus lumineux/plus clair | heller
darker: más oscuro | mais escuro | plus sombre | dunkler
faster: más rápido/más rápida | mais rápido | plus vite/plus rapide | schneller
slower: más lento/más lenta | mais lento/mais devagar | plus lent/plus lentement | langsamer
longer: más largo | mais longo | plus long | länger
shorter: más corto | mais curto | plus court | kürzer
louder: más alto/más fuerte | mais alto | plus fort | lauter
quieter: más bajo | mais baixo | moins fort | leiser
black and white: blanco y negro/en blanco y negro | preto e branco/em preto e branco |
    noir et blanc/en noir et blanc | schwarzweiß/schwarz-weiß
happy: alegre/feliz | alegre/feliz | joyeuse/joyeux | fröhliche/fröhlich
calm: tranquila/tranquilo/suave | calma/calmo/tranquila | calme/douce | ruhige/ruhig
epic: épica/épico | épica/épico | épique | epische/episch
seconds: segundos/segundo | segundos/segundo | secondes/seconde | sekunden/sekunde
first: primera/primero | primeira/primeiro | première/premier | erste/ersten
last: última/último | última/último | dernière/dernier | letzte/letzten
second: segunda | segunda | deuxième | zweite/zweiten
with: con | com | avec | mit
and: y | e | et | und
that says: que diga/que dice | que diga/que diz | qui dit | mit dem text
red: rojo/roja | vermelho/vermelha | rouge | rot
yellow: amarillo/amarilla | amarelo/amarela | jaune | gelb
-: el/la/los/las/del/de/un/una/más | o/a/os/as/do/da/de/um/uma/em |
    le/la/les/des/du/de/un/une/en/plus | der/die/das/den/dem/ein/eine/einen/hinzu/mehr
"""

STARTS = ("add", "remove", "change", "make", "move", "duplicate", "split", "undo", "speed up",
          "slow down", "make it", "make it rain", "make it snow")  # fmt: skip
"""Rows whose words begin an order."""
