// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "import/byte_source.h"
#include "text/charset.h"

namespace tmsweep::import {

/// The bytes of a stream as UTF-8. Text that is UTF-8 passes through untouched; ICU takes no part in it.
class NameBytes : public ByteSource {
 public:
  struct Events {
    std::function<void()> waiting;               ///< before a read that has to wait for more to come
    std::function<void(text::Charset)> charset;  ///< it is known, and is not UTF-8
  };

  /// `encoding` is an id of text::k_charset_ids; empty: told from the first 64 KiB, or from as much as a pipe
  /// has brought with the first line. While that is ASCII, what follows may still be anything.
  NameBytes(std::istream& in, std::string_view encoding, Events events);

  /// The beginning of the text, without a byte order mark; only before the first `read`.
  [[nodiscard]] std::string_view head() const { return std::string_view(text_).substr(at_); }
  [[nodiscard]] text::Charset charset() const { return charset_; }

  Result<bool> next_member() override { return std::exchange(first_, false); }
  Result<std::size_t> read(std::span<char> out) override;
  [[nodiscard]] std::uint64_t consumed() const override { return consumed_; }

 private:
  [[nodiscard]] bool must_wait() { return in_.in_avail() == 0; }
  Result<std::size_t> fetch(std::span<char> out);
  void fetch_sample(std::string& sample, std::size_t size);
  void settle(text::Charset charset, std::string sample);
  void tell();
  void decode(std::string_view bytes);

  std::streambuf& in_;
  Events events_;
  bool settled_ = false;  ///< the encoding is known
  text::Charset charset_ = text::Charset::utf8;
  std::optional<text::Decoder> decoder_;
  std::string raw_;     ///< bytes still to be decoded are read here
  std::string text_;    ///< UTF-8 that is still to be given out
  std::size_t at_ = 0;  ///< in `text_`
  std::uint64_t consumed_ = 0;
  std::optional<Error> error_;
  bool ended_ = false;
  bool first_ = true;
};

}  // namespace tmsweep::import
