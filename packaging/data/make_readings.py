#!/usr/bin/env python3
"""Make the reading tables: readings.tsv, syllables.tsv, heteronym_words.tsv.

Inputs
  Debian unicode-data 15.0.0-1           /usr/share/unicode      (--unicode DIR)
  npm pinyin-pro 3.29.4                  dist/esm/data/dict*.mjs (--pinyin-pro DIR)
  Debian rime-data-pinyin-simp
    0.0~git20230104.52b9c75-1            pinyin_simp.dict.yaml   (--rime FILE)
  Debian python3-jieba 0.42.1-3          dict.txt                (--jieba FILE)
Outputs
  readings.tsv         char, readings (comma list, most frequent first), source
  syllables.tsv        syllable, fuzzy (representative of its class), source
  heteronym_words.tsv  word, reading (syllables apart), source

Readings carry no tone; u with diaeresis is v, except nue and lue. The 8,105
standard characters take the set of kTGHZ2013, ordered by the counts of
kHanyuPinlu, then kMandarin, then the order of kTGHZ2013. Every other character
of the block 4E00-9FFF takes kMandarin. A word is listed when a character of
it is not read with its first reading.
"""

import argparse
import pathlib
import re

from tables_common import (
    jieba_words, standard_characters, toneless, unihan, write_table,
)

MAX_WORDS = 6000

# place names, surnames and old names which word lists miss or read wrongly
BY_HAND = """
六安 lu an|厦门 xia men|单县 shan xian|荥阳 xing yang|铅山 yan shan
番禺 pan yu|东阿 dong e|乐亭 lao ting|蔚县 yu xian|洪洞 hong tong|尉犁 yu li
大埔 da bu|黄陂 huang pi|涡阳 guo yang|浚县 xun xian|泌阳 bi yang|柏乡 bai xiang
繁峙 fan shi|长子县 zhang zi xian|长治 chang zhi|会稽 kuai ji|吐蕃 tu bo
龟兹 qiu ci|大宛 da yuan|月氏 yue zhi|单于 chan yu|可汗 ke han|万俟 mo qi
尉迟 yu chi|澹台 tan tai|重庆 chong qing|莘县 shen xian|歙县 she xian
阿胶 e jiao|阿房宫 e pang gong|吴堡 wu bu|柴沟堡 chai gou bu|高句丽 gao gou li
冒顿 mo du|乐清 yue qing|银行 yin hang|音乐 yin yue|阿弥陀佛 e mi tuo fo
大厦 da sha|蚌埠 beng bu|枞阳 zong yang|莘庄 xin zhuang|什邡 shi fang
郫都 pi du|筠连 jun lian|犍为 qian wei|朝阳 chao yang|牟平 mu ping|峨嵋 e mei
临洮 lin tao|珲春 hun chun|穆棱 mu ling|费县 fei xian|无棣 wu di|盱眙 xu yi
邗江 han jiang|睢宁 sui ning|丽水 li shui|长兴 chang xing|长寿 chang shou
长沙 chang sha|长春 chang chun|长江 chang jiang|长城 chang cheng|长安 chang an
行家 hang jia|行业 hang ye|商行 shang hang|车行 che hang|茶行 cha hang
老字号 lao zi hao|都城 du cheng|首都 shou du|成都 cheng du|都市 du shi
重阳 chong yang|重楼 chong lou|乐器 yue qi|乐园 le yuan|仙乐 xian yue
曾国藩 zeng guo fan|曾子 zeng zi|华佗 hua tuo|佛山 fo shan
仿佛 fang fu|西藏 xi zang|宝藏 bao zang|收藏 shou cang|便宜 pian yi
霓裳 ni chang|桔子 ju zi|柑桔 gan ju|金桔 jin ju|女红 nv gong|莫邪 mo ye
""".replace("\n", "|")


def split_counts(value):
    """[(reading, count)] of a kHanyuPinlu field."""
    return re.findall(r"([^\s()]+)\((\d+)\)", value)


def ordered_readings(char, data):
    """Toneless readings of one standard character."""
    listed = []
    for part in data["kTGHZ2013"].get(char, "").split():
        for reading in part.split(":")[1].split(","):
            if toneless(reading) not in listed:
                listed.append(toneless(reading))
    counts = {}
    for reading, count in split_counts(data["kHanyuPinlu"].get(char, "")):
        key = toneless(reading)
        counts[key] = counts.get(key, 0) + int(count)
    main = [toneless(r) for r in data["kMandarin"].get(char, "").split()[:1]]
    place = {reading: index for index, reading in enumerate(listed)}
    return sorted(
        listed, key=lambda r: (-counts.get(r, 0), r not in main, place[r])
    )


