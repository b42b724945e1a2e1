// SPDX-License-Identifier: Apache-2.0
#include "output/sarif_location.h"

#include <fmt/format.h>

#include "output/terminal.h"

namespace tmsweep::output {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_unreserved(char c) {
  return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~' || c == '/';
}

void region(const Stand& s, std::optional<Span> span, JsonWriter& j) {
  if (s.line == 0) return;
  j.key("region");
  j.open('{');
  j.key("startLine");
  j.number(s.line);
  if (s.column != 0 && span) {
    j.key("startColumn");
    j.number(s.column + span->start);
    j.key("endColumn");
    j.number(s.column + span->end());
  }
  j.close('}');
}

}  // namespace

std::string uri_of(std::string_view path) {
#ifdef _WIN32
  constexpr bool k_backslash = true;
#else
  constexpr bool k_backslash = false;  // a character like any other
#endif
  std::string out;
  const bool drive = k_backslash && path.size() > 2 && is_letter(path[0]) && path[1] == ':';
  if (drive) {
    out = fmt::format("file:///{}:", path[0]);
    path.remove_prefix(2);
  } else if (path.starts_with('/')) {
    out = "file://";
  }
  for (const char c : path) {
    if (k_backslash && c == '\\') {
      out += '/';
    } else if (is_unreserved(c)) {
      out += c;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
  }
  return out;
}

void write_locations(const Stand& s, std::optional<Span> span, JsonWriter& j) {
  j.key("locations");
  j.open('[');
  j.open('{');
  if (!s.file.empty()) {
    j.key("physicalLocation");
    j.open('{');
    j.key("artifactLocation");
    j.open('{');
    j.field("uri", uri_of(s.file));
    j.close('}');
    region(s, span, j);
    j.close('}');
  }
  j.key("logicalLocations");
  j.open('[');
  j.open('{');
  j.field("name", printable(s.name));
  if (s.file.empty() && s.line != 0) {  // standard input has no address
    j.key("properties");
    j.open('{');
    j.key("line");
    j.number(s.line);
    j.close('}');
  }
  j.close('}');
  j.close(']');
  j.close('}');
  j.close(']');
}

}  // namespace tmsweep::output
