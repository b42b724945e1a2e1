// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "model/mark.h"

/// The only door to ICU. At run time only `nfkc_casefold` is called, and only for names with combining marks:
/// everything else is compiled into the image, because ICU services cost more to construct than a whole
/// check.
namespace tmsweep::text::icu {

/// NFKC_Casefold (UAX #44) of `points`: compatibility forms and case folded, default-ignorables removed.
std::u32string nfkc_casefold(std::u32string_view points);
/// NFC of UTF-8 text.
bool is_nfc(std::string_view utf8);
/// ASCII base letter of a Latin letter with diacritics; 0 when there is none.
char32_t base_letter(char32_t c);

Script script_of(char32_t c);
bool is_default_ignorable(char32_t c);
bool is_bidi_control(char32_t c);
bool is_control(char32_t c);
bool is_private_use(char32_t c);
/// Whether a neighbour may change how `c` normalizes: combining marks and conjoining jamo.
bool joins(char32_t c);

/// Version of the Unicode data, for `db info`.
std::string unicode_version();

}  // namespace tmsweep::text::icu
