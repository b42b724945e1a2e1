// SPDX-License-Identifier: Apache-2.0
#include "import/name_bytes.h"

#include <algorithm>
#include <ios>

#include "model/worded.h"
#include "platform/interrupt.h"

namespace tmsweep::import {

namespace {

constexpr std::size_t k_sample = 1U << 16U;
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

text::Charset charset_of(std::string_view encoding, std::string_view sample) {
  if (encoding.empty()) return text::detect_charset(sample);
  const text::Charset given = text::charset_named(encoding).value_or(text::Charset::utf8);
  return given == text::Charset::utf16 ? text::detect_byte_order(sample) : given;
}

bool is_ascii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Whether the beginning of a pipe tells what it is: a line, in an encoding that was given, or in UTF-8.
bool speaks_for_itself(std::string_view sample, std::string_view encoding) {
  const std::size_t begin = sample.find_first_not_of("\r\n \t");
  const bool line = begin != std::string_view::npos && sample.find('\n', begin) != std::string_view::npos;
  return line && (!encoding.empty() || text::detect_charset(sample) == text::Charset::utf8);
}

}  // namespace

NameBytes::NameBytes(std::istream& in, std::string_view encoding, Events events)
    : in_(*in.rdbuf()), events_(std::move(events)) {
  std::string sample;
  do {
    fetch_sample(sample, sample.size());
  } while (!ended_ && sample.size() < k_sample && !(must_wait() && speaks_for_itself(sample, encoding)));
  const bool may_change = encoding.empty() && !ended_ && sample.size() < k_sample && is_ascii(sample);
  settled_ = !may_change;
  const text::Charset charset = charset_of(encoding, sample);
  settle(charset, std::move(sample));
  if (text_.starts_with(k_byte_order_mark)) at_ = k_byte_order_mark.size();
}

/// Adds to the `size` bytes of a sample what one read gives.
void NameBytes::fetch_sample(std::string& sample, std::size_t size) {
  sample.resize(k_sample);
  const Result<std::size_t> count = fetch(std::span(sample).subspan(size));
  sample.resize(size + (count ? count.value() : 0));
}

/// What was read so far becomes text of this encoding.
void NameBytes::settle(text::Charset charset, std::string sample) {
  charset_ = charset;
  at_ = 0;
  if (charset_ == text::Charset::utf8) {
    text_ = std::move(sample);
    return;
  }
  if (events_.charset) events_.charset(charset_);
  text_.clear();
  decoder_.emplace(charset_);
  decode(sample);
}

/// The next bytes, and the encoding as soon as one of them is not ASCII.
void NameBytes::tell() {
  std::string sample;
  fetch_sample(sample, 0);
  settled_ = !is_ascii(sample);
  while (settled_ && !ended_ && sample.size() < k_sample && !must_wait()) fetch_sample(sample, sample.size());
  const text::Charset charset = settled_ ? text::detect_charset(sample) : text::Charset::utf8;
  settle(charset, std::move(sample));
}

void NameBytes::decode(std::string_view bytes) {
  decoder_->decode(bytes, text_);
  if (ended_) decoder_->finish(text_);
}

Result<std::size_t> NameBytes::read(std::span<char> out) {
  while (at_ == text_.size()) {
    if (error_) return *error_;
    if (ended_) return std::size_t{0};
    if (!settled_) {
      tell();
      continue;
    }
    if (!decoder_) return fetch(out);
    raw_.resize(k_sample);
    const Result<std::size_t> count = fetch(raw_);
    text_.clear();
    at_ = 0;
    if (count) decode(std::string_view(raw_).substr(0, count.value()));
  }
  const std::size_t count = std::min(out.size(), text_.size() - at_);
  std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(at_), count, out.begin());
  at_ += count;
  return count;
}

/// What is there now: a pipe is not waited for until a whole block has come.
Result<std::size_t> NameBytes::fetch(std::span<char> out) {
  // A device that never ends holds no line either, so that nobody else would notice.
  ended_ = ended_ || platform::Interruption::signal() != 0;
  if (ended_) return std::size_t{0};
  try {
    if (events_.waiting && must_wait()) events_.waiting();
    const bool more = in_.sgetc() != std::streambuf::traits_type::eof();
    const std::streamsize there = more ? std::max<std::streamsize>(in_.in_avail(), 1) : 0;
    const auto count = static_cast<std::size_t>(
        in_.sgetn(out.data(), std::min(there, static_cast<std::streamsize>(out.size()))));
    ended_ = count == 0;
    consumed_ += count;
    return count;
  } catch (const std::ios_base::failure&) {  // a folder, a broken disk
    ended_ = true;
    error_ =
        Error{worded({"读不了文件", "the file cannot be read"}), worded({"检查路径", "check the path"}), {}};
    return *error_;
  }
}

}  // namespace tmsweep::import
