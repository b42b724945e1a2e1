// SPDX-License-Identifier: Apache-2.0
#include "app/completions.h"

#include <array>

#include "app/command_spec.h"
#include "app/session.h"

namespace tmsweep::app::commands {

namespace {

constexpr std::array<Example, 3> k_examples{
    {{"completions bash > ~/.local/share/bash-completion/completions/tmsweep",
      {"装到自己的 bash", "installs them for your bash"}},
     {"completions zsh > ~/.zfunc/_tmsweep", {"装到 zsh 的 fpath 目录", "into a folder of zsh's fpath"}},
     {"completions fish > ~/.config/fish/completions/tmsweep.fish",
      {"装到自己的 fish", "installs them for your fish"}}}};

void declare(Command& c, Request& request) {
  auto& r = request.emplace<PagesRequest>();
  c.argument("SHELL", r.out, {"哪个 shell", "which shell"}).required().one_of({"bash", "zsh", "fish"});
  c.common(r.common);
}

std::vector<std::string> rule_ids(const image::Image& image) {
  std::vector<std::string> out;
  for (const image::RuleRecord& rule : image.all<image::RuleRecord>(image::Section::rules))
    out.emplace_back(image.text(rule.id));
  return out;
}

std::optional<Notice> finish(Request& request) {
  const auto& r = std::get<PagesRequest>(request);
  const Session session(r.common.db);
  const ShellModel model = shell_model(language(r.common), rule_ids(session.image()));
  if (r.out == "bash") return page(bash_completions(model));
  return page(r.out == "zsh" ? zsh_completions(model) : fish_completions(model));
}

}  // namespace

extern constinit const CommandSpec completions{
    .name = "completions",
    .part = Part::program,
    .order = 7,
    .summary = {"打印命令补全脚本", "print the completions of a shell"},
    .about = {"打印的脚本补全命令、选项、取值、文件和规则名。包管理器安装的已经就位。",
              "The script completes commands, options, values, files and the names of rules. Packages bring "
              "it with them."},
    .examples = k_examples,
    .declare = declare,
    .finish = finish};

}  // namespace tmsweep::app::commands
