// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace tmsweep::text {

/// How a file of names may be written. `utf16` is either byte order, told by the mark at its beginning.
enum class Charset : std::uint8_t { utf8, gb18030, gbk, utf16, utf16le, utf16be, big5 };

/// As `--encoding` names them, in the order of the enum.
inline constexpr std::array<std::string_view, 7> k_charset_ids{"utf-8",    "gb18030",  "gbk", "utf-16",
                                                               "utf-16le", "utf-16be", "big5"};

/// By its id, in any case.
std::optional<Charset> charset_named(std::string_view id);
/// As people write it: UTF-8, GB18030, UTF-16LE.
std::string_view charset_name(Charset charset);

/// Tells the encoding of a file from its first bytes, up to 64 KiB are enough. UTF-8 unless much speaks
/// against it: a few broken bytes must not turn a whole list into other characters. ICU is asked only about
/// bytes that are no UTF-8.
Charset detect_charset(std::string_view sample);
/// The byte order of UTF-16 text: by its mark, else by the more likely characters, else little endian.
Charset detect_byte_order(std::string_view sample);

/// Turns bytes of one encoding into UTF-8, piece by piece. What is no character becomes the byte FF, which
/// stands in no UTF-8 text, so that it stays a fault and is never taken for another character.
class Decoder {
 public:
  /// Of any encoding but `utf8` and `utf16`.
  explicit Decoder(Charset charset);
  ~Decoder();
  Decoder(const Decoder&) = delete;
  Decoder& operator=(const Decoder&) = delete;
  Decoder(Decoder&&) noexcept;
  Decoder& operator=(Decoder&&) noexcept;

  /// Appends the text of `bytes` to `out`; a character may continue in the next piece.
  void decode(std::string_view bytes, std::string& out);
  /// The end of the bytes: a character that was begun is broken.
  void finish(std::string& out);

 private:
  struct Converter;
  enum class Piece : std::uint8_t { inner, last };
  void convert(std::string_view bytes, Piece piece, std::string& out);

  std::unique_ptr<Converter> converter_;
};

}  // namespace tmsweep::text
