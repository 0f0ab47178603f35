// What the templates share: the shell, taken apart at its marks, and small pieces of HTML.
const fs = require("node:fs");
const path = require("node:path");

const KINDS = ["volume", "district", "field", "year", "award_level"];
const PAGE = 60;
const pieces = fs.readFileSync(path.join(__dirname, "shell.html"), "utf8").split(/\[\[hoa:([a-z_:-]+)\]\]/);
const labels = JSON.parse(fs.readFileSync(path.join(__dirname, "labels.json"), "utf8"));

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text) => String(text).replace(/[&<>"]/g, (letter) => ESCAPES[letter]);
const label = (code) => escaped(labels[code] ?? code);

/** A finished page. */
function pour(values) {
  return pieces.map((piece, at) => (at % 2 ? (values[piece] ?? "") : piece)).join("");
}

module.exports = { KINDS, PAGE, escaped, label, pour };
