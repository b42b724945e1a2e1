// SPDX-License-Identifier: Apache-2.0
#include "engine/weights.h"

#include <algorithm>
#include <array>

#include "search/letters.h"
#include "search/sound.h"

namespace tmsweep::engine {

namespace {

using Chars = std::u32string_view;
using image::Image;
using search::Likeness;
using search::Sign;
using search::ViewKind;

constexpr std::array k_weights{
    Weight{Relation::identical, Shape::any, Risk::high, "SUSANNA", "Susanna"},
    Weight{Relation::script, Shape::any, Risk::high, "龍山", "龙山"},
    Weight{Relation::numeral, Shape::any, Risk::high, "1课3练", "一课三练"},
    Weight{Relation::affix, Shape::strong, Risk::high, "乐曼啤酒", "乐曼"},
    Weight{Relation::affix, Shape::any, Risk::medium, "小润发", "大润发"},
    Weight{Relation::homophone, Shape::words, Risk::low, "神舟", "神州"},
    Weight{Relation::homophone, Shape::one_changed, Risk::high, "蕙特曼", "惠特曼"},
    Weight{Relation::homophone, Shape::one_of_two, Risk::medium, "陆虎", "路虎"},
    Weight{Relation::homophone, Shape::strong, Risk::medium, "牧梵希", "慕樊希"},
    Weight{Relation::homophone, Shape::any, Risk::low, "宝骊", "保利"},
    Weight{Relation::near_homophone, Shape::words, Risk::low, "临海", "宁海"},
    Weight{Relation::near_homophone, Shape::one_changed, Risk::medium, "拉哈哈", "娜哈哈"},
    Weight{Relation::near_homophone, Shape::one_of_two, Risk::medium, "兰天", "南天"},
    Weight{Relation::near_homophone, Shape::any, Risk::low, "晴兰", "秦岚"},
    Weight{Relation::glyph, Shape::words, Risk::low, "人口", "入口"},
    Weight{Relation::glyph, Shape::one_of_two, Risk::medium, "鸟江", "乌江"},
    Weight{Relation::glyph, Shape::alike, Risk::high, "康帅博", "康师傅"},
    Weight{Relation::glyph, Shape::any, Risk::medium, "蒙午", "蒙牛"},
    Weight{Relation::order, Shape::any, Risk::medium, "冰阳维康", "维冰康阳"},
    Weight{Relation::repetition, Shape::any, Risk::medium, "娃娃哈", "娃哈哈"},
    Weight{Relation::one_character, Shape::words, Risk::low, "北极星", "北极熊"},
    Weight{Relation::one_character, Shape::any, Risk::medium, "熊猫老爸", "熊猫爸爸"},
    Weight{Relation::containment, Shape::apart, Risk::medium, "RED PANDA", "PANDA"},
    Weight{Relation::containment, Shape::most, Risk::medium, "ROXEN", "ROX"},
    Weight{Relation::containment, Shape::edge, Risk::medium, "LUMIBANO", "LUMIBEX"},
    Weight{Relation::containment, Shape::strong, Risk::medium, "施华洛", "施华洛世奇"},
    Weight{Relation::containment, Shape::first, Risk::medium, "CAPTAIN HARBOUR", "CAPTAIN AMERICA"},
    Weight{Relation::containment, Shape::any, Risk::low, "京东方", "京东"},
    Weight{Relation::pinyin, Shape::strong, Risk::medium, "lishuji", "历蜀记"},
    Weight{Relation::pinyin, Shape::any, Risk::low, "jinsha", "金沙"},
    Weight{Relation::translation, Shape::any, Risk::medium, "FLOWER", "花"},
    Weight{Relation::confusable, Shape::words, Risk::low, "GOLD", "COLD"},
    Weight{Relation::confusable, Shape::strong, Risk::high, "VVOOSH", "WOOSH"},
    Weight{Relation::confusable, Shape::any, Risk::medium, "PAI", "PAL"},
    Weight{Relation::edit, Shape::words, Risk::low, "HORSE", "HOUSE"},
    Weight{Relation::edit, Shape::any, Risk::medium, "BILLDANY", "BILLDAN"},
    Weight{Relation::phonetic, Shape::words, Risk::low, "PROFIT", "PROPHET"},
    Weight{Relation::phonetic, Shape::any, Risk::medium, "KRESSCO", "CRESCO"},
};

/// The stretch of the later name that the likeness compares.
Chars compared(const Sign& s, Span part) {
  return s.text.view().substr(part.start, part.length);
}

bool is_strong(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  constexpr std::size_t k_strong_han = 3;
  constexpr std::size_t k_strong_letters = 5;
  const Chars own = compared(later, l.part);
  const Chars theirs = compared(earlier, l.mark_part);
  if (search::is_weak(image, own)) return false;
  const Chars han = search::han_in(own) > 0 ? own : theirs;
  const std::size_t n = search::han_in(han);
  const bool everyday = search::is_word(image, own);
  // An everyday word of two characters inside a longer name says little; a whole mark says what it says.
  const bool whole = l.later_view == ViewKind::whole || l.earlier_view == ViewKind::whole;
  if (n > 0) {
    // 德庄 in 德庄园: so short a name, and one character more, is not the name with an affix on its face.
    const bool by_one = l.later_view == ViewKind::kernel || l.earlier_view == ViewKind::kernel;
    return n >= k_strong_han || (l.relation == Relation::affix && whole && !everyday && !by_one);
  }
  return own.size() >= k_strong_letters ? !everyday || whole
                                        : l.relation == Relation::affix && whole && !everyday;
}

/// From the edge of a token to the edge of another: 兔 in 白兔, PANDA in RED PANDA, not ILLY in TILLY.
bool has_edges(const Sign& s, Span part) {
  const bool from = (s.starts >> part.start & 1U) != 0;
  const bool to = part.end() >= s.text.size() || (s.starts >> part.end() & 1U) != 0;
  return from && to;
}

/// All of a name but goods, descriptions and the like: SALT of SALT CAFE.
bool is_distinctive_part(const Sign& s, Span part) {
  return std::ranges::any_of(s.all_views(), [&](const search::View& v) {
    return v.kind == ViewKind::distinctive && v.start == part.start && v.size == part.length;
  });
}

bool stands_apart(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  constexpr std::size_t k_least_letters = 3;
  constexpr std::size_t k_telling_word = 6;
  const Chars own = compared(later, l.part);
  if (search::han_in(own) > 0 || own.size() < k_least_letters || search::is_weak(image, own)) return false;
  if (!has_edges(later, l.part) || !has_edges(earlier, l.mark_part)) return false;
  if (own.size() == later.text.size() || l.mark_part.length == earlier.text.size()) return true;
  // RED of RED STORES says little in RED ROOSTER, TIME of COFFEE TIME in DRIVETIME.
  if (own.size() < k_telling_word && search::is_word(image, own)) return false;
  return (is_distinctive_part(later, l.part) || is_distinctive_part(earlier, l.mark_part)) &&
         !search::is_common_start(image, own);
}

/// SKY in SKYPE, RAW in RAWKUS, BLUE in ECOBLUE, not LAND in ISLAND.
bool is_most(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  constexpr std::size_t k_least_inside = 4;
  const Chars own = compared(later, l.part);
  const Chars theirs = compared(earlier, l.mark_part);
  const Sign& longer = l.holds ? later : earlier;
  const bool one_is_whole = own.size() == later.text.size() || theirs.size() == earlier.text.size();
  const std::size_t at = l.holds ? l.part.start : l.mark_part.start;
  if (!one_is_whole || longer.han > 0 || own != theirs) return false;
  if (2 * own.size() < longer.text.size() + (at == 0 ? 0 : 1)) return false;
  const bool end = at + own.size() == longer.text.size();
  const bool clear = at == 0 || (end && (own.size() >= k_least_inside || !search::is_word(image, own)));
  return clear && !search::is_word(image, longer.text.view());
}

/// Two names of one word begin or end alike, and not with a short everyday word that anybody may use.
bool shares_edge(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  constexpr std::size_t k_short = 4;
  if (l.later_view != ViewKind::whole || l.earlier_view != ViewKind::whole) return false;
  const Chars own = compared(later, l.part);
  const Chars theirs = compared(earlier, l.mark_part);
  if (search::is_word(image, own) && search::is_word(image, theirs)) return false;
  const std::size_t most = std::max(own.size(), theirs.size());
  const std::size_t shared = std::min(own.size(), most - static_cast<std::size_t>(l.changed));
  const bool start = l.manner == search::Manner::start;
  const Chars edge = start ? own.substr(0, shared) : own.substr(own.size() - shared);
  return (start && shared > k_short) || !search::is_word(image, edge);
}

/// The word that two names of several begin with; not one that half the world begins with.
bool shares_first(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  constexpr std::size_t k_least_word = 5;
  const Chars own = compared(later, l.part);
  return l.part.start == 0 && l.mark_part.start == 0 && own.size() >= k_least_word &&
         search::han_in(own) == 0 && own == compared(earlier, l.mark_part) && has_edges(later, l.part) &&
         has_edges(earlier, l.mark_part) && !search::is_weak(image, own) &&
         !search::is_common_start(image, own);
}

bool looks_alike(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  const Chars a = compared(later, l.part);
  const Chars b = compared(earlier, l.mark_part);
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i] && !search::looks_like(image, a[i], b[i])) return false;
  }
  return true;
}

