// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "image/layout.h"

namespace tmsweep::image {

/// Collects sections and lays them out; the same input gives the same bytes.
class Writer {
 public:
  /// Puts a text into the pool once.
  Text text(std::string_view s);
  /// Puts a list of texts into the `texts` section.
  Range texts(const std::vector<std::string>& list);

  template <class T>
  void put(Section section, const std::vector<T>& items) {
    Part& part = parts_[static_cast<std::size_t>(section)];
    part.item_size = sizeof(T);
    part.count = static_cast<std::uint32_t>(items.size());
    part.bytes.resize(items.size() * sizeof(T));
    if (!items.empty()) std::memcpy(part.bytes.data(), items.data(), part.bytes.size());
  }

  /// The finished image. Sections never put are empty.
  [[nodiscard]] std::vector<std::byte> finish();

 private:
  struct Part {
    std::vector<std::byte> bytes;
    std::uint32_t item_size = 0;
    std::uint32_t count = 0;
  };

  std::array<Part, static_cast<std::size_t>(Section::count_)> parts_;
  std::string pool_;
  std::unordered_map<std::string, Text> known_;
  std::vector<Text> texts_;
};

/// The children of the root of a trie by their labels; 0: there is none. Reaches to the last label of them in
/// the basic plane; rarer characters are searched for.
std::vector<std::uint32_t> roots_of(const std::vector<TrieNode>& nodes);

/// A trie under construction: keys of labels, each with an entry number.
class TrieBuilder {
 public:
  /// Entry number of `key`, created when new (numbers count up from 0).
  std::uint32_t entry(const std::u32string& key);
  [[nodiscard]] std::size_t size() const { return entries_.size(); }
  /// Keys with their entry numbers, in order.
  [[nodiscard]] const std::map<std::u32string, std::uint32_t>& entries() const { return entries_; }
  /// Nodes in breadth-first order, root first.
  [[nodiscard]] std::vector<TrieNode> nodes() const;

 private:
  std::map<std::u32string, std::uint32_t> entries_;
};

}  // namespace tmsweep::image
