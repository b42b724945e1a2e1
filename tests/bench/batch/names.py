#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes a list of made-up names, the same for the same seed: what a review queue looks like.

Of 20 names, 13 are Han words put together, 3 English words, 2 mix both, 1 carries digits and 1 hides characters."""
import argparse
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[3]
COMMON = "宝美金佳新华天福德康乐安和源泰鑫盛兴达通利丰瑞祥永大小老家人心香味园坊记轩阁居堂斋屋铺店"
HIDDEN = ["\u200b", "\u200d", "\u2060", "★", "·", "-", " ", "０", "Ａ", "é"]


def words(path, shortest, longest):
    rows = (ROOT / path).read_text(encoding="utf-8").splitlines()[1:]
    return [w for w in (r.split("\t")[0] for r in rows) if shortest <= len(w) <= longest]


def names(count, seed):
    rng = random.Random(seed)
    han = words("data/text/words.tsv", 2, 4)
    latin = words("data/text/en_words.tsv", 3, 9)
    for i in range(count):
        kind = i % 20
        if kind < 13:
            name = rng.choice(han) + (rng.choice(COMMON) if kind % 2 else rng.choice(han))
            if kind == 0:
                name = rng.choice(COMMON) + rng.choice(COMMON) + rng.choice(COMMON)
        elif kind < 16:
            name = rng.choice(latin)
            if kind != 13:
                name = name.title() + rng.choice(["", " "]) + rng.choice(latin).upper()
        elif kind < 18:
            name = rng.choice([rng.choice(latin).upper() + rng.choice(han), rng.choice(han) + rng.choice(latin)])
        elif kind == 18:
            name = rng.choice(han) + str(rng.randrange(10, 9999))
        else:
            name = rng.choice(han)
            at = rng.randrange(1, len(name))
            name = name[:at] + rng.choice(HIDDEN) + name[at:]
        yield name


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file")
    parser.add_argument("--count", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=20270101)
    args = parser.parse_args()
    text = "".join(n + "\n" for n in names(args.count, args.seed))
    pathlib.Path(args.file).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
