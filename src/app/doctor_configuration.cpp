// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include "app/configure.h"
#include "app/doctor.h"
#include "config/find.h"

namespace tmsweep::app {

namespace {

void add(std::string& list, const std::string& file) {
  list += (list.empty() ? "" : ", ") + file;
}

/// The files that are read, and why one that lies there is not.
std::string files_found(const Common& common, Message& warning) {
  std::string out;
  if (common.no_config) return out;
  if (!common.config.empty()) return common.config;
  if (const auto user = config::user_file(); user && config::is_there(*user)) add(out, user->string());
  const config::Found project = config::project_file();
  if (project.file) add(out, project.file->string());
  warning = project.warning;
  return out;
}

}  // namespace

Diagnosis diagnose_configuration(const DoctorRequest& request, Lang lang) {
  const bool zh = lang == Lang::zh;
  Diagnosis d{.id = "configuration", .health = Health::fine, .what = {}, .remedy = {}};
  Message warning;
  d.what = files_found(request.common, warning);
  if (d.what.empty()) d.what = zh ? "没有配置文件" : "no configuration file";
  if (const auto read = configuration(request.common); !read) {
    d.health = Health::broken;
    d.what += fmt::format("{}{}", zh ? "；" : "; ", read.error().message.in(lang));
    d.remedy = read.error().hint.in(lang);
  } else if (!warning.empty()) {
    d.health = Health::wrong;
    d.what += fmt::format("{}{}", zh ? "；" : "; ", warning.in(lang));
    d.remedy = zh ? "用 --config 指明要读的文件" : "name the file to read with --config";
  }
  return d;
}

}  // namespace tmsweep::app
