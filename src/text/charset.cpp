// SPDX-License-Identifier: Apache-2.0
#include "text/charset.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucsdet.h>
#include <unicode/uscript.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "model/worded.h"
#include "text/utf8.h"

namespace tmsweep::text {

namespace {

constexpr char16_t k_broken = 0xFFFF;  // a noncharacter: in no text that anybody wrote

constexpr std::array<std::string_view, 7> k_names{"UTF-8",    "GB18030",  "GBK", "UTF-16",
                                                  "UTF-16LE", "UTF-16BE", "Big5"};
/// Converters of ICU. GB 18030 holds all of GBK, and unlike ICU's own GBK takes no odd byte for a character.
constexpr std::array<const char*, 7> k_converters{"UTF-8",    "gb18030",  "gb18030",    "UTF-16",
                                                  "UTF-16LE", "UTF-16BE", "windows-950"};

std::size_t index_of(Charset charset) {
  return static_cast<std::size_t>(charset);
}

/// Sequences of several bytes that are UTF-8, and bytes that are not.
struct Utf8Count {
  std::size_t good = 0;
  std::size_t bad = 0;
};

std::size_t length_of(unsigned char lead) {
  return lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

/// A sequence that the end cuts off counts as neither.
Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count n;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = length_of(lead);
    std::size_t have = 1;
    while (have < length && i + have < bytes.size() &&
           (static_cast<unsigned char>(bytes[i + have]) & 0xC0U) == 0x80U)
      ++have;
    const bool cut = have < length && i + have == bytes.size();
    if (cut) break;
    const bool good = length != 0 && have == length && decode(bytes.substr(i, length)).ok();
    ++(good ? n.good : n.bad);
    i += good ? length : 1;
  }
  return n;
}

bool is_likely(UChar32 c) {
  if (c == '\n' || c == '\r' || c == '\t') return true;
  const int8_t type = u_charType(c);
  const bool odd =
      type == U_UNASSIGNED || type == U_CONTROL_CHAR || type == U_PRIVATE_USE_CHAR || type == U_SURROGATE;
  if (odd) return false;
  // Letters of scripts that nobody mixes with Chinese are what bytes in the wrong order look like.
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_HAN || script == USCRIPT_LATIN || script == USCRIPT_COMMON ||
         script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || script == USCRIPT_HANGUL ||
         script == USCRIPT_CYRILLIC;
}

/// Share of likely characters of the bytes as UTF-16, of those that are no blank and no digit in either
/// order.
double likely_share(std::string_view bytes, Charset order) {
  const auto unit = [&](std::size_t i) {
    const auto a = static_cast<unsigned char>(bytes[i]);
    const auto b = static_cast<unsigned char>(bytes[i + 1]);
    return static_cast<char16_t>(order == Charset::utf16le ? (b << 8U) | a : (a << 8U) | b);
  };
  std::size_t likely = 0;
  std::size_t all = 0;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2, ++all) {
    const char16_t u = unit(i);
    const bool pair = U16_IS_LEAD(u) && i + 3 < bytes.size() && U16_IS_TRAIL(unit(i + 2));
    if (pair) {
      i += 2;
      ++likely;
    } else if (is_likely(u)) {
      ++likely;
    }
  }
  return all == 0 ? 0 : static_cast<double>(likely) / static_cast<double>(all);
}

/// UTF-16 without a mark shows by its NULs: every Latin letter, digit and line feed has one.
std::optional<Charset> utf16_of(std::string_view sample, const Utf8Count& utf8) {
  if (sample.starts_with("\xFF\xFE")) return Charset::utf16le;
  if (sample.starts_with("\xFE\xFF")) return Charset::utf16be;
  const auto nuls = static_cast<std::size_t>(std::ranges::count(sample, '\0'));
  if (nuls == 0) return std::nullopt;
  // ASCII as UTF-16 is valid UTF-8 with a NUL beside each letter; a NUL here and there is a hostile name.
  if (utf8.bad == 0 && nuls * 3 < sample.size()) return std::nullopt;
  if (utf8.good > utf8.bad) return std::nullopt;
  const Charset order = detect_byte_order(sample);
  constexpr double k_nearly_all = 0.95;
  return likely_share(sample, order) >= k_nearly_all ? std::optional(order) : std::nullopt;
}

/// What the characters of two bytes are in GB 18030: all of them, and those of the 3755 in most common use
/// and of punctuation. nullopt: the bytes cannot be GB 18030.
struct HanCount {
  std::size_t all = 0;
  std::size_t common = 0;
};

std::optional<HanCount> count_gb(std::string_view bytes) {
  HanCount n;
  for (std::size_t i = 0; i < bytes.size();) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    if (lead == 0x80 || lead == 0xFF) return std::nullopt;
    if (i + 1 >= bytes.size()) break;  // cut off by the end of the sample
    const auto trail = static_cast<unsigned char>(bytes[i + 1]);
    const bool four = trail >= 0x30 && trail <= 0x39;
    if (!four && (trail < 0x40 || trail == 0x7F || trail == 0xFF)) return std::nullopt;
    ++n.all;
    if (trail >= 0xA1 && ((lead >= 0xB0 && lead <= 0xD7) || (lead >= 0xA1 && lead <= 0xA3))) ++n.common;
    i += four ? 4 : 2;
  }
  return n;
}

