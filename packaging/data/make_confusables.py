#!/usr/bin/env python3
"""Make data/text/confusables.tsv: characters which look like ASCII letters.

Inputs
  Debian libicu72 72.1-3+deb12u1  libicui18n.so.72, uspoof skeletons (--icu FILE)
  the Unicode character database of the running python3
Output
  confusables.tsv  char, skeleton (1-3 lower-case ASCII letters or digits), source
    source icu          skeleton given by uspoof
           unicode-name letter given by the character's own name
           public-fact  the list below

Left out: ASCII, Han, kana, Semitic and Indic scripts, digits and numbers of
other scripts, marks, punctuation, the signs of leet.tsv, and whatever compatibility normalisation turns into something else (except the
squared letters). A capital and its small letter both have a row: a small letter
which resembles nothing takes the letter its capital resembles, so that text
which was case-folded first is still found; a small letter with a look of its
own keeps it.
"""

import argparse
import ctypes
import re
import string
import sys
import unicodedata

from tables_common import write_table

BY_HAND = {
    "ø": "o", "Ø": "o", "đ": "d", "Đ": "d", "ł": "l", "Ł": "l", "ħ": "h",
    "Ħ": "h", "ŧ": "t", "Ŧ": "t", "ß": "ss", "ẞ": "ss", "æ": "ae", "Æ": "ae",
    "œ": "oe", "Œ": "oe", "ı": "i", "ƀ": "b", "ɨ": "i", "ʉ": "u", "ɍ": "r",
    "ɏ": "y", "ƶ": "z", "Ƶ": "z", "Ʉ": "u", "Ɏ": "y", "Ɍ": "r", "ɛ": "e",
    "Ɛ": "e", "ε": "e", "Ε": "e", "Λ": "a", "λ": "a", "Δ": "a", "δ": "a",
    "Ξ": "e", "ξ": "e", "Σ": "e", "И": "n", "и": "n", "Я": "r", "я": "r",
    "Д": "a", "д": "a", "Ш": "w", "ш": "w", "Щ": "w", "щ": "w", "З": "3",
    "з": "3", "Э": "3", "э": "3", "Ω": "o", "ω": "w", "в": "b", "ʙ": "b",
    "к": "k", "м": "m", "н": "h", "т": "t", "α": "a", "Ð": "d", "ð": "d",
    "∆": "a", "∑": "e", "ƒ": "f", "ӏ": "l", "Ӏ": "l", "є": "e", "Є": "e",
    "Ⲉ": "e", "ⲉ": "e", "п": "n", "П": "n", "ц": "u", "Ц": "u", "ё": "e",
    "Ё": "e", "ї": "i", "Ї": "i", "й": "n", "Й": "n",
}

# scripts which are handled elsewhere, or where one letter that happens to look
# Latin says nothing about a word
EXCLUDED = (
    "CJK|KANGXI|HIRAGANA|KATAKANA|HALFWIDTH|BOPOMOFO|HANGUL|IDEOGRAPHIC|HEBREW"
    "|ARABIC|NKO|ORIYA|MALAYALAM|MYANMAR|AHOM|BAMUM|ETHIOPIC|ALCHEMICAL"
)

LOOKS = ("GREEK", "CYRILLIC", "CHEROKEE", "COPTIC", "ARMENIAN", "LATIN")


class Skeletons:
    """uspoof_getSkeleton of the ICU library."""

    def __init__(self, library):
        self.icu = ctypes.CDLL(library)
        suffix = re.search(r"so\.(\d+)", library).group(1)
        self.call = getattr(self.icu, f"uspoof_getSkeletonUTF8_{suffix}")
        self.call.argtypes = [
            ctypes.c_void_p, ctypes.c_uint32, ctypes.c_char_p, ctypes.c_int32,
            ctypes.c_char_p, ctypes.c_int32, ctypes.POINTER(ctypes.c_int),
        ]
        opener = getattr(self.icu, f"uspoof_open_{suffix}")
        opener.restype = ctypes.c_void_p
        status = ctypes.c_int(0)
        self.checker = opener(ctypes.byref(status))
        if status.value > 0:
            sys.exit("uspoof_open failed")

    def of(self, text):
        data = text.encode("utf-8")
        buffer = ctypes.create_string_buffer(256)
        status = ctypes.c_int(0)
        size = self.call(
            self.checker, 0, data, len(data), buffer, 256, ctypes.byref(status)
        )
        return buffer.raw[:size].decode("utf-8") if status.value <= 0 else ""


