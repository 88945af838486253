"""Words that every language uses as they are: formats, sizes, loanwords."""

WORDS = """
format: mp4, mov, webm, mkv, avi, gif, mp4s, h264, h265
quality: 720p, 1080p, 1440p, 2160p, 2k, 4k, 8k, hd, fullhd, full hd, uhd, hq, 30fps, 60fps, 24fps,
    30 fps, 60 fps, 24 fps, 25fps, 48fps, 50fps, 25 fps, 48 fps, 50 fps, 1080, 720
filler: ok, okay, hi, hello, hey, nemo, bro, asap, thx
product: video, videos, file, files
export: export, download, render
upload: upload
credits: credits
state: status
shape: vertical, horizontal, 9x16, 16x9, 1x1, 4x5, 3x4, 4x3, 21x9
"""
