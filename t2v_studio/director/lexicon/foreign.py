"""The commonest words of four more languages, each with the English word that is read for it.

A row holds an English word, then Spanish, Portuguese, French and German ones for it. Accents do
not count. `-` stands for words of grammar: they tell the language and are read as nothing.
"""

from __future__ import annotations

LANGUAGES = ("es", "pt", "fr", "de")

FOREIGN = """
-: el la los las del al lo es que se su sus mi muy mas hay hoy para sea este esta video | o os as do
    da dos das ao que se seu sua muito mais para este esta video | le la les l du des au aux est que
    qui se sa son ses pour tres plus ce cette video | der die das den dem des ist sich sein seine
    ihr für sehr mehr dieser diese video
a: un una | um uma | une un | ein eine einen einem einer
with: con | com | avec | mit
in: en | em no na nos nas | dans en | im in
on: sobre | sobre | sur | auf
under: bajo | sob | sous | unter
through: por | pelo pela | par | durch
at: junto | junto | chez | am bei an
and: y | e | et | und
of: de | de | de d | von vom
dog: perro perra perrito | cachorro cao | chien | hund
cat: gato gata gatito | gato gata | chat chatte | katze kater
horse: caballo | cavalo | cheval | pferd
bird: pajaro ave | passaro | oiseau | vogel
fish: pez | peixe | poisson | fisch
wolf: lobo | lobo | loup | wolf
bear: oso | urso | ours | braunbär
man: hombre | homem | homme | mann
woman: mujer | mulher | femme | frau
boy: niño chico | menino | garçon | junge
grandfather: abuelo | avo | grandpere | opa
girl: niña chica | menina | fille | mädchen
child: bebe | criança | enfant | kind
robot: robot | robo | robot | roboter
astronaut: astronauta | astronauta | astronaute | astronaut
car: coche carro auto | carro | voiture | auto
bread: pan | pao | pain | brot
coffee: cafe | cafe | cafe | kaffee
book: libro | livro | livre | buch
table: mesa | mesa | table | tisch
bus: autobus bus | onibus autocarro | bus autobus | bus
rabbit: conejo | coelho | lapin | hase kaninchen
lion: leon | leao | lion | löwe
tiger: tigre | tigre | tigre | tiger
duck: pato | pato | canard | ente
cow: vaca | vaca | vache | kuh
fox: zorro | raposa | renard | fuchs
elephant: elefante | elefante | elephant | elefant
butterfly: mariposa | borboleta | papillon | schmetterling
train: tren | trem comboio | train | zug
boat: barco bote | barco | bateau | boot schiff
bicycle: bicicleta bici | bicicleta | velo | fahrrad
tree: arbol | arvore | arbre | baum
flower: flor | flor | fleur | blume
moon: luna | lua | lune | mond
sun: sol | sol | soleil | sonne
star: estrella | estrela | etoile | stern
house: casa | casa | maison | haus
beach: playa | praia | plage | strand
ocean: mar oceano | mar oceano | mer ocean | meer ozean
city: ciudad | cidade | ville | stadt
street: calle | rua | rue | straße strasse
forest: bosque selva | floresta | foret | wald
mountains: montaña montañas | montanha montanhas | montagne montagnes | berg berge bergen
lake: lago | lago | lac | see
river: rio | rio | riviere | fluss
park: parque | parque | parc | park
garden: jardin | jardim | jardin | garten
desert: desierto | deserto | desert | wüste
space: espacio | espaço | espace | weltraum weltall
castle: castillo | castelo | chateau | schloss burg
night: noche | noite | nuit | nacht
sunset: atardecer | entardecer | crepuscule | sonnenuntergang
dawn: amanecer | amanhecer | aube | sonnenaufgang
rain: lluvia | chuva | pluie | regen
snow: nieve | neve | neige | schnee
running: corre corriendo corren | corre correndo correm | court courant courent | läuft rennt
walking: camina caminando | caminha caminhando anda andando | marche marchant | geht spaziert
flying: vuela volando | voa voando | vole volant | fliegt
swimming: nada nadando | nada nadando | nage nageant | schwimmt
dancing: baila bailando | dança dançando | danse dansant | tanzt
eating: come comiendo comen | come comendo comem | mange mangeant mangent | frisst isst
drinking: bebe bebiendo | bebe bebendo | boit buvant | trinkt
sitting: sentado sentada | sentado sentada | assis assise | sitzt sitzend
playing: juega jugando juegan | brinca brincando | joue jouant jouent | spielt spielen
riding: monta montando | montando andando | monte | reitet
sleeping: duerme durmiendo | dorme dormindo | dort dormant | schläft
jumping: salta saltando | pula pulando | saute sautant | springt
black: negro negra | preto preta | noir noire | schwarzer schwarze schwarzes
white: blanco blanca | branco branca | blanc blanche | weißer weiße weißes
red: rojo roja | vermelho vermelha | rouge | roter rote rotes
blue: azul | azul | bleu bleue | blauer blaue blaues
small: pequeño pequeña | pequeno pequena | petit petite | kleiner kleine kleines
large: gran grande | grande | grand grande | großer große großes
full: llena lleno | cheia cheio | pleine plein | voller
"""
