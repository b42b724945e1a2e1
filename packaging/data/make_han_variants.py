#!/usr/bin/env python3
"""Make data/text/han_variants.tsv: non-standard Han character -> simplified.

Inputs
  npm opencc-js 1.4.2          dist/esm-lib/dict/*.js   (--opencc DIR)
  Debian unicode-data 15.0.0-1 /usr/share/unicode       (--unicode DIR)
  Debian icu-devtools 72.1     uconv, on the path
Output
  han_variants.tsv  char, simplified, kind, source
    kind   traditional | japanese | variant
    source opencc | icu | unihan | ucd | public-fact

Order of the steps: OpenCC TSCharacters (first target), OpenCC Japanese
shinjitai, the list below, ICU Traditional-Simplified, Unihan
kSimplifiedVariant, Unihan semantic and z variants with a shared reading, and
UCD equivalents of radicals. A character of the 8,105 general standard characters is never mapped away, except
those in REVIEWED_STANDARD. Compatibility ideographs are left to normalisation.
"""

import argparse
import pathlib
import re
import subprocess
import unicodedata

from tables_common import standard_characters, toneless, unihan, write_table

BY_HAND = {
    "囯": "国", "圀": "国", "囻": "国", "囶": "国", "亖": "四",
    "冄": "冉", "喆": "哲", "戸": "户", "妳": "你", "囍": "喜",
    "冨": "富", "髙": "高", "濵": "滨", "﨑": "崎", "嵜": "崎",
    "槗": "桥", "吿": "告", "呉": "吴", "靑": "青", "淸": "清",
    "氺": "水", "氵": "水", "灬": "火", "兎": "兔", "囬": "回",
    "囘": "回", "佀": "似", "冐": "冒", "竒": "奇", "嶋": "岛",
    "嶌": "岛", "銕": "铁", "鐡": "铁", "迠": "建", "氷": "冰",
    "凢": "凡", "丗": "世", "卋": "世", "仐": "伞", "旾": "春",
    "秌": "秋", "穐": "秋", "畧": "略", "畱": "留", "畄": "留",
    "夲": "本", "夣": "梦", "徃": "往", "攷": "考", "帋": "纸",
    "疎": "疏", "壻": "婿", "煕": "熙", "袴": "裤", "粬": "曲",
    "圗": "图",
}

# standard characters which are written for another one all the same
REVIEWED_STANDARD = {"喆"}

# kSemanticVariant pairs which are different words rather than other forms
NOT_VARIANTS = {
    "卍万", "卐万", "冂坰", "冋坰", "乚隐", "厶某", "㐅五", "㐱鬒", "㐴攀",
    "㐵儒", "𫢊钱", "猋飑", "麰牟", "戉钺", "喿噪", "渹訇", "垔堙", "檴获",
    "戠只", "氭氡", "埶艺", "谿溪",
}


def is_han(char):
    """Unified ideographs of every block."""
    return unicodedata.name(char, "").startswith("CJK UNIFIED IDEOGRAPH") or (
        "\U0002A700" <= char <= "\U000323AF"
    )


def opencc(folder, name):
    """[(source, [targets])] of one OpenCC dictionary."""
    text = (pathlib.Path(folder) / f"{name}.js").read_text(encoding="utf-8")
    body = re.search(r'"(.*)"', text, re.S).group(1)
    pairs = [entry.split(" ") for entry in body.split("|")]
    return [(pair[0], pair[1:]) for pair in pairs]


def icu_simplify(chars):
    """{char: simplified} by one run of uconv."""
    chars = sorted(chars)
    run = subprocess.run(
        ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "Traditional-Simplified"],
        input="\n".join(chars).encode("utf-8"),
        stdout=subprocess.PIPE,
        check=True,
    )
    results = run.stdout.decode("utf-8").split("\n")
    assert len(results) == len(chars)
    return {a: b for a, b in zip(chars, results) if a != b and len(b) == 1}


def code_points(value):
    """Characters of a Unihan variant field."""
    return [chr(int(code, 16)) for code in re.findall(r"U\+([0-9A-F]+)", value)]


