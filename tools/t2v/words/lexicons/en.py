"""English."""

WORDS = """
export: save, save as, save out, output, finalize, finalise, encode, reexport, convert, ship,
    deliver, turn it into, turn this into, turn that into, make it an mp4, make it a mov,
    make it a file, make an mp4, make the mp4, create the mp4, generate the mp4, make the final,
    create the final, generate the final, produce the final, build the final,
    generate the finished, make it downloadable, downloadable, render out, spit out, push out,
    wrap it up, wrap this up, wrap up, hand it over, hand that over, hand over, send it over,
    send that over, send this over, pass it over, send it, send it to me, give it to me,
    get it out, get it over, download link, a download link, download url, export link,
    link to download, i'll take it, the export, do the export, do the render, run the export,
    start the export, start exporting, start rendering, start the render, rendering, exporting,
    downloading, publish it, bounce it, mail me, email me, let me have it, redownload, in the can,
    wrap this, burn it, have it as, get it as, get this as, get that as, have this as
give: give, give me, give us, send me, send us, send, get, get me, gimme, have, hand me, shoot me,
    pass me, drop me, share, provide, return, want, need, i'd like, i would like, i'd love,
    would like, let me have, grab me, let us have, show me the final, show me the finished,
    show me the result, where is, where's, wheres, put it on my, put it on, put this on my,
    put the video on my, put the file on my, put that on my, put it in my, put it into my,
    drop it in my, drop it on my, drop it in, drop it on, leave it on my, over to me
product: clip, movie, film, result, results, final cut, rough cut, the cut, latest cut, version,
    cut of it, deliverable, output file, product, whole thing, everything, the lot, thing, a copy,
    copy, end result, masterpiece, vid, vids, slideshow, the edit, final edit, movie file,
    full thing, reel, montage
final: final, full, whole, entire, latest, current, edited, polished, complete, completed
quality: high quality, highest quality, best quality, good quality, max quality, maximum quality,
    full quality, low quality, lowest quality, medium quality, smaller size, small size,
    high resolution, highest resolution, full resolution, hi res, high res, high definition,
    quality, resolution, high, best, highest, standard quality, original quality, lossless,
    without watermark, no watermark, without the watermark
place: computer, laptop, desktop, phone, disk, drive, hard drive, hard disk, local, locally,
    downloads, folder, downloads folder, camera roll, gallery, photos app, device, pc, mac,
    machine, usb stick, iphone, ipad, android, tablet, google drive, dropbox, icloud, email,
    inbox, whatsapp, slack, youtube, tiktok, instagram

credits: credit, credit balance, balance, account balance, quota, allowance, tokens, points,
    funds, budget, top up, buy credits, buy more credits, run out, running out, run low,
    running low, low on, billing, usage, my plan, in my account, on my account, wallet,
    the damage, can i afford, could i afford, i can afford, can i still afford, used up, spent
purse: do i have enough, have i got enough, is there enough, are there enough, am i out of,
    am i low on, will i run out, am i running out, how many credits, how much credit,
    how many tokens, how many points, how much quota, what's my balance, what is my balance,
    what's my quota, how many videos can i, how many more videos can i, how many clips can i,
    how many more clips can i, how many more can i, how many can i, how much more can i,
    how much have i spent, how much did that cost, how much did it cost, how much did this cost,
    how much does it cost, how much will it cost, how much would it cost, how much does,
    how much will, what does it cost, what did that cost, what did it cost, did that cost,
    did it cost, was i charged, did you charge, do i need to top up, do i still have credits,
    do i have any credits, do i have credits, what do i have left, what have i got left,
    how much have i got, how much do i have, enough credits, enough tokens, enough quota,
    what's the cost, credits did that
amount: how much, how many, enough, cost, costs, charged, charge, price, used, any
remain: left, remaining, remain, remains, leftover, left over, available, to spend, spend,
    still have, got left

state: state, progress, status update, status report, any update, any updates, updates, an update,
    any news, eta, how far, how far along, how's it going, how is it going, how's it coming,
    how is it coming, coming along, how are things, how's it looking, how is it looking,
    what's happening, what is happening, what's going on, what is going on, where are we,
    where are we at, where do we stand, how long, how much longer, how much time, when will it,
    when will it be, when will the, when is it, what's the holdup, what's taking, still working,
    are you still, are you done, are you finished, are you ready, what's done, what is done,
    what we have, what we have so far, what you have, what you have so far, what you did,
    what i have so far, what you changed, what you've done, what you've changed, what was changed,
    what's missing, which step, what step, what stage, how much is done, how much is finished,
    how much is complete, how complete, did it work, did that work, did it go through, so far,
    as it stands, stuck, are we there yet, there yet, done yet, ready yet, finished yet,
    in progress, still running, still rendering, still going, preview, still processing,
    rendered yet, took so long, summary
asked: what did you, what have you, what else did you, what changes did you,
    which changes did you, did you, have you, has the, what do we have, what have we got,
    what do i have so far, what's on the, what is on the, what's in my, what is in my,
    what's on my, what is on my, what's in the, what is in the, what's in it, what's in there,
    how long is the, how long is it, how long is my, what happened to, what tracks, which tracks,
    what clips, which clips, what scenes, which scenes, what layers, how many tracks,
    how many clips, how many scenes, is the render, is the export, is the upload, is the download,
    has it, has my, what's the length, what's the duration, what's the status, what is the status,
    what's the state, what is the state, is my render, is my export, what changed, what's changed,
    what has changed, what's new, what's different, were you able to, did the, did it, did my
show: show, show me, show us, list, list all, tell me, check, check on, see, look at, view,
    display, let me see, let me know, let's see, give me a list of, give me an overview of,
    summarize, summarise, describe, overview of, walk me through, take me through, read me,
    have a look at, take a look at, what about, look up, query, find out, report, report on,
    inspect, review, go over, recap, remind me
draft: timeline, time line, tracks, track list, tracklist, draft, project, scenes, layers,
    segments, edits, sequence, changes, session, clips, elements, contents, content
which: what, what's, which, what is, what are, are there
is: is, are, was, is it, is my, is the
ready: done, ready, finished, over, good to go, all set, finish, finished with, happy, happy with,
    satisfied, satisfied with, rendered, exported, uploaded, downloaded, processed, generated,
    updated, saved, working, through with

upload: uploading, attach, import, bring in, load in, send you, give you, hand you, sending you,
    giving you, add a file, add my own, add my file, use my own, bring my own, ingest, pull in,
    attached, i've attached, attaching, submit, work with my, start from my, share with you
material: photo, photos, picture, pictures, pic, pics, image, images, footage, logo, song,
    song track, music, audio, recording, recordings, attachment, attachments, screenshot, media,
    material, soundtrack, voiceover, track, tune, document, pdf, voice, dataset, selfie, shots,
    own, mine, sound, vacation
present: here's, here is, here are, this is, these are, i have, i've got, i got, take, use, grab,
    is at, are at, is in, are in, is here, are here, include, insert, fetch, work with, try, under

negation: don't, do not, not, no, never, stop, abort, hold off, hold, skip, pause, instead of,
    rather than, avoid, nope, no need, forget, forget about, delay, postpone, can't, cannot,
    won't, wouldn't, shouldn't, didn't, doesn't, undo, nah
cancel: wait, hold on, not yet, never mind, nevermind, not now, hang on, cancel, cancel that
edit: add, make, create, generate, change, replace, remove, delete, cut, trim, crop, put, set,
    turn, move, swap, mute, fix, adjust, apply, shorten, extend, write, draw, animate, produce,
    design, build, balance the, balance out, balance it, balance them, balance this, balance my,
    credit the, credit me, credit him, credit her, track the, track my, track him, track her,
    state the, state that, save me, save us, redo, keep, give it, give the, give him, give her
topic: about, explaining, explainer, tutorial, how to, guide, documentary, commercial, promo,
    caption, subtitle, title, text, titled, called, saying, says, named, reads
noise: expert, experts, statue, statues, statute, tender, gender, sender, lender, vender, renders,
    exported goods, unload, tracts, racks, trucks, edits of, stages, stats, solve, balanced,
    valance, rebalance, quote, imports, impart, reverse, picture of, pictures of, photo of,
    photos of, image of, images of, footage of, song about, song by, point of view, word, words

definite: the, my, this, that, our, your, these, those, it, its, it's, them, all, all of, all the,
    that's, his
article: a, an, another, some, new, one
remark: i, i'm, i've, i'll, we, we're, we've, boss, client, he, she, they, there, because, since,
    sorry, love, looks, nice, great, perfect, awesome, cool, good, excellent, amazing, wonderful,
    fantastic, beautiful, brilliant, sweet, lovely, superb, well, honestly, wow, thanks,
    thank you, alright, yes, yeah, yep, sure, fine, all good, that is
filler: please, kindly, can, could, would, will, may, might, should, shall, do, does, did, be,
    been, am, you, me, us, to, as, in, on, at, of, into, onto, from, with, for, by, just, now,
    right now, right away, immediately, soon, quick, quickly, real quick, today, tonight, already,
    again, too, once, when, when it's, when you're, when you can, when you get a chance,
    as soon as, if, if you can, if you could, if you don't mind, still, yet, currently,
    at the moment, exactly, really, actually, maybe, perhaps, simply, directly, go ahead,
    go ahead and, let's, lets, let us, let, time to, try to, want to, wanna, i wanna, i want to,
    i need to, i'd like to, like to, need to, have to, got to, gotta, going to, gonna, love to,
    ready to, want you to, need you to, able to, possible, possible to, is it possible to,
    would it be possible to, don't forget to, do not forget to, can't you, couldn't you, why not,
    why don't you, no changes, no more changes, no further changes, no problem, no worries,
    no rush, not bad, can't wait, don't worry, i don't know, not sure, mind, would you mind, how,
    how do i, how can i, how do we, how would i, how should i, where can i, where do i,
    where could i, when can i, way to, is there a way to, can i, could i, may i, can we, u, ur,
    yo, dude, buddy, mate, pal, folks, sir, cheers, in advance, a lot, so much, very, much,
    morning, good morning, good evening, off, away, out, up, format, formats, size, type,
    extension, myself, me a, number, amount, total, exact, rest, overall, here, who, do i, do we,
    have i, i still, btw, fyi, lol, haha, hmm, um, uh, oh, or, either, tia, way, job, work,
    great work, great job, good job, nice work, well done, looks good, lgtm, sounds good,
    from my side, my side, it take, this take, that take, on my end, that's it, that's all,
    that is all, that's everything, i'm done, we're done, finally, made, more, longer, others,
    i'm happy, approved, bit, few, wonder, i wonder, wondering, curious, know, believe, ever,
    long, first, afterwards, kind of, called it, version of it, last, bought, another one, other,
    were, ago, things, look, looking, everyone
join: and, then, and then, but, so, also, after that, plus
"""
