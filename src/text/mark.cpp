// SPDX-License-Identifier: Apache-2.0
#include "text/mark.h"

#include <algorithm>

#include "model/worded.h"
#include "text/icu.h"
#include "text/segment.h"
#include "text/utf8.h"

namespace tmsweep::text {

namespace {

using image::CharInfo;
using image::Image;

void reserve(Form& form, std::size_t size) {
  form.text.reserve(size);
  form.origin.reserve(size);
}

void add(Form& form, char32_t c, Span origin) {
  form.text.push_back(c);
  form.origin.push_back(origin);
}

void note_oddities(const Image& image, Mark& m) {
  for (std::uint32_t i = 0; i < m.typed.size(); ++i) {
    const std::uint8_t flags = image.info(m.typed[i]).flags;
    if ((flags & image::k_bidi) != 0) {
      m.oddities.bidi.push_back({i, 1});
    } else if ((flags & image::k_invisible) != 0) {
      m.oddities.invisible.push_back({i, 1});
    } else if ((flags & image::k_control) != 0) {
      m.oddities.control.push_back({i, 1});
    }
    if ((flags & image::k_private_use) != 0) m.oddities.private_use.push_back({i, 1});
    // Radicals and description characters stand for no character that anybody could type again.
    const bool radical = m.typed[i] >= U'\u2E80' && m.typed[i] <= U'\u2FFF';
    if (radical) m.oddities.rare_han.push_back({i, 1});
  }
}

/// NFKC_Casefold, one typed code point at a time; runs with combining marks go to ICU as one cluster.
void fold(const Image& image, Mark& m) {
  const auto size = static_cast<std::uint32_t>(m.typed.size());
  reserve(m.normalized, size);
  for (std::uint32_t i = 0; i < size;) {
    std::uint32_t end = i + 1;
    while (end < size && (image.info(m.typed[end]).flags & image::k_combining) != 0) ++end;
    const CharInfo& info = image.info(m.typed[i]);
    if (end > i + 1 || (info.flags & image::k_combining) != 0) {
      for (const char32_t c : icu::nfkc_casefold(std::u32string_view(m.typed).substr(i, end - i))) {
        add(m.normalized, c, {i, end - i});
      }
    } else if (info.fold == 0) {
      if ((info.flags & image::k_control) == 0) add(m.normalized, m.typed[i], {i, 1});
    } else {
      for (const char32_t c : image.fold(info)) add(m.normalized, c, {i, 1});
    }
    i = end;
  }
}

bool is_letter(Script s) {
  return s != Script::symbol && s != Script::space && s != Script::emoji && s != Script::control &&
         s != Script::other;
}

bool is_upper(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= 0xC0 && c <= 0xDE);
}

struct CoreBuilder {
  const Image& image;
  Mark& m;
  bool separated = true;  ///< something that is not a letter stood before

  void put(char32_t c, Script script, Span origin) {
    const std::size_t n = m.core.text.size();
    const bool latin = script == Script::latin;
    bool starts = separated || n == 0 || m.scripts.back() != script || script == Script::han;
    // A capital after a small letter begins a token of its own: LoveChina.
    if (!starts && latin && is_upper(m.typed[origin.start]) &&
        !is_upper(m.typed[m.core.origin[n - 1].start])) {
      starts = true;
    }
    if (starts && n > 0) m.token_edges[n - 1] |= k_token_end;
    add(m.core, c, origin);
    m.scripts.push_back(script);
    m.token_edges.push_back(starts ? k_token_start : std::uint8_t{0});
    separated = false;
  }

  void letters(const CharInfo& info, Span origin) {
    for (std::uint32_t rest = info.skeleton; rest != 0; rest >>= 8U) {
      put(static_cast<char32_t>(rest & 0xFFU), Script::latin, origin);
    }
  }

