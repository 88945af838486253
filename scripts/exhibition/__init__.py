"""The gallery: what the studio makes of sixty prompts, as pictures, words and times on one page."""
