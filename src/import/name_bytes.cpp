// SPDX-License-Identifier: Apache-2.0
#include "import/name_bytes.h"

#include <algorithm>
#include <ios>

namespace tmsweep::import {

namespace {

constexpr std::size_t k_sample = 1U << 16U;
constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

text::Charset charset_of(std::string_view encoding, std::string_view sample) {
  if (encoding.empty()) return text::detect_charset(sample);
  const text::Charset given = text::charset_named(encoding).value_or(text::Charset::utf8);
  return given == text::Charset::utf16 ? text::detect_byte_order(sample) : given;
}

}  // namespace

NameBytes::NameBytes(std::istream& in, std::string_view encoding) : in_(*in.rdbuf()) {
  std::string sample(k_sample, '\0');
  std::size_t size = 0;
  while (size < sample.size() && !ended_) {
    const Result<std::size_t> count = fetch(std::span(sample).subspan(size));
    if (!count) break;
    size += count.value();
  }
  sample.resize(size);
  charset_ = charset_of(encoding, sample);
  if (charset_ == text::Charset::utf8) {
    text_ = std::move(sample);
  } else {
    decoder_.emplace(charset_);
    decode(sample);
  }
  if (text_.starts_with(k_byte_order_mark)) at_ = k_byte_order_mark.size();
}

void NameBytes::decode(std::string_view bytes) {
  decoder_->decode(bytes, text_);
  if (ended_) decoder_->finish(text_);
}

Result<std::size_t> NameBytes::read(std::span<char> out) {
  while (at_ == text_.size()) {
    if (error_) return *error_;
    if (ended_) return std::size_t{0};
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
  try {
    const bool more = in_.sgetc() != std::streambuf::traits_type::eof();
    const std::streamsize there = more ? std::max<std::streamsize>(in_.in_avail(), 1) : 0;
    const auto count = static_cast<std::size_t>(
        in_.sgetn(out.data(), std::min(there, static_cast<std::streamsize>(out.size()))));
    ended_ = count == 0;
    consumed_ += count;
    return count;
  } catch (const std::ios_base::failure&) {  // a folder, a broken disk
    ended_ = true;
    error_ = Error{"the file cannot be read", "check the path", {}};
    return *error_;
  }
}

}  // namespace tmsweep::import