  /// A confusable is looked up as typed, for folding changes what some of them look like: Ν is like N, ν like
  /// v.
  const CharInfo& as_typed(const CharInfo& info, Span origin) const {
    const char32_t c = m.typed[origin.start];
    const CharInfo& own = image.info(c);
    const auto script = static_cast<Script>(own.script);
    const bool imitates = own.skeleton != 0 && (own.flags & image::k_imitates) == 0;
    const bool one =
        own.fold == 0 || image.fold(own).size() == 1;  // a ligature is folded into its letters first
    return origin.length == 1 && one && imitates && c > 0x7F && script != Script::han &&
                   script != Script::kana
               ? own
               : info;
  }

  void take(char32_t c, Span origin) {
    const CharInfo& info = as_typed(image.info(c), origin);
    const auto script = static_cast<Script>(info.script);
    const bool imitates = info.skeleton != 0 && (info.flags & image::k_imitates) == 0;
    if (imitates && script != Script::han && script != Script::kana) {
      if (script == Script::letter) m.oddities.confusable.push_back(origin);
      letters(info, origin);
    } else if (!is_letter(script)) {
      separated = true;
    } else if (script == Script::han) {
      put(info.simplified != 0 ? static_cast<char32_t>(info.simplified) : c, script, origin);
    } else {
      put(c, script, origin);
    }
  }
};

void make_core(const Image& image, Mark& m) {
  const std::size_t size = m.normalized.text.size();
  reserve(m.core, size);
  m.scripts.reserve(size);
  m.token_edges.reserve(size);
  CoreBuilder builder{image, m};
  for (std::size_t i = 0; i < m.normalized.text.size(); ++i) {
    builder.take(m.normalized.text[i], m.normalized.origin[i]);
  }
  if (!m.token_edges.empty()) m.token_edges.back() |= k_token_end;
}

void note_han(const Image& image, Mark& m) {
  for (std::size_t i = 0; i < m.normalized.text.size(); ++i) {
    const CharInfo& info = image.info(m.normalized.text[i]);
    if (static_cast<Script>(info.script) != Script::han) continue;
    if (static_cast<image::HanKind>(info.han_kind) == image::HanKind::japanese) {
      m.oddities.japanese.push_back(m.normalized.origin[i]);
    } else if (info.simplified == 0 && (info.flags & image::k_standard_han) == 0) {
      m.oddities.rare_han.push_back(m.normalized.origin[i]);
    }
  }
}

char32_t arabic(const Image& image, char32_t c) {
  const std::uint8_t n = image.info(c).numeral;
  return n == 0 ? c : U'0' + (n - 1U);
}

void make_numerals(const Image& image, Mark& m) {
  m.numerals.text = numeral_key(image, m.core.text);
  if (m.numerals.text == m.core.text) {
    m.numerals.text.clear();
  } else {
    m.numerals.origin = m.core.origin;
  }
}

void make_collapsed(Mark& m) {
  const std::u32string& t = m.core.text;
  if (std::ranges::adjacent_find(t) == t.end()) return;
  for (std::size_t i = 0; i < t.size(); ++i) {
    if (i > 0 && t[i] == t[i - 1]) {
      m.collapsed.origin.back().length = m.core.origin[i].end() - m.collapsed.origin.back().start;
    } else {
      add(m.collapsed, t[i], m.core.origin[i]);
    }
  }
}

/// Digits and signs read as the letters they imitate, when the name has Latin letters beside them.
void make_skeleton(const Image& image, Mark& m) {
  if (std::ranges::find(m.scripts, Script::latin) == m.scripts.end()) return;
  bool changed = false;
  reserve(m.skeleton, m.normalized.text.size());
  for (std::size_t i = 0; i < m.normalized.text.size(); ++i) {
    const char32_t c = m.normalized.text[i];
    const CharInfo& info = image.info(c);
    const auto script = static_cast<Script>(info.script);
    if (info.skeleton != 0 && script != Script::han && script != Script::kana) {
      changed = changed || script == Script::digit || !is_letter(script);
      for (std::uint32_t rest = info.skeleton; rest != 0; rest >>= 8U) {
        add(m.skeleton, static_cast<char32_t>(rest & 0xFFU), m.normalized.origin[i]);
      }
    } else if (is_letter(script)) {
      add(m.skeleton, info.simplified != 0 ? static_cast<char32_t>(info.simplified) : c,
          m.normalized.origin[i]);
    }
  }
  if (!changed) m.skeleton = {};
}

void note(Mark& m, Trace trace, std::string_view step, std::u32string_view before,
          std::u32string_view after) {
  if (trace == Trace::on && before != after)
    m.trace.push_back({std::string(step), encode(before), encode(after)});
}

/// The typed code points of a name that can be read at all.
Result<std::u32string> admit(std::string_view bytes) {
  Result<std::u32string> decoded = decode(bytes);
  if (!decoded) return decoded;
  const std::size_t size = decoded.value().size();
  if (size == 0) {
    return Error{worded({"名称是空的", "the name is empty"}),
                 worded({"写出要检查的名称", "type the name to check"}),
                 {}};
  }
  if (size > k_longest_name) {
    return Error{
        worded({"名称有 {} 个字符，最多检查 {} 个", "the name has {} characters; at most {} can be checked"},
               size, k_longest_name),
        worded({"只检查品牌名称，不要整段文字", "check the brand name alone, not a whole text"}),
        {}};
  }
  return decoded;
}

}  // namespace

