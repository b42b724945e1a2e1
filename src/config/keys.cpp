// SPDX-License-Identifier: Apache-2.0
#include "config/keys.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "model/date.h"
#include "model/goods.h"
#include "model/worded.h"
#include "text/nearest.h"
#include "text/utf8.h"

namespace tmsweep::config {

namespace {

constexpr std::array k_keys{
    Key{"all-classes", "TMSWEEP_ALL_CLASSES", Kind::yes_no, Reach::anywhere, {}, "false"},
    Key{"as-of", "TMSWEEP_AS_OF", Kind::date, Reach::anywhere, {}, "today"},
    Key{"baseline", "TMSWEEP_BASELINE", Kind::file, Reach::anywhere, {}, ""},
    Key{"class", "TMSWEEP_CLASS", Kind::classes, Reach::anywhere, {}, ""},
    Key{"color", "TMSWEEP_COLOR", Kind::word, Reach::anywhere, "auto always never", "auto"},
    Key{"db", "TMSWEEP_DB", Kind::file, Reach::anywhere, {}, "built-in"},
    Key{"fail-on", "TMSWEEP_FAIL_ON", Kind::word, Reach::anywhere, "high medium low never", "high"},
    Key{"format", "TMSWEEP_FORMAT", Kind::word, Reach::anywhere, {}, "text"},
    Key{"goods", "TMSWEEP_GOODS", Kind::text_list, Reach::anywhere, {}, ""},
    Key{"jobs", "TMSWEEP_JOBS", Kind::count, Reach::anywhere, {}, "processors", 1, 256},
    Key{"lang", "TMSWEEP_LANG", Kind::word, Reach::anywhere, "zh en", "locale"},
    Key{"marks", "TMSWEEP_MARKS", Kind::file_list, Reach::anywhere, {}, ""},
    Key{"max-age", "TMSWEEP_MAX_AGE", Kind::count, Reach::anywhere, {}, "", 0, 100'000},
    Key{"user-db", "TMSWEEP_USER_DB", Kind::file, Reach::environment_only, {}, "data folder"},
};

std::vector<std::string> words_of(std::string_view choices) {
  std::vector<std::string> out;
  while (!choices.empty()) {
    const std::size_t end = std::min(choices.find(' '), choices.size());
    out.emplace_back(choices.substr(0, end));
    choices.remove_prefix(std::min(end + 1, choices.size()));
  }
  return out;
}

std::optional<int> whole_number(std::string_view value) {
  int n = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), n);
  if (value.empty() || error != std::errc() || end != value.data() + value.size()) return {};
  return n;
}

Message in_quotes(const std::string& value) {
  constexpr std::size_t k_shown = 60;
  if (value.size() <= k_shown) return worded({"“{}”", "'{}'"}, value);
  std::size_t cut = k_shown;
  while (cut > 0 && (static_cast<unsigned char>(value[cut]) & 0xC0U) == 0x80U) --cut;
  return worded({"“{}…”", "'{}…'"}, value.substr(0, cut));
}

std::optional<Message> fault_of_word(const Key& key, const std::string& value, const Vocabulary& vocabulary) {
  const std::vector<std::string> known = key.choices.empty() ? vocabulary.formats() : words_of(key.choices);
  if (std::ranges::find(known, value) != known.end()) return {};
  const std::string near = text::nearest(value, known);
  Message hint;
  if (!near.empty()) hint = worded({"；您是不是要写“{}”？", "; did you mean '{}'?"}, near);
  return worded({"{}不在 {} 之中{}", "{} is none of {}{}"}, in_quotes(value),
                fmt::format("{}", fmt::join(known, ", ")), hint);
}

}  // namespace

std::span<const Key> keys() {
  return k_keys;
}

const Key* key_named(std::string_view name) {
  const auto found = std::ranges::find(k_keys, name, &Key::name);
  return found == k_keys.end() ? nullptr : &*found;
}

const Key* key_of_variable(std::string_view variable) {
  const auto found = std::ranges::find(k_keys, variable, &Key::variable);
  return found == k_keys.end() ? nullptr : &*found;
}

std::optional<Message> fault_of(const Key& key, const std::string& value, const Vocabulary& vocabulary) {
  if (auto fault = fault_of_text(value)) return fault;
  switch (key.kind) {
    case Kind::word:
      return fault_of_word(key, value, vocabulary);
    case Kind::date:
      if (date_of(value)) return {};
      return worded({"{}不是日期；写成 2027-01-01 这样", "{} is no date; write it as 2027-01-01"},
                    in_quotes(value));
    case Kind::yes_no:
      if (value == "true" || value == "false") return {};
      return worded({"{}既不是 true 也不是 false", "{} is neither true nor false"}, in_quotes(value));
    case Kind::classes:
      if (const auto n = whole_number(value); n && is_nice_class(*n)) return {};
      return worded({"{}不是尼斯类别；类别是 1 到 45 的数",
                     "{} is no Nice class; classes are the numbers from 1 to 45"},
                    in_quotes(value));
    case Kind::count:
      if (const auto n = whole_number(value); n && *n >= key.least && *n <= key.most) return {};
      return worded({"{}不是 {} 到 {} 的数", "{} is no number from {} to {}"}, in_quotes(value), key.least,
                    key.most);
    case Kind::text_list:
    case Kind::file:
    case Kind::file_list:
      return {};
  }
  return {};
}

std::optional<Message> fault_of_text(std::string_view value) {
  constexpr std::size_t k_longest_text = 1000;
  const Result<std::u32string> points = text::decode(value);
  if (!points) return worded({"文本不是 UTF-8", "the text is not UTF-8"});
  if (points.value().empty()) return worded({"文本是空的", "the text is empty"});
  if (points.value().size() > k_longest_text)
    return worded({"文本超过 1000 个字符", "the text has more than 1000 characters"});
  for (const char32_t c : points.value()) {
    if (c < 0x20 || (c >= 0x7F && c <= 0x9F))
      return worded({"文本里有控制字符", "the text holds a control character"});
  }
  return {};
}

std::vector<std::string> parted(std::string_view value) {
  std::vector<std::string> out;
  while (!value.empty()) {
    const std::size_t end = std::min(value.find(';'), value.size());
    if (end > 0) out.emplace_back(value.substr(0, end));
    value.remove_prefix(std::min(end + 1, value.size()));
  }
  return out;
}

}  // namespace tmsweep::config
