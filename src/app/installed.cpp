// SPDX-License-Identifier: Apache-2.0
#include "app/installed.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <system_error>

#include "app/durable.h"
#include "app/user_index.h"
#include "model/worded.h"
#include "store/database.h"

namespace tmsweep::app {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view k_current = "current";
constexpr std::size_t k_hash_digits = 16;
constexpr std::size_t k_kept = 2;  // the one in use and the one before it

[[noreturn]] void damaged(const fs::path& file) {
  throw installed_unusable(worded({"{}: 已损坏", "{}: is damaged"}, file.string()));
}

/// As put_in_use makes them: 16 hexadecimal digits, and -N where the name was taken.
bool is_generation(std::string_view name) {
  const auto digits = [](std::string_view s, std::string_view of) {
    return !s.empty() && s.find_first_not_of(of) == std::string_view::npos;
  };
  if (name.size() < k_hash_digits || !digits(name.substr(0, k_hash_digits), "0123456789abcdef")) return false;
  const std::string_view rest = name.substr(k_hash_digits);
  constexpr std::size_t k_longest = 4;
  return rest.empty() || (rest.size() <= k_longest && rest[0] == '-' && digits(rest.substr(1), "0123456789"));
}

/// The bytes of bundle/current, read with as few calls as can be: every start of the program asks for it.
std::optional<std::string> read_current(const fs::path& file) {
  std::array<char, 256> bytes{};
  std::error_code error;
  const std::size_t count = platform::read_start(file, bytes, error);
  if (error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory) return {};
  if (count == 0 || count == bytes.size()) damaged(file);
  return std::string(bytes.data(), count);
}

/// Deletes what no line of bundle/current names; what cannot be deleted does no harm.
void prune(const fs::path& folder, std::span<const std::string> kept) {
  std::error_code error;
  std::vector<fs::path> old;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    const std::string name = entry.path().filename().string();
    const bool ours = is_generation(name) || name.starts_with("new-");
    if (ours && std::ranges::find(kept, name) == kept.end()) old.push_back(entry.path());
  }
  for (const fs::path& path : old) fs::remove_all(path, error);
}

}  // namespace

store::DatabaseError installed_unusable(const Message& why) {
  return store::DatabaseError(worded(
      {"已安装的数据不能使用: {}；用 'tmsweep db rollback' 退回，或用 'tmsweep db update FILE' 另装一份",
       "the installed data cannot be used: {}; go back with 'tmsweep db rollback', or install another "
       "bundle with 'tmsweep db update FILE'"},
      why));
}

fs::path bundle_folder() {
  return user_data_folder() / "bundle";
}

std::vector<std::string> generations(const fs::path& folder) {
  const fs::path file = folder / k_current;
  const std::optional<std::string> text = read_current(file);
  std::vector<std::string> out;
  if (!text) return out;
  for (std::size_t at = 0; at < text->size();) {
    const std::size_t end = text->find('\n', at);
    if (end == std::string::npos) damaged(file);
    out.push_back(text->substr(at, end - at));
    if (!is_generation(out.back()) || out.size() > k_kept) damaged(file);
    at = end + 1;
  }
  return out;
}

std::optional<InstalledBundle> installed_bundle() {
  fs::path folder;
  try {
    folder = bundle_folder();
  } catch (const store::DatabaseError&) {
    return {};  // without a data folder nothing can be installed
  }
  const std::vector<std::string> names = generations(folder);
  if (names.empty()) return {};
  return InstalledBundle{folder / names.front() / k_bundle_database, folder / names.front() / k_bundle_image};
}

void write_generations(const fs::path& folder, std::span<const std::string> names) {
  const fs::path file = folder / k_current;
  if (names.empty()) {
    std::error_code error;
    fs::remove(file, error);
    if (error)
      throw store::DatabaseError(
          worded({"{}: 删不掉: {}", "{}: cannot delete: {}"}, file.string(), platform::reason(error)));
    return sync_path(folder);
  }
  std::string text;
  for (const std::string& name : names) text += name + '\n';
  const fs::path fresh = folder / "current.tmp";
  write_durably(fresh, text);
  move_durably(fresh, file);
}

void put_in_use(const fs::path& folder, const fs::path& finished, const std::string& hash) {
  std::vector<std::string> names;
  try {
    names = generations(folder);
  } catch (const store::DatabaseError&) {
    names.clear();  // an update mends a file that cannot be read
  }
  std::string name = hash.substr(0, k_hash_digits);
  for (int n = 1; fs::exists(folder / name); ++n)
    name = hash.substr(0, k_hash_digits) + "-" + std::to_string(n);
  move_durably(finished, folder / name);
  names.insert(names.begin(), name);
  names.resize(std::min(names.size(), k_kept));
  write_generations(folder, names);
  prune(folder, names);
}

}  // namespace tmsweep::app
