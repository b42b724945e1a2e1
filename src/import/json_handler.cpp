// SPDX-License-Identifier: Apache-2.0
#include "import/json_handler.h"

#include <algorithm>

#include "import/name_columns.h"
#include "model/worded.h"

namespace tmsweep::import {

namespace {

constexpr std::size_t k_deepest = 512;
constexpr std::size_t k_most_waiting = 64;  ///< then the first row goes without what may follow in its object
constexpr std::size_t k_most_details = 1U << 20U;

Error no_name() {
  return {worded({"不是带有文本 \"name\" 的 JSON 对象", "not a JSON object with a text \"name\""}),
          worded({"写成 {{\"name\": \"…\"}}，或者说明名称在哪里：--pointer /products/*/name",
                  "write {{\"name\": \"…\"}}, or say where the names are: --pointer /products/*/name"}),
          {}};
}

Message not_valid() {
  return worded({"不是有效的 JSON", "not valid JSON"});
}

/// The words of nlohmann's message that say what is wrong, without the text that they quote.
Message words_of(const std::string& what) {
  const std::size_t dash = what.find(" - ");
  if (dash == std::string::npos) return not_valid();
  const std::size_t last = what.find("; last read: '", dash);
  std::string out = what.substr(dash + 3, last == std::string::npos ? last : last - dash - 3);
  const std::size_t expected = what.rfind("'; expected ");
  if (last != std::string::npos && expected != std::string::npos) out += ", " + what.substr(expected + 3);
  const std::size_t unexpected = what.find("unexpected ");
  if (last == std::string::npos && unexpected == std::string::npos) return not_valid();
  return worded({"{}：{}", "{}: {}"}, not_valid(), out);
}

}  // namespace

JsonHandler::JsonHandler(Places places, std::vector<JsonPointer> pointers, const NameSink& sink)
    : places_(places), pointers_(std::move(pointers)), sink_(sink), ends_(k_deepest + 2) {
  for (std::size_t i = 0; i < pointers_.size(); ++i) {
    const std::size_t length = pointers_[i].tokens.size();
    if (length < ends_.size()) ends_[length] |= Pointers{1} << i;
  }
}

void JsonHandler::begin(const JsonText& text, std::string_view line) {
  text_ = &text;
  line_ = line;
  frames_.clear();
  what_.clear();
  too_deep_ = false;
}

void JsonHandler::flush() {
  for (Waiting& w : waiting_) {
    if (w.owner != 0) settle(w, frames_.size() >= w.owner ? frames_[w.owner - 1].details : Details{});
  }
  hand_on();
}

void JsonHandler::forget() {
  std::erase_if(waiting_, [](const Waiting& w) { return w.owner != 0; });
  hand_on();
}

void JsonHandler::fault(JsonPlace place, Error error, std::string id) {
  NameRow row;
  row.name = std::string(line_);
  row.id = std::move(id);
  row.line = place.line;
  row.column = place.column;
  wait({std::move(row), std::move(error), 0});
}

std::vector<std::string> JsonHandler::unused() const {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < pointers_.size(); ++i) {
    if ((used_ >> i & 1U) == 0) out.push_back(pointers_[i].text);
  }
  return out;
}

Error JsonHandler::complaint() const {
  if (text_->error()) return *text_->error();
  if (text_->too_long()) {
    return {worded({"有一段文本超过 16 MiB", "a text of more than 16 MiB"}),
            worded({"请缩短", "shorten it"}),
            {}};
  }
  if (too_deep_) {
    return {worded({"嵌套超过 {} 层", "nested deeper than {} levels"}, k_deepest),
            worded({"减少 JSON 的层次", "flatten the JSON"}),
            {}};
  }
  return {words_of(what_), worded({"修正那里的 JSON", "mend the JSON there"}), {}};
}

JsonHandler::Pointers JsonHandler::ending(Pointers alive, std::size_t depth) const {
  return depth < ends_.size() ? alive & ends_[depth] : 0;
}

