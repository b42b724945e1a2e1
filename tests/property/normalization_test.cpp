// SPDX-License-Identifier: Apache-2.0
// What must hold for any name at all. The seed is printed with each failure.
#include <doctest/doctest.h>

#include <random>
#include <string>
#include <vector>

#include "output/format.h"
#include "support/bundled.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep {

namespace {

using support::bundled;
using support::checker;

constexpr int k_rounds = 3000;

/// Code points that names and their disguises are made of, and some that nothing is made of.
constexpr std::u32string_view k_alphabet =
    U"中国法红十字历蜀记火锅店茶酒國黒囍①⑧捌八一〇ＡｂＺabcXYZ019 "
    U"-·★.'!@$\u200b\u202e\u0301\u0308ﾊﾞがノ한СНІ🅰😀㎏ﬁßİǅ龘"
    U"\ue000\U000e0041\u0000\u0007\u2028<&=";

std::u32string any_name(std::mt19937& random) {
  std::uniform_int_distribution<std::size_t> length(1, 12);
  std::uniform_int_distribution<std::size_t> pick(0, k_alphabet.size() - 1);
  std::uniform_int_distribution<char32_t> wild(1, 0x2FFFF);
  std::u32string out;
  for (std::size_t n = length(random); n > 0; --n) {
    char32_t c = random() % 8 == 0 ? wild(random) : k_alphabet[pick(random)];
    if (c >= 0xD800 && c <= 0xDFFF) c = U'中';
    out.push_back(c);
  }
  return out;
}

void check_form(const Form& form, std::size_t typed) {
  REQUIRE(form.origin.size() == form.text.size());
  for (const Span& s : form.origin) {
    CHECK(s.length > 0);
    CHECK(s.end() <= typed);
  }
}

}  // namespace

TEST_CASE("every form maps back into the typed name, and normalizing the core again changes nothing") {
  for (unsigned seed = 0; seed < k_rounds; ++seed) {
    std::mt19937 random(seed);
    const std::string name = text::encode(any_name(random));
    CAPTURE(seed);
    CAPTURE(name);
    const Result<Mark> read = text::make_mark(bundled(), name);
    if (!read) continue;
    const Mark& m = read.value();
    for (const Form* form : {&m.normalized, &m.core, &m.numerals, &m.collapsed, &m.skeleton}) {
      check_form(*form, m.typed.size());
    }
    CHECK(m.scripts.size() == m.core.text.size());
    CHECK(m.token_edges.size() == m.core.text.size());
    std::uint32_t covered = 0;
    for (const Word& w : m.words) {
      CHECK(w.part.start == covered);
      covered = w.part.end();
    }
    CHECK(covered == m.core.text.size());
    if (m.core.text.empty()) continue;
    const Result<Mark> again = text::make_mark(bundled(), text::encode(m.core.text));
    REQUIRE(again.ok());
    CHECK(text::encode(again.value().core.text) == text::encode(m.core.text));
  }
}

TEST_CASE("findings lie inside the name, repeat themselves, and every format writes valid UTF-8") {
  for (unsigned seed = 0; seed < k_rounds / 3; ++seed) {
    std::mt19937 random(seed);
    const std::string name = text::encode(any_name(random));
    CAPTURE(seed);
    CAPTURE(name);
    const Result<Report> first = checker().check({name, {}, {}, 0});
    if (!first) continue;
    const Report& r = first.value();
    for (const Finding& f : r.findings) {
      CHECK(f.span.end() <= r.typed.size());
      CHECK(f.risk <= r.verdict);
      CHECK_FALSE(f.title.empty());
      CHECK_FALSE(f.why.empty());
    }
    const Report second = checker().check({name, {}, {}, 0}).value();
    for (const output::Format* format : output::all()) {
      std::string a;
      std::string b;
      format->report(r, {}, 0, a);
      format->report(second, {}, 0, b);
      CHECK(a == b);
      CHECK(text::decode(a).ok());
    }
  }
}

TEST_CASE("a zero-width character hidden in a name takes no high finding away") {
  for (const std::string name : {"中国", "法国", "红十字", "CHINA", "雷锋", "联合国", "奥林匹克"}) {
    std::u32string points = text::decode(name).value();
    for (std::size_t at = 0; at <= points.size(); ++at) {
      std::u32string hidden = points;
      hidden.insert(at, 1, U'\u200b');
      CAPTURE(text::encode(hidden));
      const Result<Report> report = checker().check({text::encode(hidden), {}, {}, 0});
      REQUIRE(report.ok());
      CHECK(report.value().verdict == Risk::high);
    }
  }
}

}  // namespace tmsweep
