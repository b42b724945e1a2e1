// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace tmsweep {

enum class Lang : std::uint8_t { zh, en };

/// One fixed text in both languages.
struct Text {
  std::string_view zh;
  std::string_view en;

  [[nodiscard]] constexpr std::string_view in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  [[nodiscard]] constexpr bool empty() const { return en.empty(); }
};

/// What the program has to say to people, in both languages: whoever says it need not know which one is
/// spoken. Made by `worded`.
struct Message {
  std::string zh;
  std::string en;

  [[nodiscard]] const std::string& in(Lang lang) const { return lang == Lang::zh ? zh : en; }
  [[nodiscard]] bool empty() const { return en.empty(); }
  bool operator==(const Message&) const = default;
};

/// The run cannot go on. Ends as exit code 3 with the message, or 2 where a command line is at fault.
class Failure : public std::runtime_error {
 public:
  explicit Failure(Message message) : std::runtime_error(message.en), message_(std::move(message)) {}
  [[nodiscard]] const Message& message() const { return message_; }

 private:
  Message message_;
};

/// What an exception says; one that is not ours says the same in both languages.
inline Message message_of(const std::exception& e) {
  if (const auto* failure = dynamic_cast<const Failure*>(&e)) return failure->message();
  return {e.what(), e.what()};
}

}  // namespace tmsweep