def radical_equivalents(folder):
    """{radical: unified ideograph} of EquivalentUnifiedIdeograph.txt."""
    result = {}
    path = pathlib.Path(folder) / "EquivalentUnifiedIdeograph.txt"
    for line in path.read_text(encoding="utf-8").splitlines():
        found = re.match(r"([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)", line)
        if found:
            first = int(found.group(1), 16)
            last = int(found.group(2) or found.group(1), 16)
            for code in range(first, last + 1):
                result[chr(code)] = chr(int(found.group(3), 16))
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--opencc", required=True)
    parser.add_argument("--unicode", default="/usr/share/unicode")
    args = parser.parse_args()

    standard = standard_characters(args.unicode)
    data = unihan(
        args.unicode, "kSimplifiedVariant", "kSemanticVariant", "kZVariant",
        "kMandarin", "kHanyuPinyin", "kHanyuPinlu", "kTGHZ2013", "kTotalStrokes",
    )
    table = {}

    def add(char, target, kind, source):
        if char in table or char == target:
            return
        if char in standard and char not in REVIEWED_STANDARD:
            return
        if unicodedata.normalize("NFKC", char) != char:
            return
        table[char] = (target, kind, source)

    def resolve(char):
        for _ in range(8):
            if char not in table:
                break
            char = table[char][0]
        return char

    traditional = {a: b[0] for a, b in opencc(args.opencc, "TSCharacters")}
    for char, target in traditional.items():
        add(char, target, "traditional", "opencc")

    for char, targets in opencc(args.opencc, "JPShinjitaiCharacters"):
        target = targets[0]
        target = traditional.get(target, target)
        if target in standard:
            add(char, target, "japanese", "opencc")

    for char, target in BY_HAND.items():
        add(char, target, "variant", "public-fact")

    everything = set(data["kTotalStrokes"])
    left = {c for c in everything if is_han(c) and c not in table}
    for char, target in sorted(icu_simplify(left - standard).items()):
        add(char, target, "traditional", "icu")

    for char, value in sorted(data["kSimplifiedVariant"].items()):
        inside = [c for c in code_points(value) if c in standard and c != char]
        if inside and char + inside[0] not in NOT_VARIANTS:
            add(char, inside[0], "traditional", "unihan")

    def readings(char):
        found = set()
        for name in ("kMandarin", "kHanyuPinyin", "kTGHZ2013"):
            value = data[name].get(char, "")
            for part in value.split():
                for reading in part.split(":")[-1].split(","):
                    found.add(toneless(reading))
        return found

    def weight(char):
        counts = re.findall(r"\((\d+)\)", data["kHanyuPinlu"].get(char, ""))
        return sum(map(int, counts))

    candidates = {}
    for name in ("kSemanticVariant", "kZVariant"):
        for char, value in data[name].items():
            for other in code_points(value):
                candidates.setdefault(char, set()).add(other)
                candidates.setdefault(other, set()).add(char)
    for char in sorted(candidates):
        if not is_han(char) or char in standard or char in table:
            continue
        own = readings(char)
        main = data["kMandarin"].get(char, "").split()[:1]
        best = []
        for other in sorted(candidates[char]):
            target = resolve(other)
            if target not in standard or char + target in NOT_VARIANTS:
                continue
            shared = own & readings(target)
            if own and not shared:
                continue
            same_main = bool(main) and toneless(main[0]) in readings(target)
            best.append((same_main, weight(target), target))
        if best:
            add(char, max(best)[2], "variant", "unihan")

    for radical, equal in radical_equivalents(args.unicode).items():
        target = resolve(equal)
        if target in standard and unicodedata.category(radical) == "So":
            add(radical, target, "variant", "ucd")

    for char, (target, kind, source) in list(table.items()):
        final = resolve(target)
        if final == char:
            del table[char]
        else:
            table[char] = (final, kind, source)

    inside = {char for char in table if char in standard}
    assert inside == REVIEWED_STANDARD, inside
    assert not any(target in table for target, _, _ in table.values())
    write_table(
        "han_variants.tsv",
        ("char", "simplified", "kind", "source"),
        [(char,) + row for char, row in table.items()],
    )


if __name__ == "__main__":
    main()
