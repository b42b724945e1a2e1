// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

#include "app/cli.h"
#include "engine/policy.h"
#include "image/image.h"
#include "store/user_database.h"

namespace tmsweep::app {

/// Each command opens what it needs, does its work, writes to standard output, and returns the exit code.
/// With a log, what is found goes there and no report is written.
int run_check(const CheckRequest& request, engine::BaselineLog* log = nullptr);
int run_similar(const SimilarRequest& request);
int run_watch(const WatchRequest& request);
int run_classes(const ClassesRequest& request);
int run_explain(const ExplainRequest& request);
int run_db(const DbRequest& request);
int run_user_db(const UserDbRequest& request);
int run_config(const ConfigRequest& request);
int run_baseline(const BaselineRequest& request);
int run_doctor(const DoctorRequest& request);
int run_import(const UserDbRequest& request);
int run_bundle(const BundleRequest& request);
int run_diff(const BundleRequest& request);
int run_keygen(const BundleRequest& request);
int run_pack(const BundleRequest& request);

/// Last step of whatever changed the user's database: its index is made again, and said to be.
int refresh_index(const UserDbRequest& request, const store::UserDatabase& db,
                  const std::filesystem::path& file, const image::Image& image);

}  // namespace tmsweep::app
