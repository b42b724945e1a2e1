// SPDX-License-Identifier: Apache-2.0
#include "import/json_pointer.h"

#include "model/worded.h"

namespace tmsweep::import {

Result<JsonPointer> parse_pointer(const std::string& text) {
  JsonPointer out{text, {}};
  if (text.empty()) return out;
  const Message hint = worded({"写成 /products/*/name 这样", "write it as /products/*/name"});
  if (text.front() != '/')
    return Error{worded({"JSON 指针以“/”开头", "a JSON pointer begins with '/'"}), hint, {}};
  std::string key;
  const auto put = [&] {
    out.tokens.push_back({key == "*" ? PointerToken::Kind::any : PointerToken::Kind::key, key});
    key.clear();
  };
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] == '/') {
      put();
    } else if (text[i] != '~') {
      key += text[i];
    } else if (++i < text.size() && (text[i] == '0' || text[i] == '1')) {
      key += text[i] == '0' ? '~' : '/';
    } else {
      return Error{worded({"JSON 指针里的“~”后面要有 0 或 1：~0 是 ~，~1 是 /",
                           "'~' stands before 0 or 1 in a JSON pointer: ~0 is ~, ~1 is /"}),
                   hint,
                   {}};
    }
  }
  put();
  return out;
}

}  // namespace tmsweep::import
