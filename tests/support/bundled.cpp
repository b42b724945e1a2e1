// SPDX-License-Identifier: Apache-2.0
#include "support/bundled.h"

#include <algorithm>
#include <stdexcept>

#include "store/bundle.h"
#include "text/mark.h"
#include "text/utf8.h"

namespace tmsweep::support {

const image::Image& bundled() {
  static const image::Image image(store::bundled_image());
  return image;
}

const engine::Checker& checker() {
  static const engine::Checker checker(bundled(), {.lang = Lang::zh, .as_of = k_day});
  return checker;
}

Mark mark_of(const image::Image& image, std::string_view name) {
  Result<Mark> mark = text::make_mark(image, name);
  if (!mark) throw std::invalid_argument(std::string(name) + ": " + mark.error().message.en);
  return std::move(mark).value();
}

Mark mark_of(std::string_view name) {
  return mark_of(bundled(), name);
}

Report report_of(const std::string& name, const std::vector<std::string>& goods,
                 const std::vector<int>& classes) {
  Result<Report> report = checker().check({name, goods, classes, 0});
  if (!report) throw std::invalid_argument(name + ": " + report.error().message.en);
  return std::move(report).value();
}

std::string utf8(std::u32string_view points) {
  return text::encode(points);
}

std::string typed(const Mark& mark, Span span) {
  return utf8(std::u32string_view(mark.typed).substr(span.start, span.length));
}

const Finding* finding_of(const Report& report, std::string_view rule) {
  const auto it = std::ranges::find(report.findings, rule, &Finding::rule);
  return it == report.findings.end() ? nullptr : &*it;
}

}  // namespace tmsweep::support
