// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tmsweep::output {

/// `s` as words inside a line or a table cell of Markdown (CommonMark, GFM): shown as they are, whatever
/// stands in them. No markup, HTML, link or table border comes out; an @ stands as code, for nobody is
/// mentioned in code, and so does a # before a digit. What acts on a terminal is made visible.
std::string markdown_text(std::string_view s);

}  // namespace tmsweep::output
