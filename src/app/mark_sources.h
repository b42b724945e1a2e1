// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/session.h"
#include "engine/earlier.h"
#include "platform/mapped_file.h"
#include "search/builder.h"
#include "search/index.h"

namespace tmsweep::app {

/// How many names a run is about to look for. For a few what the user imported is read page by page as it is
/// needed, and asked for ahead.
enum class Names : bool { many, few };

/// The earlier marks of a run: --marks, what the user imported, the bundled ones.
class MarkSources {
 public:
  /// `user_db`: --user-db. Throws IndexError when the user's index cannot be used.
  MarkSources(const Session& session, const std::string& user_db, Names names);

  /// Reads lists of marks; what cannot be read is said on standard error, and false returned.
  bool read_list(const std::vector<std::string>& files, Lang lang);
  [[nodiscard]] std::span<const engine::MarkSource> all() const { return sources_; }
  /// Whether an import of the user's began whose marks are not all among them.
  [[nodiscard]] bool is_behind() const { return behind_; }

 private:
  const Session& session_;
  std::vector<std::byte> list_bytes_;
  search::Index list_;
  platform::MappedFile user_file_;
  search::Index user_;
  bool behind_ = false;
  std::vector<engine::MarkSource> sources_;
};

}  // namespace tmsweep::app