bool are_words(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  const Chars a = compared(later, l.part);
  const Chars b = compared(earlier, l.mark_part);
  return a != b && search::is_word(image, a) && search::is_word(image, b);
}

bool applies(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l, Shape shape) {
  const std::size_t size = l.mark_part.length;
  const bool edge = l.manner == search::Manner::start || l.manner == search::Manner::end;
  if (l.relation == Relation::containment && shape != Shape::any && edge != (shape == Shape::edge))
    return false;
  switch (shape) {
    case Shape::any:
      return true;
    case Shape::apart:
      return stands_apart(image, later, earlier, l);
    case Shape::most:
      return is_most(image, later, earlier, l);
    case Shape::edge:
      return shares_edge(image, later, earlier, l);
    case Shape::first:
      return shares_first(image, later, earlier, l);
    case Shape::strong:
      return is_strong(image, later, earlier, l);
    case Shape::one_changed:
      return size >= 3 && (l.changed == 1 || l.later_view != ViewKind::whole);
    case Shape::one_of_two:
      return size == 2 && l.changed == 1;
    case Shape::alike:
      return looks_alike(image, later, earlier, l);
    case Shape::words:
      return are_words(image, later, earlier, l);
  }
  return false;
}

/// Near enough to count for a mark that one only knows by name.
bool is_closest(const Likeness& l) {
  switch (l.relation) {
    case Relation::identical:
    case Relation::script:
    case Relation::numeral:
    case Relation::affix:
    case Relation::confusable:
      return true;
    case Relation::translation:
      return l.one_brand;
    default:
      return false;
  }
}

