"""Portuguese."""

WORDS = """
export: exportar, exporta, exporte, exporta o, exportação, baixar, baixa, baixe, baixá lo,
    fazer download, faz o download, faça o download, fazer o download, descarregar, descarrega,
    salvar, salva, salve, guardar, guarda, renderizar, renderiza, renderize, renderização,
    link de download, link para baixar, converter, converte, finalizar, finaliza, finalize,
    me manda ele
give: me manda, me mande, me envia, me envie, me dá, me dê, me passa, me passe, manda, mande,
    envia, envie, enviar, mandar, quero, queria, preciso, gostaria, pode me mandar,
    pode me enviar, pode me dar, pode me passar, pode mandar, pode enviar, cadê, onde está,
    compartilha, compartilhe, manda pra mim, entrega, ter
product: vídeo, vídeos, arquivo, ficheiro, filme, clipe, resultado, versão, montagem, cópia,
    trabalho
final: final, finais, completo, completa, último, última, finalizado
quality: alta qualidade, melhor qualidade, máxima qualidade, baixa qualidade, qualidade,
    alta resolução, resolução, alta definição
place: computador, celular, telemóvel, desktop, área de trabalho, galeria, pasta, disco, pc,
    telefone, notebook
credits: créditos, crédito, saldo, cota, tokens, pontos, fichas, dá para mais, recarregar
purse: quantos créditos, quanto saldo, quanto me resta, quantos vídeos, quanto custa,
    quanto custou, quanto gastei, quanto eu gastei, tenho créditos suficientes, tenho saldo,
    ainda tenho créditos, quanto ainda tenho, quanto eu ainda tenho, quanto resta, quanto sobrou,
    quantos pontos
amount: quanto, quantos, quanta, quantas, suficiente, suficientes
remain: resta, restam, sobrou, sobraram, restante, restantes, disponível, disponíveis, ainda tenho
state: estado, andamento, progresso, como está, como tá, como está indo, como vai, já está pronto,
    já tá pronto, está pronto, tá pronto, já terminou, terminou, já acabou, ficou pronto,
    quanto falta, quanto tempo, falta muito, o que você mudou, o que mudou, o que você fez,
    o que foi feito, o que tem, o que temos, resumo, quando fica pronto, em que pé está,
    novidades, situação
show: mostra, mostre, mostrar, me mostra, me mostre, ver, lista, liste, listar, me diz, me diga,
    qual é, qual o, qual a, quais são, consulta, consultar, verificar, verifica, checar, confere,
    olhar
draft: faixas, faixa, linha do tempo, timeline, rascunho, projeto, cenas, clipes, segmentos,
    trilhas, mudanças
which: que, qual, quais, o que
ready: pronto, pronta, terminado, concluído
upload: fazer upload, faz upload, faz o upload, faça upload, subir, sobe, suba, carregar, carrega,
    carregue, importar, importa, importe, anexar, anexo, anexei, enviar arquivo,
    enviar um arquivo, enviar uma foto, enviar foto, enviar uma imagem, enviar um vídeo,
    enviar meu, enviar minha, te mando, te envio, vou enviar
material: foto, fotos, imagem, imagens, música, áudio, logo, gravação, própria, próprio
present: aqui está, aqui estão, este é, esta é, esse é, essa é, tenho, usa, use, usar, segue
negation: não, nunca, ainda não, sem, pare, para de
cancel: espera, espere
edit: faz, faça, cria, crie, adiciona, adicione, coloca, coloque, muda, mude, tira, tire, remove,
    corta, gera, gere
topic: sobre, título, texto, legenda, créditos finais, dizendo, explicando, como fazer
definite: o, a, os, as, meu, minha, meus, minhas, este, esta, esse, essa, isso, isto, ele, ela,
    seu
article: um, uma, uns, umas, outro, outra
remark: gostei, perfeito, ótimo, obrigado, obrigada, valeu, legal, beleza, sim, oi, olá, bom dia,
    bom, muito bom, excelente
filler: por favor, pode, poderia, posso, consegue, quero que, preciso que, me, te, se, de, do, da,
    dos, das, no, na, em, pra, para, pro, com, como, por, já, agora, em formato, formato,
    quando estiver pronto, quando terminar, como eu, como posso, onde posso, pra mim, para mim,
    atual, eu, tenho que, vamos, é possível, não esqueça de, são, tá, ainda, mais, conta,
    minha conta, na minha conta, saber, aí, aqui, você
stop: cancela, cancelar, cancele, cancela isso, para a renderização, pare a renderização
job: trabalhos, tarefas, tarefa, em segundo plano, em execução, rodando, o lote, meu lote
measure: avalia, avalie, avaliar, avaliação, uma avaliação, quão bons são, quão bom é,
    mede a qualidade, meça a qualidade, mede a qualidade dos
trouble: verifica a instalação, verifique a instalação, verifica minha instalação, algo quebrou,
    algo está quebrado, algo deu errado, não funciona, não está funcionando, diagnostica,
    diagnóstico, verifica a configuração, verifique minha configuração
fresh: novo projeto, um novo projeto, projeto novo, cria um novo projeto, crie um novo projeto,
    começa um novo projeto, comece um novo projeto, outro projeto
shape: quadrado, quadrada
shrink: comprime, comprima, comprimir
join: e, depois, então, e depois, mas
"""
