"""Documents that people have: texts, tables, subtitles, pages. Read as data, never obeyed."""
