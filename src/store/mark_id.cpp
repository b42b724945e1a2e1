// SPDX-License-Identifier: Apache-2.0
#include "store/mark_id.h"

#include <sodium/crypto_shorthash.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace tmsweep::store {

namespace {

// 63 bits: 0, kind of number (22), digits (40); or 1, hash (62).
constexpr unsigned k_value_bits = 40;
constexpr std::uint64_t k_kind_mask = (1ULL << 22U) - 1;
constexpr std::uint64_t k_hashed = 1ULL << 62U;
constexpr std::size_t k_most_digits = 12;  // 10^12 < 2^40

/// SipHash-2-4 under a fixed key: identities are kept on disk, so they may never change.
std::uint64_t hash_of(std::string_view bytes) {
  static_assert(crypto_shorthash_KEYBYTES == 16);
  constexpr std::array<unsigned char, 16> key{'t', 'm', 's', 'w', 'e', 'e', 'p', ' ',
                                              'm', 'a', 'r', 'k', ' ', 'i', 'd', '1'};
  std::array<unsigned char, crypto_shorthash_BYTES> out{};
  crypto_shorthash(out.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                   key.data());
  std::uint64_t value = 0;
  for (const unsigned char b : out) value = value << 8U | b;
  return value;
}

void add(std::string& out, std::string_view part) {
  out += std::to_string(part.size());
  out += ':';
  out += part;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// The number as every source writes it: "No. 12-345 678a" and "NO12345678A" are the same.
std::string plain_number(std::string_view number) {
  std::string out;
  for (const char c : number) {
    if (std::string_view(" \t-./,").find(c) != std::string_view::npos) continue;
    out += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return out;
}

/// Digits of a number that has one run of them, with what stands before and behind it; zeros in front count
/// nothing, for one source pads with them and another does not.
struct Split {
  std::string_view before;
  std::string_view behind;
  std::uint64_t value = 0;
};

std::optional<Split> split(std::string_view number) {
  const auto* const first = std::ranges::find_if(number, is_digit);
  const auto* const last = std::find_if_not(first, number.end(), is_digit);
  if (first == last || std::any_of(last, number.end(), is_digit)) return {};
  Split out;
  out.before = number.substr(0, static_cast<std::size_t>(first - number.begin()));
  out.behind = number.substr(static_cast<std::size_t>(last - number.begin()));
  std::string_view digits(first, static_cast<std::size_t>(last - first));
  digits.remove_prefix(std::min(digits.find_first_not_of('0'), digits.size()));
  if (digits.size() > k_most_digits) return {};
  for (const char c : digits) out.value = out.value * 10 + static_cast<std::uint64_t>(c - '0');
  return out;
}

}  // namespace

std::int64_t mark_id(const EarlierMark& mark, std::string_view office) {
  std::string text;
  const std::string number = plain_number(mark.number);
  if (number.empty()) {
    for (const std::string_view part :
         {std::string_view(mark.name), std::string_view(mark.owner), std::string_view(mark.filed)})
      add(text, part);
    text += std::to_string(mark.classes);
    return static_cast<std::int64_t>(hash_of(text) >> 2U | k_hashed);
  }
  add(text, office);
  if (const std::optional<Split> parts = split(number)) {
    add(text, parts->before);
    add(text, parts->behind);
    return static_cast<std::int64_t>((hash_of(text) & k_kind_mask) << k_value_bits | parts->value);
  }
  add(text, number);
  return static_cast<std::int64_t>(hash_of(text) >> 2U | k_hashed);
}

}  // namespace tmsweep::store
