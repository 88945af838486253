"""Spanish."""

WORDS = """
export: exportar, exporta, exporte, expórtalo, expórtala, exportarlo, exportarla, expórtame,
    expórtamelo, exportación, descargar, descarga, descargue, descárgalo, descárgala, descargarlo,
    descargarla, descárgame, descargármelo, bajar, baja, bájalo, bájame, bajarlo, bajármelo,
    guardar, guarda, guarde, guárdalo, guárdala, guardarlo, guárdame, renderizar, renderiza,
    renderízalo, renderizarlo, enlace de descarga, link de descarga, convertir, conviértelo,
    finalizar, finalízalo, envíamelo, mándamelo, pásamelo, dámelo, procesa el final
give: dame, deme, mándame, manda, enviar, envía, envíame, envíeme, pásame, pasa, entrégame,
    comparte, compárteme, quiero, quisiera, necesito, me das, me mandas, me envías, me pasas,
    me puedes mandar, me puedes enviar, me puedes pasar, me puedes dar, puedes darme,
    puedes mandarme, puedes enviarme, puedes pasarme, dónde está, dónde queda, tener
product: vídeo, vídeos, archivo, archivos, película, clip, resultado, versión, montaje, fichero,
    copia, peli, trabajo, reel
final: final, finales, completo, completa, último, última, acabado
quality: alta calidad, máxima calidad, mejor calidad, baja calidad, calidad, alta resolución,
    resolución, alta definición
place: computadora, ordenador, móvil, celular, teléfono, escritorio, disco, galería, carpeta,
    equipo, pc, carrete
credits: créditos, crédito, saldo, cuota, fichas, tokens, puntos, me alcanza, alcanza,
    me alcanzan, recargar
purse: cuánto me queda, cuántos créditos, cuánto saldo, cuántos vídeos puedo, cuántos vídeos más,
    cuánto cuesta, cuánto he gastado, cuánto costó, tengo suficientes, tengo suficiente,
    me quedan créditos, me queda saldo, cuánto tengo, cuántos me quedan, cuántos puntos
amount: cuánto, cuántos, cuánta, cuántas, suficiente, suficientes, gastado
remain: queda, quedan, me queda, me quedan, restantes, restante, disponible, disponibles
state: estado, progreso, avance, cómo va, cómo vamos, cómo está, cómo anda, por dónde vas,
    por dónde vamos, ya está, ya está listo, ya está lista, está listo, está lista, ya terminaste,
    terminaste, ya acabaste, ya quedó, está terminado, está hecho, cuánto falta, cuánto tiempo,
    falta mucho, novedades, qué cambiaste, qué has hecho, qué hiciste, qué has cambiado, qué hay,
    qué tenemos, qué llevas, resumen, cuándo estará, cuánto tardará, cuánto tarda
asked: qué hay en, qué cambiaste en
show: muestra, muéstrame, mostrar, muestre, enséñame, ver, lista, listar, dime, consulta,
    consultar, revisa, revisar, checar, comprobar, verificar, cuál es, cuáles son, mira
draft: pistas, pista, línea de tiempo, timeline, borrador, proyecto, escenas, clips, segmentos,
    cambios
which: qué, cuál, cuáles
ready: listo, terminado, hecho
upload: subir, sube, suba, súbelo, subirlo, subo, cargar, carga, importar, importa, adjuntar,
    adjunto, adjunta, te mando, te envío, te paso
material: foto, fotos, imagen, imágenes, música, canción, audio, logo, grabación, propio, propia
present: aquí está, aquí tienes, aquí van, este es, esta es, estas son, tengo, usa, usar, utiliza
negation: no, nunca, todavía no, aún no, sin, detén
cancel: espera
edit: haz, crea, añade, agrega, pon, cambia, quita, corta, genera, hacer, crear
topic: sobre, acerca de, título, texto, créditos finales, que diga, cómo hacer, explicando
definite: el, la, los, las, mi, mis, este, esta, lo, su, tu, eso, esto, ese
article: un, una, unos, unas, otro, otra
remark: me gusta, perfecto, genial, gracias, muchas gracias, bien, muy bien, excelente, sí, vale,
    hola, buenas, buenos días
filler: por favor, porfa, porfavor, puedes, podrías, puede, puedo, podría, quiero que,
    necesito que, me, te, se, de, del, a, al, en, con, como, por, ya, ahora, ahora mismo,
    en formato, formato, cuando esté listo, cuando termines, cómo puedo, cómo, dónde puedo,
    para mí, para, actual, ahorita, tengo que, vamos a, es posible, no olvides, hay, es, son,
    todavía, aún, más, cuenta, mi cuenta, en mi cuenta, quisiera saber, saber, mío, aquí
stop: cancela, cancelar, cancélalo, cancele, detén el render, detén la exportación, para el render
job: trabajos, tareas, tarea, trabajos en curso, en segundo plano, en curso, el lote, mi lote
measure: evalúa, evaluar, evalúalos, evalúalo, evaluación, una evaluación, qué tan buenos son,
    qué tan bueno es, qué calidad tienen, puntúa, mide la calidad de, mide la calidad
trouble: revisa la instalación, revisa mi instalación, comprueba la instalación, algo está roto,
    algo está mal, algo falla, algo no funciona, no funciona, diagnostica, diagnóstico,
    revisa mi configuración, revisa la configuración, comprueba mi configuración
fresh: nuevo proyecto, un nuevo proyecto, proyecto nuevo, un proyecto nuevo, empieza otro proyecto,
    crea un nuevo proyecto, crea un proyecto nuevo, empieza un nuevo proyecto
shape: cuadrado, cuadrada, apaisado
shrink: comprime, comprímelo, comprimir
join: y, luego, después, entonces, y luego, y después, pero
"""