JsonHandler::Pointers JsonHandler::matching(const Frame& frame, std::string_view key) const {
  const std::size_t depth = frames_.size() - 1;
  Pointers out = 0;
  for (Pointers rest = frame.alive; rest != 0; rest &= rest - 1) {
    const auto i = static_cast<std::size_t>(__builtin_ctzll(rest));
    const std::vector<PointerToken>& tokens = pointers_[i].tokens;
    if (tokens.size() <= depth) continue;
    const PointerToken& token = tokens[depth];
    const bool fits = token.kind == PointerToken::Kind::any ||
                      (token.kind == PointerToken::Kind::element && frame.shape == Shape::array) ||
                      (token.kind == PointerToken::Kind::key && token.key == key);
    if (fits) out |= Pointers{1} << i;
  }
  return out;
}

/// Whether a pointer that goes on may find something in an object or array.
bool JsonHandler::leads_into(Pointers alive, Shape shape) const {
  const std::size_t depth = frames_.size();
  for (Pointers rest = alive; rest != 0; rest &= rest - 1) {
    const std::vector<PointerToken>& tokens =
        pointers_[static_cast<std::size_t>(__builtin_ctzll(rest))].tokens;
    if (tokens.size() <= depth) continue;
    const PointerToken& token = tokens[depth];
    const bool number = token.key.find_first_not_of("0123456789") == std::string::npos;
    if (shape == Shape::object || token.kind != PointerToken::Kind::key || number) return true;
  }
  return false;
}

JsonHandler::Step JsonHandler::step() {
  if (frames_.empty()) {
    const std::size_t all = pointers_.size();
    return {all >= k_most_pointers ? ~Pointers{0} : (Pointers{1} << all) - 1, Role::other};
  }
  Frame& top = frames_.back();
  if (top.shape == Shape::object) return {top.child, top.child_role};
  const std::size_t index = top.index++;
  return {top.alive == 0 ? 0 : matching(top, std::to_string(index)), top.role};
}

bool JsonHandler::key(std::string& name) {
  Frame& top = frames_.back();
  top.child = 0;
  top.child_role = Role::other;
  if (top.alive == 0) return true;
  top.child = matching(top, name);
  if (ending(top.alive, frames_.size()) == 0) return true;
  if (is_header(Header::goods, name)) top.child_role = Role::goods;
  if (is_header(Header::classes, name)) top.child_role = Role::classes;
  if (is_header(Header::id, name)) top.child_role = Role::id;
  return true;
}

bool JsonHandler::null() {
  const Step here = step();
  used_ |= ending(here.alive, frames_.size());
  if (frames_.empty()) no_text(here, text_->word());
  return true;
}

bool JsonHandler::boolean(bool value) {
  return number(value ? "true" : "false");
}

bool JsonHandler::number(const std::string& text) {
  const Step here = step();
  if (here.role == Role::classes || here.role == Role::id) {
    detail(here.role, text);
  } else {
    no_text(here, text_->word());
  }
  return true;
}

/// A value that is no text where a name is wanted.
void JsonHandler::no_text(const Step& here, JsonPlace place) {
  const Pointers here_end = ending(here.alive, frames_.size());
  used_ |= here_end;
  if (places_ == Places::given) {
    if (here_end != 0) {
      fault(place, {worded({"--pointer 指的值不是文本", "the value that --pointer names is no text"}),
                    worded({"名称要写成 JSON 字符串", "names are JSON strings"}),
                    {}});
    }
    return;
  }
  // Of an object it is said at its end.
  const bool member = !frames_.empty() && frames_.back().shape == Shape::object;
  if (!member && (frames_.empty() || here_end != 0)) fault(place, no_name());
}

bool JsonHandler::string(std::string& value) {
  const Step here = step();
  const Pointers here_end = ending(here.alive, frames_.size());
  if (here_end != 0) {
    used_ |= here_end;
    name(std::move(value));
  } else if (here.role != Role::other) {
    detail(here.role, std::move(value));
  } else if (frames_.empty()) {
    no_text(here, text_->string());
  }
  return true;
}

