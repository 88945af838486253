"""French. Apostrophes part words here: "l'export" is read as "l export"."""

WORDS = """
export: exporter, exporte, exportez, exporte la, exporte le, exportation, télécharger, télécharge,
    téléchargez, téléchargement, enregistrer, enregistre, enregistrez, sauvegarder, sauvegarde,
    sauvegardez, rendre, lance le rendu, faire le rendu, fais le rendu, rendu,
    lien de téléchargement, convertir, convertis, finaliser, finalise, finalisez, envoie la moi,
    envoie le moi, donne la moi, donne le moi
give: envoie moi, envoyez moi, envoie, envoyer, envoyez, m envoyer, donne moi, donnez moi, donne,
    me donner, passe moi, transmets moi, veux, voudrais, aimerais, avoir, récupérer, récupère,
    partage, partager, peux tu m envoyer, pouvez vous m envoyer, besoin de, besoin du, où est,
    où se trouve, file moi
product: vidéo, vidéos, fichier, fichiers, film, clip, résultat, version, montage, copie
final: final, finale, finales, complet, complète, dernier, dernière, terminé, terminée, fini,
    finie
quality: haute qualité, meilleure qualité, qualité maximale, basse qualité, qualité,
    haute résolution, résolution, haute définition
place: ordinateur, ordi, téléphone, bureau, disque, galerie, dossier, pc, portable, disque dur,
    mon ordinateur, mon téléphone, mon pc, mon bureau
credits: crédits, crédit, solde, quota, jetons, points, recharger
purse: combien de crédits, combien me reste, combien il me reste, combien de vidéos,
    combien ça coûte, combien coûte, combien ça a coûté, ai je assez, est ce que j ai assez,
    il me reste combien, reste t il des crédits, combien j ai dépensé, combien de jetons,
    combien de points, ai je encore
amount: combien, assez, suffisamment
remain: reste, restent, me reste, il me reste, reste t il, restants, restant, disponible,
    disponibles
state: statut, état, avancement, progression, où en est, où en es tu, où en sommes nous,
    où en est on, ça avance, comment ça avance, comment ça va avec, c est prêt, est ce prêt,
    est ce que c est prêt, c est fini, est ce fini, est ce que c est fini, c est terminé,
    tu as fini, as tu fini, prête, prêt, combien de temps, encore longtemps,
    dans combien de temps, qu as tu changé, qu est ce que tu as changé, qu as tu fait,
    qu est ce que tu as fait, qu est ce qu il y a, qu avons nous, résumé, nouvelles
show: montre, montre moi, montrez, montrez moi, montrer, voir, affiche, afficher, affichez, liste,
    lister, dis moi, quel est, quelle est, quels sont, quelles sont, consulter, consulte,
    vérifier, vérifie, regarder, regarde, connaître
draft: pistes, piste, timeline, chronologie, ligne de temps, brouillon, projet, scènes, clips,
    segments, plans, modifications
which: que, quoi, quel, quelle, quels, quelles
is: est ce que
upload: téléverser, téléverse, importer, importe, importez, charger, charge, uploader, joindre,
    joins, en pièce jointe, ajouter un fichier, envoyer une photo, envoyer un fichier, envoyer ma,
    envoyer mon, envoyer mes, envoyer une image, envoyer une vidéo, t envoyer, t envoie,
    vous envoyer, mettre en ligne
material: photo, photos, image, images, musique, chanson, audio, logo, enregistrement, propre
present: voici, voilà, utilise, utilisez, utiliser, j ai, prends, prenez
negation: ne, n, pas, jamais, rien, sans, arrête, arrêter
cancel: attends, attendez
edit: annule, annuler, annulez, crée, créer, fais, faire, ajoute, ajouter, mets, mettre,
    change, changer, enlève, coupe,
    génère, écris, retire, supprime
topic: titre, texte, générique, légende, générique de fin, au sujet, qui dit, expliquant,
    comment faire
definite: le, la, les, l, mon, ma, mes, ce, cette, ces, c, ça, cela, votre, ton, ta
article: un, une, des, autre
remark: j adore, parfait, super, merci, merci beaucoup, génial, bien, très bien, excellent, oui,
    bonjour, salut, d accord, bonsoir
filler: sur, s il te plaît, s il vous plaît, stp, svp, peux tu, pouvez vous, tu peux, vous pouvez,
    pourrais tu, pourriez vous, puis je, je peux, est ce que je peux, je, j, tu, vous, me, m, moi,
    te, de, du, d, à, au, aux, en, dans, avec, pour, par, maintenant, tout de suite, format,
    au format, quand c est prêt, quand ce sera prêt, comment, comment puis je, où puis je,
    pour moi, actuel, actuelle, il, elle, est, sont, y, a, possible, n oublie pas d,
    n oublie pas de, encore, déjà, compte, mon compte, sur mon compte, savoir, dois je,
    j aimerais, t, s, qui
stop: annule le rendu, annule l export, annulez le rendu, annulez l export, annuler le rendu,
    annuler l export, arrête le rendu, arrête l export, arrêtez le rendu
job: tâche, tâches, tâches en cours, travaux, en arrière plan, en cours, le lot, mon lot
measure: évalue, évaluer, évaluez, évaluation, une évaluation, note mes clips, mesure la qualité,
    mesure la qualité de
trouble: vérifie l installation, vérifiez l installation, vérifie mon installation,
    vérifie la configuration, vérifie ma configuration, ça ne marche pas, rien ne marche,
    quelque chose est cassé, quelque chose ne marche pas, diagnostique, diagnostic, un diagnostic
fresh: nouveau projet, un nouveau projet, crée un nouveau projet, commence un nouveau projet,
    démarre un nouveau projet, autre projet
shape: verticale, horizontale, carré, carrée, au format vertical
shrink: compresse, compresser, compresse la, compresse le
join: et, puis, ensuite, et puis, mais, alors
"""
