// SPDX-License-Identifier: Apache-2.0
// The narrow encoding of the program is UTF-8. libstdc++ makes strings of paths as UTF-8, but paths of
// strings by the C locale, and the one of msvcrt cannot be UTF-8: "商标.csv" would become another name. All
// such conversions pass through these members; defined here, they take the place of those in the static
// library.
#include <codecvt>
#include <locale>

namespace std {

namespace {

const codecvt_utf8_utf16<wchar_t>& utf8() {
  static const codecvt_utf8_utf16<wchar_t> conversion(1);
  return conversion;
}

}  // namespace

codecvt_base::result codecvt<wchar_t, char, mbstate_t>::do_out(state_type& state, const intern_type* from,
                                                               const intern_type* from_end,
                                                               const intern_type*& from_next, extern_type* to,
                                                               extern_type* to_end,
                                                               extern_type*& to_next) const {
  return utf8().out(state, from, from_end, from_next, to, to_end, to_next);
}

codecvt_base::result codecvt<wchar_t, char, mbstate_t>::do_in(state_type& state, const extern_type* from,
                                                              const extern_type* from_end,
                                                              const extern_type*& from_next, intern_type* to,
                                                              intern_type* to_end,
                                                              intern_type*& to_next) const {
  return utf8().in(state, from, from_end, from_next, to, to_end, to_next);
}

int codecvt<wchar_t, char, mbstate_t>::do_encoding() const noexcept {
  return 0;  // not the same number of bytes for each character
}

int codecvt<wchar_t, char, mbstate_t>::do_max_length() const noexcept {
  return utf8().max_length();
}

int codecvt<wchar_t, char, mbstate_t>::do_length(state_type& state, const extern_type* from,
                                                 const extern_type* end, size_t most) const {
  return utf8().length(state, from, end, most);
}

}  // namespace std
