// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/cli.h"
#include "model/report.h"

namespace tmsweep::app {

/// How bad it is: `wrong` should be mended, `broken` keeps the program from checking.
enum class Health : std::uint8_t { fine, wrong, broken };

/// One thing that was looked at.
struct Diagnosis {
  std::string id;  ///< as in JSON: "user-database"
  Health health = Health::fine;
  std::string what;
  std::string remedy;  ///< empty: nothing to do
};

/// What the program is made of.
struct Versions {
  std::string program;
  std::string compiler;
  std::string icu;
  std::string unicode;
  std::string sqlite;
};
Versions versions();

/// Looks at everything. Never throws.
std::vector<Diagnosis> diagnose(const DoctorRequest& request, Lang lang);

Diagnosis diagnose_database(const DoctorRequest& request, Lang lang);
Diagnosis diagnose_user_database(const DoctorRequest& request, Lang lang);
Diagnosis diagnose_configuration(const DoctorRequest& request, Lang lang);
Diagnosis diagnose_data_folder(Lang lang);
Diagnosis diagnose_locale(Lang lang);
Diagnosis diagnose_terminal(const DoctorRequest& request, Lang lang);
Diagnosis diagnose_path(Lang lang);

/// Whole days from `edition`, written as 2026-11-25, to `today`; 0 when it is no date.
int days_since(std::string_view edition, Date today);

}  // namespace tmsweep::app
