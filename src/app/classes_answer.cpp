// SPDX-License-Identifier: Apache-2.0
#include "app/classes_answer.h"

#include <algorithm>
#include <utility>

#include "lexicon/goods.h"
#include "lexicon/groups.h"
#include "lexicon/near_goods.h"
#include "model/worded.h"
#include "text/mark.h"

namespace tmsweep::app {

namespace {

using image::Image;
using image::Section;
using Answers = std::vector<ClassesAnswer>;

constexpr std::size_t k_near = 3;

/// What stands between 第 and 类, or the text itself: 第25类 and 25 mean the same.
std::string number_text(std::string text) {
  constexpr std::string_view before = "第";
  constexpr std::string_view after = "类";
  if (text.starts_with(before)) text.erase(0, before.size());
  if (text.ends_with(after)) text.erase(text.size() - after.size());
  return text;
}

bool all_digits(std::string_view s) {
  return !s.empty() && std::ranges::all_of(s, [](char c) { return c >= '0' && c <= '9'; });
}

class Answering {
 public:
  Answering(const Image& image, Lang lang) : image_(image), lang_(lang) {}

  [[nodiscard]] ClassAnswer nice_class(int number) const {
    ClassAnswer out{number, class_heading(image_, number, lang_), {}, {}};
    for (const image::AdviceRecord* a : lexicon::advice_for(image_, number))
      out.advice.push_back({std::to_string(a->advised), words(a->text), false});
    return out;
  }

  [[nodiscard]] GroupAnswer group(const image::GroupRecord& r) const {
    return {std::string(image_.text(r.code)), words(r.label), r.seen != 0};
  }

  [[nodiscard]] ClassesAnswer whole_class(const std::string& text, int number) const {
    ClassesAnswer out;
    out.kind = ClassesAnswer::Kind::nice_class;
    out.text = text;
    out.classes.push_back(nice_class(number));
    for (const image::GroupRecord* r : lexicon::groups_of_class(image_, number))
      out.classes.back().groups.push_back(group(*r));
    return out;
  }

  [[nodiscard]] ClassesAnswer one_group(const std::string& text, const image::GroupRecord& r) const {
    ClassesAnswer out;
    out.kind = ClassesAnswer::Kind::group;
    out.text = text;
    out.classes.push_back(nice_class(static_cast<int>(r.nice_class)));
    out.classes.back().groups.push_back(group(r));
    const std::string_view code = image_.text(r.code);
    for (const image::RelatedRecord* other : lexicon::relations_of(image_, code)) {
      const std::string_view a = image_.text(other->a);
      out.related.push_back({std::string(a == code ? image_.text(other->b) : a), words(other->note),
                             other->kind == image::RelatedKind::cross_note});
    }
    return out;
  }

  [[nodiscard]] ClassesAnswer goods(const GoodsItem& item) const {
    ClassesAnswer out;
    out.kind = ClassesAnswer::Kind::goods;
    out.text = item.typed;
    out.word = item.word;
    out.head = item.head;
    out.whole = text::key_of(image_, item.word) == text::key_of(image_, item.typed);
    for (const int number : classes_of(item.classes)) {
      out.classes.push_back(nice_class(number));
      for (const std::string& code : item.groups) {
        const image::GroupRecord* r = lexicon::group_of_code(image_, code);
        if (r != nullptr && r->nice_class == static_cast<std::uint32_t>(number))
          out.classes.back().groups.push_back(group(*r));
      }
    }
    return out;
  }

  [[nodiscard]] ClassesAnswer unknown(const std::string& text) const {
    ClassesAnswer out;
    out.text = text;
    out.near = lexicon::near_goods(image_, text, k_near);
    return out;
  }

 private:
  [[nodiscard]] std::string words(const std::array<image::Text, 2>& texts) const {
    return std::string(image_.text(texts[static_cast<std::size_t>(lang_)]));
  }

  const Image& image_;
  Lang lang_;
};

}  // namespace

std::string class_heading(const Image& image, int number, Lang lang) {
  for (const image::ClassRecord& r : image.all<image::ClassRecord>(Section::classes)) {
    if (r.number == static_cast<std::uint32_t>(number))
      return std::string(image.text(r.heading[static_cast<std::size_t>(lang)]));
  }
  return {};
}

Result<Answers> answer(const Image& image, const std::string& text, Lang lang) {
  const Answering answering(image, lang);
  const std::string number = number_text(text);
  if (all_digits(number) && number.size() <= 2) {
    const int n = std::stoi(number);
    if (!is_nice_class(n))
      return Error{worded({"第 {} 类不是尼斯类别", "class {} is no Nice class"}, number),
                   worded({"类别是 1 到 45", "classes are 1 to 45"}),
                   {}};
    return Answers{answering.whole_class(text, n)};
  }
  if (all_digits(number) && number.size() == 4) {
    const image::GroupRecord* r = lexicon::group_of_code(image, number);
    return Answers{r != nullptr ? answering.one_group(text, *r) : answering.unknown(text)};
  }
  const Result<GoodsSelection> read = lexicon::read_goods(image, {text}, {});
  if (!read) return read.error();
  Answers out;
  for (const GoodsItem& item : read.value().items) out.push_back(answering.goods(item));
  for (const std::string& other : read.value().unresolved) out.push_back(answering.unknown(other));
  if (out.empty()) out.push_back(answering.unknown(text));
  return out;
}

}  // namespace tmsweep::app