/// The confidence of ICU, 0 to 100, that the bytes are in this encoding.
int confidence(std::string_view sample, std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  if (U_FAILURE(status) != 0) return 0;
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status) != 0) return 0;
  for (int32_t i = 0; i < count; ++i) {
    if (ucsdet_getName(matches[i], &status) == name) return ucsdet_getConfidence(matches[i], &status);
  }
  return 0;
}

/// Bytes that are no UTF-8. GB 18030 takes nearly any two bytes for a character, so that it must also read
/// well: the pieces of a broken UTF-8 character and Big5 text turn into rare characters.
Charset multibyte_of(std::string_view sample, const Utf8Count& utf8) {
  if (utf8.good > 4 * utf8.bad) return Charset::utf8;
  const std::optional<HanCount> gb = count_gb(sample);
  const bool reads_well = gb && gb->common * 10 >= gb->all * 7;
  constexpr int k_sure = 50;
  if (reads_well) return Charset::gb18030;
  const int as_gb = gb ? confidence(sample, "GB18030") : 0;
  const int as_big5 = confidence(sample, "Big5");
  if (std::max(as_gb, as_big5) < k_sure) return Charset::utf8;
  return as_big5 > as_gb ? Charset::big5 : Charset::gb18030;
}

}  // namespace

std::optional<Charset> charset_named(std::string_view id) {
  std::string lower(id);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto it = std::ranges::find(k_charset_ids, lower);
  if (it == k_charset_ids.end()) return std::nullopt;
  return static_cast<Charset>(it - k_charset_ids.begin());
}

std::string_view charset_name(Charset charset) {
  return k_names[index_of(charset)];
}

Charset detect_charset(std::string_view sample) {
  if (sample.starts_with("\xEF\xBB\xBF")) return Charset::utf8;
  const Utf8Count utf8 = count_utf8(sample);
  if (const auto order = utf16_of(sample, utf8)) return *order;
  return utf8.bad == 0 ? Charset::utf8 : multibyte_of(sample, utf8);
}

Charset detect_byte_order(std::string_view sample) {
  if (sample.starts_with("\xFF\xFE")) return Charset::utf16le;
  if (sample.starts_with("\xFE\xFF")) return Charset::utf16be;
  return likely_share(sample, Charset::utf16be) > likely_share(sample, Charset::utf16le) ? Charset::utf16be
                                                                                         : Charset::utf16le;
}

struct Decoder::Converter {
  std::unique_ptr<UConverter, decltype(&ucnv_close)> icu{nullptr, ucnv_close};
  std::array<char16_t, 4096> units{};
  char16_t lead = 0;  ///< a surrogate whose other half is still to come
};

namespace {

/// ICU's answer to bytes that are no character.
void mark_broken(const void* /*context*/, UConverterToUnicodeArgs* args, const char* /*bytes*/,
                 int32_t /*length*/, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;  // opened, reset, closed
  *status = U_ZERO_ERROR;
  ucnv_cbToUWriteUChars(args, &k_broken, 1, 0, status);
}

void append_point(std::string& out, char32_t c) {
  if (c == k_broken) {
    out += '\xFF';
  } else {
    append(out, c);
  }
}

}  // namespace

Decoder::Decoder(Charset charset) : converter_(std::make_unique<Converter>()) {
  UErrorCode status = U_ZERO_ERROR;
  converter_->icu.reset(ucnv_open(k_converters[index_of(charset)], &status));
  if (U_SUCCESS(status) != 0)
    ucnv_setToUCallBack(converter_->icu.get(), mark_broken, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status) != 0)
    throw Failure(worded({"ICU 不能转换 {}", "ICU has no converter for {}"}, charset_name(charset)));
}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

void Decoder::decode(std::string_view bytes, std::string& out) {
  convert(bytes, Piece::inner, out);
}

void Decoder::finish(std::string& out) {
  convert({}, Piece::last, out);
}

void Decoder::convert(std::string_view bytes, Piece piece, std::string& out) {
  Converter& c = *converter_;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  for (bool more = true; more;) {
    char16_t* to = c.units.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(c.icu.get(), &to, c.units.data() + c.units.size(), &from, end, nullptr,
                   static_cast<UBool>(piece == Piece::last), &status);
    more = status == U_BUFFER_OVERFLOW_ERROR;
    if (U_FAILURE(status) != 0 && !more)
      throw Failure(worded({"ICU 无法转换文本", "ICU cannot convert the text"}));
    for (const char16_t* u = c.units.data(); u != to; ++u) {
      if (U16_IS_LEAD(*u)) {
        c.lead = *u;
      } else if (U16_IS_TRAIL(*u)) {
        append(out, static_cast<char32_t>(U16_GET_SUPPLEMENTARY(c.lead, *u)));
      } else {
        append_point(out, *u);
      }
    }
  }
}

}  // namespace tmsweep::text