std::u32string numeral_key(const Image& image, std::u32string_view core) {
  std::u32string out(core);
  for (char32_t& c : out) c = arabic(image, c);
  return out;
}

Result<Mark> make_mark(const Image& image, std::string_view bytes, Trace trace) {
  Result<std::u32string> admitted = admit(bytes);
  if (!admitted) return admitted.error();
  Mark m;
  m.typed = std::move(admitted).value();
  m.name = bytes;
  note_oddities(image, m);
  fold(image, m);
  note(m, trace, "nfkc-casefold", m.typed, m.normalized.text);
  make_core(image, m);
  note(m, trace, "letters-and-han", m.normalized.text, m.core.text);
  if (m.core.text.empty() && std::ranges::all_of(m.normalized.text, [&](char32_t c) {
        return static_cast<Script>(image.info(c).script) == Script::space;
      })) {
    return Error{worded({"名称里没有可见的字符", "the name has no visible character"}),
                 worded({"写出要检查的名称", "type the name to check"}),
                 {}};
  }
  note_han(image, m);
  make_numerals(image, m);
  make_collapsed(m);
  make_skeleton(image, m);
  if (!m.numerals.text.empty()) note(m, trace, "numerals", m.core.text, m.numerals.text);
  if (!m.collapsed.text.empty()) note(m, trace, "repeated", m.core.text, m.collapsed.text);
  if (!m.skeleton.text.empty()) note(m, trace, "imitated-letters", m.core.text, m.skeleton.text);
  m.known_parts.reserve(2 * m.core.text.size());
  each_known_part(image, m.core.text, [&](Span part, std::uint32_t e) {
    m.known_parts.push_back({part, e});
  });
  segment(image, m);
  read(image, m);
  if (trace == Trace::on) {
    std::string words;
    for (const Word& w : m.words) {
      words += (words.empty() ? "" : " | ") +
               encode(std::u32string_view(m.core.text).substr(w.part.start, w.part.length));
    }
    m.trace.push_back({"words", encode(m.core.text), words});
    m.trace.push_back({"pinyin", encode(m.core.text), m.pinyin});
  }
  return m;
}

Result<Core> core_of(const Image& image, std::string_view bytes) {
  Result<std::u32string> admitted = admit(bytes);
  if (!admitted) return admitted.error();
  Mark m;
  m.typed = std::move(admitted).value();
  fold(image, m);
  make_core(image, m);
  return Core{std::move(m.core.text), std::move(m.token_edges)};
}

std::u32string key_of(const Image& image, std::string_view term) {
  Result<std::u32string> decoded = decode(term);
  if (!decoded) return {};
  Mark m;
  m.typed = std::move(decoded).value();
  fold(image, m);
  make_core(image, m);
  return m.core.text;
}

}  // namespace tmsweep::text