bool is_same(Relation r) {
  return r == Relation::identical || r == Relation::script || r == Relation::numeral;
}

/// A list that only names brands does not say that they are protected here.
Risk capped_for_list(Risk risk, const Likeness& l, Goods goods) {
  if (!is_closest(l) || (goods == Goods::unknown && !is_same(l.relation))) return Risk::none;
  return std::min(risk, Risk::medium);
}

/// A known mark is everybody's neighbour: while the goods are not known, only what is close on its face is
/// worth a word.
bool is_far(const Sign& later, const Sign& earlier, const Likeness& l) {
  const Chars own = compared(later, l.part);
  const std::size_t han = search::han_in(own);
  const bool whole = own.size() == later.text.size() && l.mark_part.length == earlier.text.size();
  switch (l.relation) {
    case Relation::homophone:
    case Relation::near_homophone:
    case Relation::glyph:
      return han == 2;
    case Relation::edit:
    case Relation::phonetic:
    case Relation::confusable:
      return !whole || own.size() < 6;
    case Relation::one_character:
      return own.size() < 4;
    case Relation::affix:
      return own.size() != later.text.size() && l.mark_part.length != earlier.text.size();
    case Relation::translation:
      return !l.one_brand ||
             (!whole && (l.later_view == ViewKind::kernel || l.earlier_view == ViewKind::kernel));
    case Relation::containment:
    case Relation::pinyin:
    case Relation::repetition:
      return !whole || l.relation == Relation::containment;
    default:
      return false;
  }
}

}  // namespace

