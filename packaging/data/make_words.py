#!/usr/bin/env python3
"""Make the word lists: words.tsv (Chinese) and en_words.tsv (English).

Inputs
  Debian python3-jieba 0.42.1-3  dict.txt                        (--jieba FILE)
  Debian unicode-data 15.0.0-1   /usr/share/unicode              (--unicode DIR)
  Debian scowl 2020.12.07-2      /usr/share/dict/scowl           (--scowl DIR)
Outputs
  words.tsv     word, freq (count in the jieba dictionary), tag, source
  en_words.tsv  word, zipf (smallest scowl size: 10, 20, 35), source

words.tsv: words of 2-6 general standard characters with a count of at least
MIN_COUNT, and every word tagged i (set phrase). Person names (nr, nrt, nrfg)
need MIN_NAME_COUNT. Number phrases (tag m) of four characters and more are
dropped as fragments, except those which repeat their number (the first and the
third character are the same).
"""

import argparse
import pathlib
import re

from tables_common import jieba_words, standard_characters, write_table

MIN_COUNT = 10
MIN_NAME_COUNT = 50
SIZES = (10, 20, 35)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--jieba", default="/usr/lib/python3/dist-packages/jieba/dict.txt"
    )
    parser.add_argument("--unicode", default="/usr/share/unicode")
    parser.add_argument("--scowl", default="/usr/share/dict/scowl")
    args = parser.parse_args()

    standard = standard_characters(args.unicode)
    rows = []
    for word, count, tag in jieba_words(args.jieba):
        if not 2 <= len(word) <= 6 or any(c not in standard for c in word):
            continue
        if tag == "m" and len(word) >= 4 and word[0] != word[2]:
            continue
        if tag.startswith("nr") and count < MIN_NAME_COUNT:
            continue
        if count >= MIN_COUNT or tag == "i":
            rows.append((word, count, tag, "jieba"))
    write_table("words.tsv", ("word", "freq", "tag", "source"), rows)

    smallest = {}
    for size in sorted(SIZES):
        for region in ("english", "american"):
            path = pathlib.Path(args.scowl) / f"{region}-words.{size}"
            for word in path.read_text(encoding="iso-8859-1").split("\n"):
                if re.fullmatch(r"[a-z]{2,}|[ai]", word):
                    smallest.setdefault(word, size)
    write_table(
        "en_words.tsv",
        ("word", "zipf", "source"),
        [(word, size, "scowl") for word, size in smallest.items()],
    )


if __name__ == "__main__":
    main()
