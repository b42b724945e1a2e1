#!/usr/bin/env python3
"""Make data/marks/listed: names of brands from three public lists.

Inputs
  npm name-suggestion-index 8.0.20260918  dist/json/nsi.json      (--nsi FILE)
                     dist/wikidata/wikidata.json, two folders on  (--labels FILE)
  npm simple-icons 16.37.0           data/simple-icons.json       (--icons FILE)
  Debian publicsuffix 20230209.2326-1
                  /usr/share/publicsuffix/public_suffix_list.dat  (--tlds FILE)
  data/text/han_variants.tsv, data/text/en_words.tsv, data/goods/goods.tsv
Outputs, below --out
  nsi.tsv, icons.tsv, tld.tsv   name, latin, aliases, owner, classes, fame, source

name is the Chinese name in simplified characters; without one, the main name
if that is neither Latin (kana, Hangul, Cyrillic, Japanese kanji). The classes
follow from the kind of shop or product by the tables of brand_tables.py and say
what the brand does, not what is registered. The owner stays empty.

nsi.tsv: the brands tree alone, one row a brand. Items are one brand when they
have the same Wikidata id or the same main name, unless their Chinese names
differ, or their ids and trades differ and a name in another script would be
joined to the wrong one. Of the Wikidata labels those in Latin letters are taken
which give a brand its first Latin name or repeat a word of its name; of the
other spellings under which the index finds a brand (matchNames), those in
Chinese characters that resemble no other brand. Categories without classes and
names that are public bodies, transport operators or usual names of a trade are
left out.
icons.tsv: titles that nsi.tsv lacks. A common English word is left out when its
classes are unknown.
tld.tsv: labels in TLDS that the file holds and the other two tables lack.
"""

import argparse
import collections
import json
import pathlib
import re
import sys
import unicodedata

from brand_tables import (
    CATEGORIES, GENERIC, ICONS, NOT_ICONS, PROGRAMS, PUBLIC, SOFTWARE, TLDS,
    VENDING,
)
from tables_common import OUT, read_table

HEADER = ("name", "latin", "aliases", "owner", "classes", "fame", "source")
MAX_ALIASES = 6
MAX_LENGTH = 60
ZH_TAGS = ("zh-Hans", "zh-CN", "zh", "zh-Hant", "zh-Hant-HK", "zh-Hant-TW",
           "zh-HK", "zh-TW", "yue", "yue-Hant")
OTHER_TAGS = ("ja", "ko", "ja-Latn", "ko-Latn", "ja-Hira", "ru", "uk", "fr",
              "de", "es", "pt", "it", "tr", "vi", "th", "ar", "el", "sr-Latn",
              "sr", "bg", "mk", "be", "be-Latn", "kk")
# brands of State banks and the like: `public` there means listed on a market
PUBLIC_ALLOWED = ("amenity/bank", "amenity/atm", "amenity/fuel", "shop/lottery",
                  "amenity/post_office")
CODE_HOSTS = (
    r"//(www\.)?(github\.com|gitlab\.com|raw\.githubusercontent|codeberg\.org|"
    r"[\w.-]*github\.io|npmjs|pypi)"
)
# labels of the TLD list in other scripts -> the Latin label of the same owner
TLD_NAMES = {
    "谷歌": "google", "グーグル": "google", "亚马逊": "amazon",
    "アマゾン": "amazon", "飞利浦": "philips", "淡马锡": "temasek",
    "微博": "weibo", "联通": "unicom", "中信": "citic", "电讯盈科": "pccw",
    "電訊盈科": "pccw", "香格里拉": "shangrila", "嘉里大酒店": "kerryhotels",
    "嘉里": "kuokgroup", "삼성": "samsung", "ارامكو": "aramco",
    "العليان": "olayan", "اتصالات": "etisalat", "بيتك": "kfh",
}

TRADITIONAL = {
    row[0]: row[1] for row in read_table("han_variants.tsv")
    if row[2] == "traditional"
}


def has_han(text):
    return re.search("[\u3400-\u9fff\U00020000-\U000323af]", text) is not None


def has_kana(text):
    return re.search("[\u3041-\u3096\u30a1-\u30fa\uff66-\uff9d]", text) is not None