bool JsonHandler::open(Shape shape) {
  if (frames_.size() == k_deepest) {
    too_deep_ = true;
    return false;
  }
  const Step here = step();
  if (ending(here.alive, frames_.size()) != 0 && !leads_into(here.alive, shape)) no_text(here, text_->last());
  Frame frame;
  frame.shape = shape;
  frame.alive = here.alive & ~ending(here.alive, frames_.size());
  frame.role = shape == Shape::array ? here.role : Role::other;
  frame.begin = text_->last();
  frames_.push_back(std::move(frame));
  return true;
}

bool JsonHandler::start_object(std::size_t /*size*/) {
  return open(Shape::object);
}

bool JsonHandler::start_array(std::size_t /*size*/) {
  return open(Shape::array);
}

bool JsonHandler::end_array() {
  frames_.pop_back();
  return true;
}

bool JsonHandler::end_object() {
  const std::size_t depth = frames_.size();
  const Frame& top = frames_.back();
  for (Waiting& w : waiting_) {
    if (w.owner == depth) settle(w, top.details);
  }
  const bool wanted = places_ == Places::usual && ending(top.alive, depth) != 0;
  if (wanted && !top.named) fault(top.begin, no_name(), top.details.id);
  frames_.pop_back();
  hand_on();
  return true;
}

bool JsonHandler::parse_error(std::size_t /*at*/, const std::string& /*token*/,
                              const nlohmann::json::exception& e) {
  what_ = e.what();
  return false;
}

void JsonHandler::detail(Role role, std::string text) {
  // The elements of an array belong to the object around it.
  const std::size_t above = frames_.back().shape == Shape::array ? 2 : 1;
  if (frames_.size() < above) return;
  Details& details = frames_[frames_.size() - above].details;
  details.size += text.size() + 1;
  if (details.size > k_most_details || text.empty()) return;
  if (role == Role::goods) {
    details.goods.push_back(std::move(text));
  } else if (role == Role::id) {
    details.id = std::move(text);
  } else {
    details.classes += (details.classes.empty() ? "" : ",") + text;
  }
}

void JsonHandler::name(std::string text) {
  if (text.size() > k_longest_line) {
    return fault(text_->string(), {worded({"名称超过 1 MiB", "the name is longer than 1 MiB"}),
                                   worded({"是不是指错了值？", "is this the right value?"}),
                                   {}});
  }
  NameRow row;
  row.name = std::move(text);
  row.line = text_->string().line;
  row.column = text_->string().column;
  const bool member = !frames_.empty() && frames_.back().shape == Shape::object;
  if (member) frames_.back().named = true;
  wait({std::move(row), {}, member ? frames_.size() : 0});
}

void JsonHandler::wait(Waiting waiting) {
  waiting_.push_back(std::move(waiting));
  if (waiting_.size() > k_most_waiting) {
    Waiting& first = waiting_.front();
    settle(first, frames_[first.owner - 1].details);
  }
  hand_on();
}

void JsonHandler::settle(Waiting& waiting, const Details& details) {
  waiting.owner = 0;
  waiting.row.id = details.id;
  if (waiting.error) return;
  if (details.size > k_most_details) {
    waiting.error = Error{worded({"商品和类别超过 1 MiB", "more than 1 MiB of goods and classes"}),
                          worded({"请缩短", "shorten them"}),
                          {}};
    return;
  }
  const Result<std::vector<int>> classes = parse_class_list(details.classes);
  waiting.row.goods = details.goods;
  if (classes) {
    waiting.row.classes = classes.value();
  } else {
    waiting.error = classes.error();
  }
}

/// In the order of the text.
void JsonHandler::hand_on() {
  while (!waiting_.empty() && waiting_.front().owner == 0) {
    Waiting w = std::move(waiting_.front());
    waiting_.pop_front();
    if (w.error) {
      sink_.fault(std::move(w.row), *w.error);
    } else {
      sink_.row(std::move(w.row));
    }
  }
}

}  // namespace tmsweep::import
