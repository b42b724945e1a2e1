"""Helpers shared by the extraction scripts in this folder.

The scripts are run by hand, once per data update, never in CI. Each one reads
unpacked upstream packages and writes tables to data/text. A table is UTF-8,
TAB separated, LF terminated, with a header line, its rows unique and in the
byte order of `LC_ALL=C sort`.
"""

import bz2
import pathlib
import re
import sys
import unicodedata

OUT = pathlib.Path(__file__).resolve().parents[2] / "data" / "text"

TONE_MARKS = {"\u0304", "\u0301", "\u030c", "\u0300"}


def write_table(name, header, rows):
    """Write one table, check its form and print its size."""
    lines = set()
    for row in rows:
        cells = [str(cell) for cell in row]
        if len(cells) != len(header):
            sys.exit(f"{name}: wrong number of cells: {cells}")
        for cell in cells:
            if not cell or cell != cell.strip() or re.search(r"[\t\r\n]", cell):
                sys.exit(f"{name}: bad cell: {cells}")
        lines.add("\t".join(cells))
    ordered = sorted(lines, key=lambda line: line.encode("utf-8"))
    text = "\t".join(header) + "\n" + "".join(line + "\n" for line in ordered)
    if unicodedata.normalize("NFC", text) != text:
        print(f"{name}: note: not in NFC", file=sys.stderr)
    data = text.encode("utf-8")
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / name).write_bytes(data)
    print(f"{name}: {len(ordered)} rows, {len(data)} bytes")


def read_table(name):
    """Rows of a table in data/text, without its header."""
    lines = (OUT / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines[1:]]


def unihan(folder, *properties):
    """{property: {character: value}} from the Unihan_*.txt.bz2 files."""
    wanted = {name: {} for name in properties}
    for path in sorted(pathlib.Path(folder).glob("Unihan_*.txt.bz2")):
        with bz2.open(path, "rt", encoding="utf-8") as stream:
            for line in stream:
                if line.startswith("U+"):
                    code, name, value = line.rstrip("\n").split("\t")
                    if name in wanted:
                        wanted[name][chr(int(code[2:], 16))] = value
    for name, values in wanted.items():
        if not values:
            sys.exit(f"{name}: not found below {folder}")
    return wanted


def standard_characters(folder):
    """The 8,105 general standard characters (Unihan kTGH)."""
    chars = set(unihan(folder, "kTGH")["kTGH"])
    if len(chars) != 8105:
        sys.exit(f"expected 8105 standard characters, found {len(chars)}")
    return chars


def toneless(reading):
    """A pinyin reading without its tone; u with diaeresis is written v."""
    bare = "".join(
        mark
        for mark in unicodedata.normalize("NFD", reading.lower())
        if mark not in TONE_MARKS
    )
    bare = unicodedata.normalize("NFC", bare)
    bare = bare.replace("üe", "ue").replace("ü", "v").replace("ê", "ei")
    if bare == "eii":
        bare = "ei"
    if not re.fullmatch(r"[a-z]+", bare):
        sys.exit(f"cannot read pinyin {reading!r}")
    return bare


def jieba_words(path):
    """(word, count, tag) for every line of the jieba dictionary."""
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            cells = line.split()
            if len(cells) == 3:
                yield cells[0], int(cells[1]), cells[2]
