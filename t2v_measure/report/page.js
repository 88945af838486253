"use strict";
const root = document.documentElement;
document.getElementById("theme").addEventListener("click", () => {
  const dark = root.dataset.theme
    ? root.dataset.theme === "dark"
    : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});

const key = (row, column) => {
  const cell = row.cells[column];
  const text = cell ? cell.dataset.sort ?? cell.textContent.trim() : "";
  const number = text === "" ? NaN : Number(text);
  return Number.isNaN(number) ? text.toLowerCase() : number;
};
const order = (a, b) => {
  if (typeof a !== typeof b) return typeof a === "number" ? -1 : 1;  // numbers before words
  return a < b ? -1 : a > b ? 1 : 0;
};

for (const table of document.querySelectorAll("table.sortable")) {
  const heads = [...table.tHead.rows[0].cells];
  heads.forEach((head, column) => head.addEventListener("click", () => {
    const up = head.getAttribute("aria-sort") !== "ascending";
    heads.forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const rows = [...table.tBodies[0].rows].map((row) => [key(row, column), row]);
    rows.sort(([a], [b]) => up ? order(a, b) : order(b, a));
    table.tBodies[0].append(...rows.map(([, row]) => row));
  }));
}
