// SPDX-License-Identifier: Apache-2.0
#include "app/app.h"
#include "platform/process.h"

int main(int argc, char** argv) {
  const tmsweep::platform::Arguments arguments = tmsweep::platform::prepare_process(argc, argv);
  return tmsweep::app::run(arguments.count, arguments.values);
}
