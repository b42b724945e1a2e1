// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 1> k_examples{
    {{"db pack newer.db tmsweep-data.zip --secret-key publisher.key", {"打包并签名", "packs and signs"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<BundleRequest>();
  r.action = BundleRequest::Action::pack;
  c.argument("DATABASE", r.from, {"数据库", "the database"}).required().file();
  c.argument("OUT", r.to, {"要写的数据包（zip）", "the bundle to write, a zip"}).required().file();
  c.group(Group::data);
  c.option("--secret-key", r.key, "FILE", {"`db keygen` 生成的私钥", "the secret key that `db keygen` made"})
      .required()
      .file();
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return without_database(std::get<BundleRequest>(request).common, "db pack");
}

}  // namespace

extern constinit const CommandSpec db_pack{
    .name = "db pack",
    .part = Part::database,
    .order = 11,
    .summary = {"打包并签名", "make a signed bundle of a database"},
    .about = {"同样的数据库和密钥，得到同样的字节。`DATABASE` 是 `db build` 的结果，或者 `builtin`。",
              "The same database and key give the same bytes. `DATABASE` is a file that `db build` made, or "
              "the word `builtin`."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