def eligible(char):
    """Whether the character may be a source."""
    category = unicodedata.category(char)
    if ord(char) < 0x80 or category[0] in "CMNPZ":
        return False
    if re.match(EXCLUDED, unicodedata.name(char, "")):
        return False
    return unicodedata.normalize("NFKC", char) == char


def enclosed_letters():
    """Squared, negative and regional letters, which have no skeleton."""
    for start in (0x1F130, 0x1F150, 0x1F170, 0x1F1E6):
        for index, letter in enumerate(string.ascii_lowercase):
            yield chr(start + index), letter
    for char, letters in (
        ("🆎", "ab"), ("🆑", "cl"), ("🆔", "id"), ("🆕", "new"), ("🆖", "ng"),
        ("🆗", "ok"), ("🆘", "sos"), ("🆚", "vs"),
    ):
        yield char, letters


def named_letter(char):
    """Letter of a small capital or other plain form, by its Unicode name."""
    name = unicodedata.name(char, "")
    found = re.fullmatch(
        r"LATIN (?:LETTER SMALL CAPITAL|LETTER BARRED SMALL CAPITAL"
        r"|SMALL LETTER SCRIPT|SMALL LETTER DOTLESS"
        r"|(?:SMALL|CAPITAL) LETTER SMALL CAPITAL"
        r"|(?:SMALL|CAPITAL) LETTER SCRIPT) ([A-Z])",
        name,
    )
    if not found:
        found = re.fullmatch(
            r"LATIN (?:SMALL|CAPITAL) LETTER ([A-Z]) WITH (?:STROKE|HOOK|"
            r"DIAGONAL STROKE|OBLIQUE STROKE|MIDDLE TILDE|PALATAL HOOK|TAIL|"
            r"LEFT HOOK|RETROFLEX HOOK|CURL|SWASH TAIL|TOPBAR|BAR|FLOURISH|"
            r"LOOP|HOOK TAIL|DESCENDER|LONG LEG|LONG RIGHT LEG|DOUBLE BAR)",
            name,
        )
    return found.group(1).lower() if found else ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--icu", default="libicui18n.so.72")
    args = parser.parse_args()
    skeletons = Skeletons(args.icu)

    # the skeleton of m is rn, of 1 and I it is l, of 0 it is O
    reverse = {}
    for char in string.ascii_uppercase + string.digits + string.ascii_lowercase:
        if char not in "01I":
            reverse[skeletons.of(char)] = char.lower()

    def letters(char):
        skeleton = skeletons.of(char)
        if skeleton in reverse:
            return reverse[skeleton]
        skeleton = skeleton.replace("rn", "m").lower()
        return skeleton if re.fullmatch(r"[a-z0-9]{1,3}", skeleton) else ""

    table = {}
    for char, letter in enclosed_letters():
        table[char] = (letter, "public-fact")
    for char, letter in BY_HAND.items():
        table[char] = (letter, "public-fact")
    for code in range(0x80, 0x20000):
        char = chr(code)
        if 0xD800 <= code < 0xE000 or char in table or not eligible(char):
            continue
        letter, source = letters(char), "icu"
        if not letter:
            # two steps: a letter which resembles a small capital
            skeleton = skeletons.of(char)
            letter = named_letter(skeleton) if len(skeleton) == 1 else ""
        if not letter:
            letter, source = named_letter(char), "unicode-name"
        if letter == "l" and char.lower() != char and letters(char.lower()) == "i":
            letter = "i"
        if letter:
            table[char] = (letter, source)

    for char in list(table):
        small = char.casefold()
        if small == char:
            small = char.lower()
        pair_is_letter = unicodedata.name(char, "").startswith(LOOKS)
        if len(small) == 1 and ord(small) > 0x7F and small not in table:
            if pair_is_letter and eligible(small):
                table[small] = table[char]
    for char in list(table):
        large = char.upper()
        if len(large) == 1 and ord(large) > 0x7F and large not in table:
            if unicodedata.name(char, "").startswith(LOOKS) and eligible(large):
                table[large] = table[char]

    assert all(re.fullmatch(r"[a-z0-9]{1,3}", row[0]) for row in table.values())
    write_table(
        "confusables.tsv",
        ("char", "skeleton", "source"),
        [(char,) + row for char, row in table.items()],
    )


if __name__ == "__main__":
    main()