def is_latin(text):
    """Letters of the Latin script alone, and at least one."""
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all(
        "LATIN" in unicodedata.name(c, "") or c in "ªº" for c in letters
    )


def is_chinese(text):
    """Han, with Latin letters and digits at most."""
    return has_han(text) and all(
        has_han(c) or is_latin(c) for c in text if c.isalpha()
    )


def nearness(text):
    """How early a name of this script comes among the aliases."""
    if is_chinese(text):
        return 0
    if is_latin(text):
        return 1
    return 2 if re.search("[\u0400-\u04ff\u3040-\u30ff\uac00-\ud7a3]", text) else 3


def simplified(text):
    return "".join(TRADITIONAL.get(c, c) for c in text)


def key_of(text):
    """The name without case, accents, signs and variants of characters."""
    text = unicodedata.normalize("NFKD", simplified(text).casefold())
    kept = "".join(
        c for c in text if c.isalnum() or (unicodedata.category(c)[0] == "M"
                                           and not "\u0300" <= c <= "\u036f")
    )
    return unicodedata.normalize("NFC", kept) or text


def clean(text):
    """One name in the form of the tables; empty when it is not fit to be one."""
    text = unicodedata.normalize("NFC", text)
    text = re.sub("[\u2010\u2011]", "-", text)
    text = re.sub("[\u200b-\u200f\u2028-\u202e\u2060\ufeff\u00ad]", "", text)
    text = re.sub(r"\s+", " ", text).strip(" ,;/")
    if not 2 <= len(text) <= MAX_LENGTH or "|" in text:
        return ""
    if any(unicodedata.category(c).startswith("C") for c in text):
        return ""
    if not any(c.isalpha() for c in text) or len(key_of(text)) < 2:
        return ""
    return text


def names_in(value):
    """The names of one tag: a list, or a Chinese and a Latin name in a row."""
    result = []
    for part in value.split(";"):
        part = clean(part)
        # 麥當勞 McDonald's; but 7-ELEVEN便利店 and 百度AI are one name
        halves = re.fullmatch(r"([^A-Za-z]{2,}) ([^\u3040-\u9fff]{3,})", part)
        if halves and has_han(halves[1]) and is_latin(halves[2]):
            result += [clean(halves[1]), clean(halves[2])]
        else:
            result.append(part)
    return [name for name in result if name]


class Brand:
    """One brand while its items are folded."""

    def __init__(self):
        self.qids = set()
        self.classes = set()
        self.chinese = collections.Counter()
        self.main = collections.Counter()
        self.latin = collections.Counter()
        self.others = collections.Counter()
        self.spellings = collections.Counter()

    def absorb(self, other):
        self.qids |= other.qids
        self.classes |= other.classes
        self.chinese += other.chinese
        self.main += other.main
        self.latin += other.latin
        self.others += other.others
        self.spellings += other.spellings

    def row(self, source, fit=lambda name: True):
        """The cells of this brand, or None when no name is fit."""
        def ranked(counter):
            order = {name: i for i, name in enumerate(counter)}
            return sorted(counter, key=lambda n: (-counter[n], order[n]))

        chinese = [n for n in ranked(self.chinese) if fit(n)]
        main = [n for n in ranked(self.main) if fit(n)]
        english = [n for n in ranked(self.latin) if fit(n)]
        latin = [n for n in main if is_latin(n)] + english
        foreign = [n for n in main if not is_latin(n)]
        name = (chinese or ([] if latin and is_latin(main[0] if main else "")
                            else foreign) or [""])[0]
        second = (latin or [""])[0]
        if not name and not second:
            return None
        seen = {key_of(n) for n in (name, second) if n}
        aliases = []
        rest = chinese + latin + foreign
        rest += [n for n in ranked(self.others) if fit(n)]
        for alias in sorted(rest, key=nearness):
            if key_of(alias) not in seen and len(aliases) < MAX_ALIASES:
                seen.add(key_of(alias))
                aliases.append(alias)
        if name and key_of(name) == key_of(second):
            second = ""
        return (name, second, "|".join(aliases), "",
                ",".join(map(str, sorted(self.classes))), "listed", source)


def nsi_items(path):
    """(category, item) of the brands tree."""
    tree = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))["nsi"]
    for branch, content in sorted(tree.items()):
        if branch.startswith("brands/"):
            generic = content["properties"].get("exclude", {}).get("generic", [])
            for item in content["items"]:
                yield branch[len("brands/"):], generic, item