std::span<const Weight> weights() {
  return k_weights;
}

Goods goods_of(const EarlierMark& earlier, const GoodsSelection& goods) {
  if (earlier.classes == 0 || !goods.known()) return Goods::unknown;
  if ((earlier.classes & goods.classes) != 0) return Goods::same;
  return (earlier.classes & goods.neighbours) != 0 ? Goods::neighbour : Goods::other;
}

namespace {

bool is_piece(ViewKind v) {
  return v == ViewKind::word || v == ViewKind::part;
}

/// A likeness of small pieces of two names is chance: 廊子堂 and 朗姿, RED PRINCE and 王子.
bool is_chance(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l) {
  const Chars own = compared(later, l.part);
  const Chars theirs = compared(earlier, l.mark_part);
  const bool both_whole = own.size() == later.text.size() && theirs.size() == earlier.text.size();
  if (both_whole) return false;
  const std::size_t least = std::min(search::letters_worth(own), search::letters_worth(theirs));
  switch (l.relation) {
    case Relation::homophone:
    case Relation::near_homophone:
    case Relation::pinyin:
      return std::max(search::han_in(own), search::han_in(theirs)) < 3;
    case Relation::translation:
      return is_piece(l.later_view) || is_piece(l.earlier_view) || l.later_view == ViewKind::kernel ||
             l.earlier_view == ViewKind::kernel;
    case Relation::edit:
    case Relation::phonetic:
    case Relation::confusable:
      if (l.relation == Relation::confusable && least < 5) return true;
      if (l.relation == Relation::phonetic &&
          (l.later_view == ViewKind::whole || l.earlier_view == ViewKind::whole))
        return least < 5;
      return (is_piece(l.later_view) || is_piece(l.earlier_view)) &&
             (least < 6 || (search::is_word(image, own) && search::is_word(image, theirs)));
    case Relation::repetition:
      return search::han_in(own) == 0 && least < 4;
    case Relation::containment:
      // A mark that is registered is taken to identify, and its word goes on here: MAX in MAXRE.
      if (l.holds && !has_edges(later, l.part) && is_most(image, later, earlier, l)) return false;
      return search::is_weak(image, own);
    case Relation::affix:
      return search::is_weak(image, own);
    default:
      return false;
  }
}

/// What is said of a known mark when it is near, beyond the table: the better known, the further it reaches
/// (guidelines 3.2.5, 5.1.16), but everyday words and short names are everybody's.
Risk weigh_known(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l, Fame fame,
                 Goods goods, Risk risk) {
  const Chars own = compared(later, l.part);
  const bool everyday = search::is_everyday(image, own);
  const bool whole = own.size() == later.text.size() && l.mark_part.length == earlier.text.size();
  if (goods == Goods::unknown && is_far(later, earlier, l)) {
    const bool told = whole && (search::han_in(own) >= 3 || (fame == Fame::well_known && own.size() >= 4));
    return told && risk >= Risk::medium ? Risk::low : Risk::none;
  }
  if (l.relation == Relation::containment && risk == Risk::low) {
    // The brand first, and something after it: 卫龙辣条王, not ILLY in TILLY.
    const bool leads = l.holds && l.part.start == 0 && search::han_in(own) >= 2 && goods == Goods::same;
    if (!leads) return Risk::none;
    return everyday && fame != Fame::well_known ? Risk::low : Risk::medium;
  }
  const bool short_letters = search::han_in(own) == 0 && own.size() <= 4 && l.relation != Relation::identical;
  const bool whole_mark = l.mark_part.length == earlier.text.size();
  if (risk == Risk::low && whole_mark && !short_letters && !are_words(image, later, earlier, l))
    risk = Risk::medium;
  // NKIE is no word and looks like NIKE; LIKE and BIKE have their own meaning.
  const bool noticed =
      fame == Fame::well_known && goods == Goods::same && whole && !search::is_word(image, own);
  if (short_letters && !noticed && (l.relation == Relation::edit || l.relation == Relation::phonetic))
    risk = std::min(risk, Risk::low);
  const bool first_differs = own.front() != compared(earlier, l.mark_part).front();
  if (l.relation == Relation::one_character && own.size() == 3 && first_differs && fame != Fame::well_known)
    risk = std::min(risk, Risk::low);
  if (goods == Goods::unknown && everyday) risk = std::min(risk, Risk::medium);
  return risk;
}

}  // namespace