def fuzzy(syllable):
    """Representative of the syllables often confused with this one."""
    if not re.search(r"[aeiouv]", syllable):
        return syllable
    initial, final = re.fullmatch(r"([^aeiouv]*)(.+)", syllable).groups()
    initial = {
        "zh": "z", "ch": "c", "sh": "s", "n": "l", "r": "l", "h": "f",
    }.get(initial, initial)
    final = re.sub(r"([aei])ng$", r"\1n", final)
    return initial + final


def pinyin_pro_words(folder):
    """{word: reading} of the phrase dictionaries."""
    words = {}
    for number in (2, 3, 4):
        path = pathlib.Path(folder) / f"dict{number}.mjs"
        text = path.read_text(encoding="utf-8")
        entries = re.findall(r"^\s+['\"]?(\w+)['\"]?: ['\"](.+)['\"],?$", text, re.M)
        for word, reading in entries:
            words[word] = " ".join(toneless(r) for r in reading.split())
    return words


def rime_words(path):
    """{word: reading}; of several readings the one with the highest weight."""
    best = {}
    with open(path, encoding="utf-8") as stream:
        for line in stream:
            cells = line.rstrip("\n").split("\t")
            if len(cells) == 3 and len(cells[0]) > 1:
                word, reading, weight = cells[0], cells[1], int(cells[2])
                reading = re.sub(r"\b([nl])ve\b", r"\1ue", reading)
                if weight > best.get(word, ("", -1))[1]:
                    best[word] = (reading, weight)
    return {word: reading for word, (reading, _) in best.items()}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--unicode", default="/usr/share/unicode")
    parser.add_argument("--pinyin-pro", required=True)
    parser.add_argument("--rime", default="/usr/share/rime-data/pinyin_simp.dict.yaml")
    parser.add_argument(
        "--jieba", default="/usr/lib/python3/dist-packages/jieba/dict.txt"
    )
    args = parser.parse_args()

    standard = standard_characters(args.unicode)
    data = unihan(args.unicode, "kTGHZ2013", "kHanyuPinlu", "kMandarin")
    readings = {char: ordered_readings(char, data) for char in standard}
    for char, value in data["kMandarin"].items():
        if "\u4e00" <= char <= "\u9fff" and char not in readings:
            readings[char] = list(dict.fromkeys(toneless(r) for r in value.split()))
    assert all(readings[char] for char in standard)
    write_table(
        "readings.tsv",
        ("char", "readings", "source"),
        [(char, ",".join(r), "unihan") for char, r in readings.items()],
    )

    syllables = {syllable for r in readings.values() for syllable in r}
    write_table(
        "syllables.tsv",
        ("syllable", "fuzzy", "source"),
        [(s, fuzzy(s), "public-fact") for s in syllables],
    )

    frequency = {word: count for word, count, _ in jieba_words(args.jieba)}
    by_hand = {}
    for entry in BY_HAND.split("|"):
        if entry.strip():
            word, reading = entry.strip().split(" ", 1)
            by_hand[word] = reading

    def differs(word, reading):
        parts = reading.split()
        return (
            2 <= len(word) <= 4
            and len(parts) == len(word)
            and all(char in standard for char in word)
            and any(p != readings[c][0] for c, p in zip(word, parts))
        )

    chosen = {}
    for word, reading in by_hand.items():
        if differs(word, reading):
            chosen[word] = (reading, "public-fact")
    found, strange = [], []
    pro = pinyin_pro_words(args.pinyin_pro)
    rime = rime_words(args.rime)
    for words, source in ((pro, "pinyin-pro"), (rime, "rime-pinyin-simp")):
        for word, reading in words.items():
            if word in chosen or not differs(word, reading):
                continue
            if source != "pinyin-pro" and word in pro:
                continue
            if any(p not in readings[c] for c, p in zip(word, reading.split())):
                strange.append((word, reading, source))
                continue
            found.append((frequency.get(word, 0), word, reading, source))
    found.sort(key=lambda row: (-row[0], row[1]))
    for _, word, reading, source in found[: MAX_WORDS - len(chosen)]:
        chosen[word] = (reading, source)
    print(f"heteronym words: {len(found)} candidates, {len(strange)} with a "
          f"reading which the characters do not have: left out")
    write_table(
        "heteronym_words.tsv",
        ("word", "reading", "source"),
        [(word,) + row for word, row in chosen.items()],
    )


if __name__ == "__main__":
    main()
