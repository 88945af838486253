"""What the page of a batch is made of besides its rows: its frame, its looks, its behaviour."""

from __future__ import annotations

POLICY = (
    "default-src 'none'; media-src 'self' file:; style-src 'unsafe-inline'; "
    "script-src 'unsafe-inline'"
)
"""Prompts and names were written by anybody: nothing may be loaded but the videos beside."""

STYLE = """
:root{color-scheme:light dark;--paper:light-dark(#f5f6f8,#13161a);--card:light-dark(#fff,#1c2026);
--ink:light-dark(#1b2027,#e7e9ed);--soft:light-dark(#67707c,#98a1ae);--line:light-dark(#dfe3e8,#2f353d);
--main:light-dark(#2459c4,#84a9f7);--bad:light-dark(#b3261e,#f2938c);--odd:light-dark(#8a5a00,#e6b85c);
--good:light-dark(#1c7a4b,#6fce9e)}
:root[data-theme=light]{color-scheme:light}:root[data-theme=dark]{color-scheme:dark}
*{box-sizing:border-box}
body{margin:0 auto;padding:2rem clamp(1rem,3vw,3rem) 4rem;max-width:110rem;background:var(--paper);
color:var(--ink);font:15px/1.5 system-ui,sans-serif}
header{display:flex;justify-content:space-between;align-items:start;gap:1rem}
h1{font-size:1.8rem;letter-spacing:-.02em;margin:0;overflow-wrap:anywhere}
header p{margin:.1rem 0 0;color:var(--soft)}
button,input{border:1px solid var(--line);background:var(--card);color:inherit;font:inherit;
border-radius:99px;padding:.35rem .9rem}
button{cursor:pointer}
button[aria-pressed=true]{border-color:var(--bad);color:var(--bad)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.8rem;
margin:1.4rem 0}
.cards div,.scroll{background:var(--card);border:1px solid var(--line);border-radius:14px}
.cards div{padding:.8rem 1.1rem}
.cards b{display:block;font-size:1.6rem;font-weight:650;font-variant-numeric:tabular-nums}
.cards span{color:var(--soft);font-size:.85rem}
.tools{display:flex;gap:.6rem;margin:0 0 .8rem}
.tools input{flex:1;max-width:26rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
th{position:sticky;top:0;background:var(--card);text-align:left;font-size:.82rem;color:var(--soft);
font-weight:600;padding:.7rem .9rem;border-bottom:1px solid var(--line);cursor:pointer;
white-space:nowrap}
th:hover{color:var(--main)}
th[aria-sort=ascending]::after{content:" ↑"}th[aria-sort=descending]::after{content:" ↓"}
td{padding:.7rem .9rem;border-bottom:1px solid var(--line);vertical-align:top}
tr:last-child td{border-bottom:0}
td p{margin:.25rem 0 0;font-size:.82rem;color:var(--soft);max-width:24rem}
td i{color:var(--soft);font-style:normal}
.prompt{min-width:16rem;max-width:34rem;overflow-wrap:anywhere}
.id{font-variant-numeric:tabular-nums;white-space:nowrap}
.n{text-align:right;font-variant-numeric:tabular-nums}
video{display:block;width:240px;aspect-ratio:16/9;border-radius:10px;background:#000}
.chip{display:inline-block;border-radius:99px;padding:.05rem .65rem;font-size:.8rem;font-weight:600;
border:1px solid currentColor}
.chip.failed{color:var(--bad)}.chip.differs{color:var(--odd)}.chip.done{color:var(--good)}
:focus-visible{outline:2px solid var(--main);outline-offset:2px}
"""

SCRIPT = """
"use strict";
const root = document.documentElement, body = document.querySelector("tbody");
const heads = [...document.querySelectorAll("th")];
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
const key = (row, at) => {
  const text = row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();
  const number = text === "" ? NaN : Number(text);
  return Number.isNaN(number) ? text.toLowerCase() : number;
};
const compare = (a, b) => typeof a !== typeof b ? (typeof a === "number" ? -1 : 1)
  : a < b ? -1 : a > b ? 1 : 0;
const sort = (head, at) => {
  const up = head.getAttribute("aria-sort") !== "ascending";
  heads.forEach((other) => other.removeAttribute("aria-sort"));
  head.setAttribute("aria-sort", up ? "ascending" : "descending");
  const rows = [...body.rows].map((row) => [key(row, at), row]);
  rows.sort(([a], [b]) => up ? compare(a, b) : compare(b, a));
  body.append(...rows.map(([, row]) => row));
};
heads.forEach((head, at) => {
  head.tabIndex = 0;
  head.addEventListener("click", () => sort(head, at));
  head.addEventListener("keydown", (event) => { if (event.key === "Enter") sort(head, at); });
});
const search = document.getElementById("search"), failed = document.getElementById("failed");
const filter = () => {
  const words = search.value.toLowerCase(), only = failed.getAttribute("aria-pressed") === "true";
  for (const row of body.rows)
    row.hidden = (only && row.className === "done")
      || !row.textContent.toLowerCase().includes(words);
};
search.addEventListener("input", filter);
failed.addEventListener("click", () => {
  failed.setAttribute("aria-pressed", failed.getAttribute("aria-pressed") !== "true");
  filter();
});
const seen = new IntersectionObserver((entries) => entries.forEach((entry) => {
  if (!entry.isIntersecting) return;
  entry.target.preload = "metadata";
  seen.unobserve(entry.target);
}), {rootMargin: "200px"});
document.querySelectorAll("video").forEach((video) => seen.observe(video));
"""

TABLE = """<div class="scroll"><table><thead><tr><th>video</th><th>id</th><th>prompt</th>\
<th>state</th><th>asked, and got</th><th class="n">credits</th>{metrics}</tr></thead><tbody>
"""

FOOT = f"</tbody></table></div>\n<script>{SCRIPT}</script></body></html>\n"


def head(title: str, cards: str) -> str:
    """Return the page up to its table; both are HTML."""
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f"<title>{title}</title><style>{STYLE}</style></head>\n<body>"
        f"<header><div><h1>{title}</h1><p>What was made, and what was not.</p></div>"
        '<button id="theme" type="button" aria-label="Light or dark">◐</button></header>'
        f'<section class="cards">{cards}</section><div class="tools">'
        '<input id="search" type="search" placeholder="Search" aria-label="Search">'
        '<button id="failed" type="button" aria-pressed="false">Only what needs a look</button>'
        "</div>\n"
    )
