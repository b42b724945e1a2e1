#!/usr/bin/env python3
"""Make the small hand-typed tables: leet.tsv and numerals.tsv.

Inputs
  none; the values are public facts and are listed below
Outputs
  leet.tsv      char, letter (comma list), source
  numerals.tsv  char, value (0-9, 10, 20, 30, 100, 1000, 10000), source
"""

from tables_common import write_table

LEET = {
    "$": "s", "@": "a", "0": "o", "1": "l,i", "3": "e", "4": "a", "5": "s",
    "7": "t", "8": "b", "9": "g", "!": "i", "|": "l", "€": "e", "£": "l",
    "¥": "y", "+": "t",
}

NUMERALS = {
    0: "〇零", 1: "一壹壱弌幺〡", 2: "二贰貳弐弍两兩〢", 3: "三叁參弎〣",
    4: "四肆亖〤", 5: "五伍〥", 6: "六陆陸〦", 7: "七柒〧", 8: "八捌〨",
    9: "九玖〩", 10: "十拾〸", 20: "廿卄〹", 30: "卅〺", 100: "百佰",
    1000: "千仟", 10000: "万萬",
}


def main():
    write_table(
        "leet.tsv",
        ("char", "letter", "source"),
        [(char, letter, "public-fact") for char, letter in LEET.items()],
    )
    write_table(
        "numerals.tsv",
        ("char", "value", "source"),
        [
            (char, value, "public-fact")
            for value, chars in NUMERALS.items()
            for char in chars
        ],
    )


if __name__ == "__main__":
    main()
