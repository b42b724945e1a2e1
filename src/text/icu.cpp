// SPDX-License-Identifier: Apache-2.0
#include "text/icu.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include "model/worded.h"

namespace tmsweep::text::icu {

namespace {

const ::icu::Normalizer2& normalizer(const ::icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const ::icu::Normalizer2* n = get(status);
  if (U_FAILURE(status) != 0 || n == nullptr)
    throw Failure(worded({"ICU 没有规范化数据", "ICU has no normalization data"}));
  return *n;
}

std::u32string points_of(const ::icu::UnicodeString& s) {
  std::u32string out;
  for (int32_t i = 0; i < s.length();) {
    const UChar32 c = s.char32At(i);
    out.push_back(static_cast<char32_t>(c));
    i += U16_LENGTH(c);
  }
  return out;
}

Script script_of_letter(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
    case USCRIPT_HAN:
      return Script::han;
    case USCRIPT_LATIN:
      return Script::latin;
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return Script::kana;
    case USCRIPT_HANGUL:
      return Script::hangul;
    default:
      return Script::letter;
  }
}

}  // namespace

std::u32string nfkc_casefold(std::u32string_view points) {
  const auto& n = normalizer(::icu::Normalizer2::getNFKCCasefoldInstance);
  const auto in = ::icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(points.data()),
                                                  static_cast<int32_t>(points.size()));
  UErrorCode status = U_ZERO_ERROR;
  const ::icu::UnicodeString out = n.normalize(in, status);
  if (U_FAILURE(status) != 0) throw Failure(worded({"ICU 无法规范化名称", "ICU could not normalize a name"}));
  return points_of(out);
}

bool is_nfc(std::string_view utf8) {
  const auto& n = normalizer(::icu::Normalizer2::getNFCInstance);
  UErrorCode status = U_ZERO_ERROR;
  return n.isNormalizedUTF8({utf8.data(), static_cast<int32_t>(utf8.size())}, status) != 0;
}

char32_t base_letter(char32_t c) {
  const auto& n = normalizer(::icu::Normalizer2::getNFKDInstance);
  ::icu::UnicodeString decomposition;
  if (n.getDecomposition(static_cast<UChar32>(c), decomposition) == 0) return 0;
  const UChar32 first = decomposition.char32At(0);
  const bool letter = (first >= 'a' && first <= 'z') || (first >= 'A' && first <= 'Z');
  return letter ? static_cast<char32_t>(first | 0x20) : 0;
}

Script script_of(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  if (c == U'〇') return Script::han;
  if (u_isdigit(u) != 0) return Script::digit;
  if (u_isUAlphabetic(u) != 0 || u_charType(u) == U_OTHER_LETTER) return script_of_letter(c);
  if (u_isUWhiteSpace(u) != 0) return Script::space;
  if (u_charType(u) == U_CONTROL_CHAR || u_charType(u) == U_FORMAT_CHAR) return Script::control;
  if (u_hasBinaryProperty(u, UCHAR_EMOJI_PRESENTATION) != 0) return Script::emoji;
  if (u_ispunct(u) != 0 || u_isgraph(u) != 0) return Script::symbol;
  return Script::other;
}

bool is_default_ignorable(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}
bool is_bidi_control(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_BIDI_CONTROL) != 0;
}
bool is_control(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_CONTROL_CHAR;
}
bool is_private_use(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR;
}

bool joins(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  const bool jamo = c >= 0x1160 && c <= 0x11FF;
  // Voiced marks of half-width kana fold to combining marks, so they join too.
  const bool kana_mark = c == 0xFF9E || c == 0xFF9F;
  return u_getCombiningClass(u) != 0 || jamo || kana_mark || u_charType(u) == U_COMBINING_SPACING_MARK;
}

std::string unicode_version() {
  UVersionInfo version;
  u_getUnicodeVersion(version);
  return std::to_string(version[0]) + "." + std::to_string(version[1]);
}

}  // namespace tmsweep::text::icu