def tagged(tags, keys, languages):
    """The values of key:language in the order of the languages."""
    for language in languages:
        for key in keys:
            value = tags.get(f"{key}:{language}")
            if value:
                yield from names_in(value)


def uncomposed(name, chinese):
    """`name` without the Chinese name before or after its Latin one."""
    for first in chinese:
        for pattern in (f"{re.escape(first)} (.+)", f"(.+) {re.escape(first)}"):
            found = re.fullmatch(pattern, simplified(name))
            if found and is_latin(found[1]):
                return clean(found[1])
    return name


def words_of(name):
    return {key_of(w) for w in re.split(r"[\W_]+", name) if len(w) >= 3}


def label_of(labels, brand):
    """The Wikidata label, if it is fit to be another name of the brand."""
    if len(brand.qids) == 1:
        (qid,) = brand.qids
        label = clean(labels.get(qid, {}).get("label") or "")
        own = [n for n in brand.main + brand.latin + brand.others if is_latin(n)]
        shared = any(words_of(label) & words_of(n) for n in own)
        if is_latin(label) and "(" not in label and (shared or not own):
            return label
    return ""


def nsi_brand(category, item):
    """One item of the name suggestion index as a brand."""
    tags = item["tags"]
    included = [str(x).lower() for x in item["locationSet"].get("include", [])]
    brand = Brand()
    brand.classes = set(CATEGORIES[category])
    if category == "amenity/vending_machine":
        brand.classes = set(VENDING[tags["vending"]])
    if tags.get("brand:wikidata"):
        brand.qids = {tags["brand:wikidata"]}
    keys = ("brand", "name")
    # a Chinese name in China goes before one of Hong Kong or Taiwan
    weight = 6 if any(x.startswith("cn") for x in included) else 2
    for key in keys:
        for n in tagged(tags, (key,), ZH_TAGS):
            if is_chinese(n):
                brand.chinese[simplified(n)] += weight if key == "brand" else 1
            elif is_latin(n):
                brand.others[n] += 1
    for n in list(brand.chinese):
        if uncomposed(n, set(brand.chinese) - {n}) != n:
            del brand.chinese[n]
    pure = list(brand.chinese)
    japanese = not brand.chinese and not any(
        x[:2] in ("cn", "tw", "hk", "mo", "sg", "my") for x in included
    ) and ("jp" in included or "brand:ja" in tags or "name:ja" in tags)
    for key in keys:
        for n in names_in(tags.get(key, "")):
            n = uncomposed(n, pure)
            ours = is_chinese(n) and not japanese and not has_kana(n)
            if ours:
                brand.chinese[simplified(n)] += weight if key == "brand" else 1
            elif brand.chinese and simplified(n) in brand.chinese:
                continue
            elif key == "brand" or not tags.get("brand"):
                brand.main[n] += 1
            else:
                brand.others[n] += 1
    for n in tagged(tags, keys, ("en",)):
        if is_latin(n):
            brand.latin[n] += 1
    for key in ("short_name", "alt_name", "brand:short", "int_name",
                "official_name"):
        for suffix in ("", ":en", ":zh", ":zh-Hans", ":zh-Hant"):
            for n in names_in(tags.get(key + suffix, "")):
                ours = "zh" in suffix or (pure and is_chinese(n) and not japanese)
                brand.others[simplified(n) if ours else n] += 1
    for n in tagged(tags, keys, OTHER_TAGS):
        brand.others[n] += 1
    for n in map(clean, item.get("matchNames", [])):
        if n and brand.chinese and all(map(has_han, n)):
            brand.spellings[simplified(n)] += 1
    return brand


def compatible(one, two):
    """Chinese names, where both have some, are shared; brands of different ids
    and trades are one only where no name in another script would be joined."""
    keys = [{key_of(n) for n in b.chinese} for b in (one, two)]
    if all(keys):
        return bool(keys[0] & keys[1])
    trades = [b.classes - {35} or {35} for b in (one, two)]
    if one.qids and two.qids and not trades[0] & trades[1]:
        return not any(keys) and all(map(is_latin, one.main + two.main))
    return True


