// SPDX-License-Identifier: Apache-2.0
#include "app/command_spec.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 2> k_examples{
    {{"db update tmsweep-data.zip --key publisher.pub", {"安装数据包", "installs a bundle"}},
     {"db update old.zip --allow-older", {"装回旧版", "goes back to an older edition"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<BundleRequest>();
  r.action = BundleRequest::Action::update;
  c.argument("FILE", r.from, {"数据包（zip）", "the bundle, a zip"}).required().file();
  c.group(Group::data);
  c.option("--key", r.key, "FILE", {"只信任此公钥", "trust this public key alone"}).file();
  c.flag("--allow-older", r.allow_older, {"版本不更新也安装", "install it even when it is no newer"});
  c.common(r.common);
}

std::optional<Notice> finish(Request& request) {
  return without_database(std::get<BundleRequest>(request).common, "db update");
}

}  // namespace

extern constinit const CommandSpec db_update{
    .name = "db update",
    .part = Part::database,
    .order = 3,
    .summary = {"安装签名的新数据", "install newer, signed data"},
    .about = {"只安装签名可信、校验和正确、版本更新的数据包；装好之前一直用原来的数据，装好后各命令都用新的。"
              "程序目前没有内置发布密钥，公钥用 `--key` 给出，或者放进配置目录的 `tmsweep/keys`（*.pub）。",
              "Installs a bundle whose signature is trusted, whose sums are right and whose edition is "
              "newer; until then the data stay as they were, and from then on every command uses the new "
              "ones. There is no release key in the program yet: name the public key with `--key`, or put it "
              "into `tmsweep/keys` of the configuration folder (*.pub)."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
