// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <deque>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/json_pointer.h"
#include "import/json_text.h"
#include "import/names.h"

namespace tmsweep::import {

/// Told by nlohmann's parser what stands in the JSON, picks out the names and the goods and classes beside
/// them. Knows the way to where the parser is and nothing of what it has passed.
class JsonHandler {
 public:
  enum class Places : std::uint8_t {
    usual,  ///< `name` of an object or of the objects of an array, or the texts of an array
    given   ///< wherever the pointers lead
  };
  static constexpr std::size_t k_most_pointers = 64;

  /// `sink` must outlive this.
  JsonHandler(Places places, std::vector<JsonPointer> pointers, const NameSink& sink);

  /// Before the next value at the top; `line` is what a fault shows of it, and must live as long as it.
  void begin(const JsonText& text, std::string_view line);
  /// Hands on what still waited for goods or classes.
  void flush();
  /// Forgets it: it belongs to a line that is broken.
  void forget();
  void fault(JsonPlace place, Error error, std::string id = {});
  /// Pointers that led to nothing so far.
  [[nodiscard]] std::vector<std::string> unused() const;
  /// What was wrong when the parser gave up.
  [[nodiscard]] Error complaint() const;

  // What the parser calls; false makes it stop.
  bool null();
  bool boolean(bool value);
  bool number_integer(std::int64_t value) { return number(std::to_string(value)); }
  bool number_unsigned(std::uint64_t value) { return number(std::to_string(value)); }
  bool number_float(double /*value*/, const std::string& text) { return number(text); }
  bool string(std::string& value);
  bool binary(nlohmann::json::binary_t& /*value*/) { return true; }
  bool start_object(std::size_t size);
  bool key(std::string& name);
  bool end_object();
  bool start_array(std::size_t size);
  bool end_array();
  bool parse_error(std::size_t at, const std::string& token, const nlohmann::json::exception& e);

 private:
  using Pointers = std::uint64_t;  ///< one bit each
  enum class Role : std::uint8_t { other, goods, classes, id };
  enum class Shape : std::uint8_t { object, array };

  /// Goods, classes and id of one object.
  struct Details {
    std::vector<std::string> goods;
    std::string classes;
    std::string id;
    std::size_t size = 0;  ///< bytes of all
  };
  /// An object or array that the parser is in.
  struct Frame {
    Shape shape = Shape::object;
    Role role = Role::other;  ///< of its elements
    Pointers alive = 0;       ///< those that may still lead to something in it
    Pointers child = 0;       ///< the same of the member whose key was read last
    Role child_role = Role::other;
    std::size_t index = 0;  ///< of the next element
    bool named = false;     ///< a name was found right in it
    JsonPlace begin;
    Details details;
  };
  /// The value that comes now.
  struct Step {
    Pointers alive = 0;
    Role role = Role::other;
  };
  /// A row that may have to wait for the goods and classes that follow it in its object.
  struct Waiting {
    NameRow row;
    std::optional<Error> error;
    std::size_t owner = 0;  ///< depth of its object; 0: waits for nothing
  };

  Step step();
  [[nodiscard]] Pointers matching(const Frame& frame, std::string_view key) const;
  [[nodiscard]] Pointers ending(Pointers alive, std::size_t depth) const;
  [[nodiscard]] bool leads_into(Pointers alive, Shape shape) const;
  bool number(const std::string& text);
  void no_text(const Step& here, JsonPlace place);
  bool open(Shape shape);
  void detail(Role role, std::string text);
  void name(std::string text);
  void wait(Waiting waiting);
  void settle(Waiting& waiting, const Details& details);
  void hand_on();

  Places places_;
  std::vector<JsonPointer> pointers_;
  const NameSink& sink_;
  const JsonText* text_ = nullptr;
  std::string_view line_;
  std::vector<Frame> frames_;
  std::deque<Waiting> waiting_;
  std::vector<Pointers> ends_;  ///< by number of tokens
  Pointers used_ = 0;
  std::string what_;  ///< nlohmann's words
  bool too_deep_ = false;
};

}  // namespace tmsweep::import