def add_spellings(brands):
    """Take the Chinese spellings that resemble no name of another brand."""
    chinese = {n for brand in brands for n in brand.chinese}
    for brand in brands:
        own = list(brand.chinese)
        foreign = [n for n in chinese if not any(n in name for name in own)]
        for n in brand.spellings:
            shared = max((len(set(n) & set(name)) for name in own), default=0)
            if shared >= 2 and not any(other in n for other in foreign):
                brand.others[n] += 1


def fold(brands):
    """Join the brands of one Wikidata id, then those of one main name."""
    by_qid, result = {}, []
    for brand in brands:
        qid = next(iter(brand.qids), None)
        if qid in by_qid:
            by_qid[qid].absorb(brand)
        else:
            result.append(brand)
            if qid:
                by_qid[qid] = brand
    for names in (lambda b: b.main, lambda b: b.chinese,
                  lambda b: b.main + b.latin):
        known, left = collections.defaultdict(list), []
        for brand in result:
            best = names(brand).most_common(1)
            key = key_of(best[0][0]) if best else None
            for other in known.get(key, []):
                if compatible(brand, other):
                    other.absorb(brand)
                    break
            else:
                left.append(brand)
                if key:
                    known[key].append(brand)
        result = left
    return result


def usual_names():
    """{name of goods or of a trade: its classes, none: all of them}."""
    result = {word.replace("_", " "): set() for word in GENERIC}
    goods = OUT.parent / "goods" / "goods.tsv"
    for line in goods.read_text(encoding="utf-8").splitlines()[1:]:
        word, number = line.split("\t")[:2]
        result.setdefault(word.casefold(), set()).add(int(number))
    for category, classes in CATEGORIES.items():
        word = category.split("/")[1].replace("_", " ")
        result.setdefault(word, set()).update(classes)
    return result


def make_nsi(path, labels):
    public = re.compile(PUBLIC, re.IGNORECASE)
    usual = usual_names()
    brands, dropped = [], collections.Counter()
    generic_names = set()
    for category, generic, item in nsi_items(path):
        tags = item["tags"]
        owned = tags.get("operator:type") in ("government", "public")
        vending = tags.get("vending") if category.endswith("vending_machine") else ""
        if category not in CATEGORIES or (vending != "" and vending not in VENDING):
            dropped["category"] += 1
        elif owned and category not in PUBLIC_ALLOWED:
            dropped["public body"] += 1
        else:
            brand = nsi_brand(category, item)
            names = [*brand.chinese, *brand.main, *brand.latin]
            if any(public.search(n) for n in names):
                dropped["public body"] += 1
                continue
            for n in [*names, *brand.others]:
                if any(re.search(g, n, re.IGNORECASE) for g in generic):
                    generic_names.add(n)
            brands.append(brand)

    brands, rows = fold(brands), []
    add_spellings([brand for brand in brands if brand.chinese])
    for brand in brands:
        label = label_of(labels, brand)
        if label:
            brand.latin[label] += 1

        def fit(name):
            classes = usual.get(name.casefold())
            usual_here = classes is not None and (
                not classes or classes & brand.classes
            )
            if usual_here or name in generic_names:
                dropped["usual name: " + name] += 1
                return False
            return not public.search(name)

        rows.append(brand.row("nsi", fit))
    print("nsi: left out:", dict(dropped))
    return [row for row in rows if row]


def make_icons(path, taken):
    data = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    common = {row[0] for row in read_table("en_words.tsv") if int(row[1]) <= 20}
    titles = {icon["title"] for icon in data}
    for table in (PROGRAMS, NOT_ICONS):
        print("icons: not in this edition:", sorted(table - titles))
    print("icons: not in this edition:", sorted(set(ICONS) - titles))
    brands = {}
    for icon in data:
        title = clean(icon["title"])
        if not title or icon["title"] in NOT_ICONS:
            continue
        brand = Brand()
        if icon["title"] in ICONS:
            brand.classes = set(ICONS[icon["title"]])
        elif (
            re.search(CODE_HOSTS, icon["source"]) or re.search(SOFTWARE, title)
            or title in PROGRAMS
        ):
            brand.classes = {9, 42}
        if key_of(title) in taken or (
            not brand.classes and title.casefold() in common
        ):
            continue
        aliases = icon.get("aliases", {})
        brand.main[title] += 2
        for language, name in aliases.get("loc", {}).items():
            for n in names_in(name):
                chinese = language.startswith("zh")
                (brand.chinese if chinese else brand.others)[
                    simplified(n) if chinese else n] += 1
        for n in aliases.get("aka", []) + aliases.get("old", []):
            for part in names_in(n):
                brand.others[part] += 1
        key = key_of(title)
        if key in brands:
            brands[key].absorb(brand)
        else:
            brands[key] = brand
    rows = [brand.row("simple-icons") for brand in brands.values()]
    return [row for row in rows if row]


