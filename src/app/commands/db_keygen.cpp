// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{
    {{"db keygen publisher",
      {"生成 publisher.key 和 publisher.pub", "writes publisher.key and publisher.pub"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<BundleRequest>();
  r.action = BundleRequest::Action::keygen;
  c.argument("PREFIX", r.from, {"两个文件名的开头", "beginning of the two file names"}).required().file();
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return without_database(std::get<BundleRequest>(request).common, "db keygen");
}

}  // namespace

extern constinit const CommandSpec db_keygen{
    .name = "db keygen",
    .part = Part::database,
    .order = 10,
    .summary = {"生成签名密钥", "make a key to sign bundles with"},
    .about =
        {"写出 `PREFIX.key`（私钥，只有自己可读）和 `PREFIX.pub`（公钥，给使用者）。已有的文件不会覆盖。",
         "Writes `PREFIX.key` (the secret key, readable to its owner alone) and `PREFIX.pub` (the public "
         "key, for those who install). A file that is there is not overwritten."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
