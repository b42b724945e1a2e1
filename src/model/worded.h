// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <type_traits>

#include "model/message.h"

namespace tmsweep {

namespace wording {

/// What takes the place of `{}`: a message in the language of the sentence, any other value as it is.
template <class T>
using Shown = std::conditional_t<std::is_same_v<T, Message>, std::string,
                                 std::conditional_t<std::is_same_v<T, Text>, std::string_view, T>>;

template <class T>
decltype(auto) in(const T& value, [[maybe_unused]] Lang lang) {
  if constexpr (std::is_same_v<T, Message> || std::is_same_v<T, Text>) {
    return value.in(lang);
  } else {
    return (value);
  }
}

/// One sentence in both languages, each checked against the arguments by the compiler.
template <class... Args>
struct Sentence {
  fmt::format_string<Args...> zh;
  fmt::format_string<Args...> en;
};

}  // namespace wording

/// A message: `worded({"{}：打不开", "{}: cannot be opened"}, file)`.
template <class... Args>
Message worded(const std::type_identity_t<wording::Sentence<const wording::Shown<Args>&...>>& sentence,
               const Args&... args) {
  const auto filled = [](fmt::string_view pattern, const auto&... shown) {
    return fmt::vformat(pattern, fmt::make_format_args(shown...));
  };
  return {filled(sentence.zh, wording::in(args, Lang::zh)...),
          filled(sentence.en, wording::in(args, Lang::en)...)};
}

/// Words that are the same in both languages: a path, what another program said.
inline Message verbatim(std::string_view words) {
  return {std::string(words), std::string(words)};
}

/// Where something is, a file, a line, a setting, and what is to be said of it.
template <class Place, class What>
Message located(const Place& place, const What& what) {
  return worded({"{}: {}", "{}: {}"}, place, what);
}

}  // namespace tmsweep