def make_tlds(path, taken):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    text = text[text.index("// newGTLDs"):text.index("// ===END ICANN")]
    labels = {line for line in text.splitlines()
              if line and not line.startswith("//")}
    names = {entry.replace("_", ""): entry.replace("_", " ") for entry in TLDS}
    print("tlds: not in this edition:", sorted(set(names) - labels))
    brands = {}
    for entry, classes in TLDS.items():
        label = entry.replace("_", "")
        if label in labels:
            brands[label] = Brand()
            brands[label].main[names[label].upper()] += 2
            brands[label].classes = set(classes)
    for name, label in TLD_NAMES.items():
        if name in labels and label in brands:
            chinese = is_chinese(name)
            (brands[label].chinese if chinese else brands[label].others)[
                simplified(name) if chinese else name] += 1
    rows = []
    for label, brand in brands.items():
        new = [n for n in brand.chinese if key_of(n) not in taken]
        if key_of(label) not in taken or new:
            rows.append(brand.row("brand-tld"))
    return [row for row in rows if row]


def names_of(rows):
    """The keys of all names in the rows."""
    for row in rows:
        for name in [row[0], row[1], *row[2].split("|")]:
            if name:
                yield name


def write_brands(folder, name, rows):
    """Check the form of one table and write it."""
    lines = set()
    for row in rows:
        line = "\t".join(row)
        names = list(names_of([row]))
        classes = [int(number) for number in row[4].split(",") if number]
        keys = [n.casefold() for n in names]
        if (
            len(row) != len(HEADER) or line.count("\t") != len(HEADER) - 1
            or line != unicodedata.normalize("NFC", line)
            or any(cell != cell.strip() for cell in row)
            or any(n != clean(n) for n in names)
            or len(set(keys)) != len(keys) or len(names) > MAX_ALIASES + 2
            or classes != sorted(set(classes))
            or any(not 1 <= number <= 45 for number in classes)
        ):
            sys.exit(f"{name}: bad row: {row}")
        lines.add(line)
    ordered = sorted(lines, key=lambda line: line.encode("utf-8"))
    data = "".join(line + "\n" for line in ["\t".join(HEADER), *ordered])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data.encode("utf-8"))
    print(f"{name}: {len(ordered)} rows, {len(data.encode('utf-8'))} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nsi", required=True)
    parser.add_argument("--labels")
    parser.add_argument("--icons", required=True)
    parser.add_argument(
        "--tlds", default="/usr/share/publicsuffix/public_suffix_list.dat"
    )
    parser.add_argument(
        "--out", type=pathlib.Path, default=OUT.parent / "marks" / "listed"
    )
    args = parser.parse_args()

    labels = args.labels or (
        pathlib.Path(args.nsi).resolve().parents[1] / "wikidata" / "wikidata.json"
    )
    labels = json.loads(pathlib.Path(labels).read_text(encoding="utf-8"))["wikidata"]
    nsi = make_nsi(args.nsi, labels)
    write_brands(args.out, "nsi.tsv", nsi)
    taken = {key_of(n) for n in names_of([r[:2] + ("",) + r[3:] for r in nsi])}
    icons = make_icons(args.icons, taken)
    write_brands(args.out, "icons.tsv", icons)
    taken |= {key_of(n) for n in names_of(icons)}
    tlds = make_tlds(args.tlds, taken)
    write_brands(args.out, "tld.tsv", tlds)

    scripts = collections.Counter()
    for name in set(names_of(nsi + icons + tlds)):
        latin, han = is_latin(name), has_han(name) and not has_kana(name)
        scripts["Latin" if latin else "Han" if han else "other"] += 1
    print("distinct names:", sum(scripts.values()), dict(scripts))


if __name__ == "__main__":
    main()