Risk weigh(const Image& image, const Sign& later, const Sign& earlier, const Likeness& l,
           const EarlierMark& mark, Goods goods) {
  // 苹果 is a fruit, and a brand: what a known mark is called is not weak.
  const bool named =
      mark.fame >= Fame::known && l.relation == Relation::affix && l.earlier_view == ViewKind::whole;
  if (!named && is_chance(image, later, earlier, l)) return Risk::none;
  // Brands that one only knows by name share beginnings and ends with half the world.
  const bool loose = l.manner != search::Manner::plain && l.manner != search::Manner::by_sound;
  if (loose && mark.fame != Fame::unknown && goods != Goods::same) return Risk::none;
  Risk risk = Risk::none;
  for (const Weight& w : k_weights) {
    if (w.relation != l.relation || !applies(image, later, earlier, l, w.shape)) continue;
    risk = w.risk;
    break;
  }
  const bool known = mark.fame >= Fame::known;
  if (mark.fame == Fame::listed) risk = capped_for_list(risk, l, goods);
  // The bundle gives known marks their short names: 中国 is no short name of 中国银行, nor 法国 of 法国航空.
  // In 小白兔 and 大白兔 one character before the word is exchanged.
  const bool exchanged = l.later_view == ViewKind::kernel && l.earlier_view == ViewKind::kernel;
  const bool cut_short = l.relation == Relation::affix && l.earlier_view != ViewKind::whole && !exchanged;
  if (mark.fame != Fame::unknown && cut_short && compared(later, l.part).size() == 2 &&
      search::is_word(image, compared(later, l.part)))
    return Risk::none;
  if (l.one_brand && risk != Risk::none) {
    const bool whole = l.part.length == later.text.size() && l.mark_part.length == earlier.text.size();
    risk = whole && mark.fame != Fame::listed ? Risk::high : Risk::medium;
  }
  if (known) risk = weigh_known(image, later, earlier, l, mark.fame, goods, risk);
  if (goods == Goods::other) {
    // Beyond similar goods only a well-known mark is protected (2019 art. 13, 2026 art. 21).
    const bool everyday = search::is_everyday(image, compared(later, l.part));
    const bool reaches = mark.fame == Fame::well_known && is_closest(l) && risk >= Risk::medium && !everyday;
    risk = reaches ? Risk::medium : std::min(risk, Risk::low);
  }
  // Whether these goods are the similar ones of that class is not known.
  if (goods == Goods::neighbour)
    risk = is_closest(l) || risk == Risk::high ? std::min(risk, Risk::medium) : Risk::none;
  if (mark.standing == Standing::dead) risk = std::min(risk, Risk::low);
  return risk;
}

}  // namespace tmsweep::engine
