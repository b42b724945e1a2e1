# SPDX-License-Identifier: Apache-2.0
"""Names that attack whatever shows them, and what no output may contain."""
import json
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent

# What a terminal, a spreadsheet, XML 1.0 or a reader acts on without being seen. Line feeds are looked at apart.
ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff9-\ufffb"
                    "\ufffe\uffff\U000e0000-\U000e007f]")
SHOWN = re.compile(ACTING.pattern + "|\n")


def shown(text):
    """`text` as every format for people must show it."""
    return SHOWN.sub(lambda m: f"‹U+{ord(m.group()):04X}›", text)


def corpus():
    """(what it is, its bytes) of every name of hostile.json."""
    names = json.loads((HERE / "hostile.json").read_text(encoding="utf-8"))["names"]
    return [(n["what"], bytes.fromhex(n["hex"]) if "hex" in n else (n["text"] * n.get("repeat", 1)).encode("utf-8"))
            for n in names]


def texts():
    """The names that are valid UTF-8 and may be given anywhere but for NUL."""
    out = []
    for what, name in corpus():
        try:
            out.append((what, name.decode("utf-8")))
        except UnicodeDecodeError:
            pass
    return out


def faults(data, allowed=""):
    """Why these bytes may not be shown; `allowed`: acting characters that the format itself needs."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"no UTF-8: {error}"]
    bad = sorted({c for c in ACTING.findall(text) if c not in allowed})
    return [f"raw {', '.join(f'U+{ord(c):04X}' for c in bad)}"] if bad else []
