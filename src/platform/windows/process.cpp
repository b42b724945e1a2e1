// SPDX-License-Identifier: Apache-2.0
#include "platform/process.h"

#include <windows.h>
// After windows.h, which it needs.
#include <fcntl.h>
#include <io.h>
#include <shellapi.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "platform/windows/wide.h"

namespace tmsweep::platform {

namespace {

UINT code_page_before = 0;

HANDLE handle_of(Stream stream) {
  switch (stream) {
    case Stream::in:
      return ::GetStdHandle(STD_INPUT_HANDLE);
    case Stream::out:
      return ::GetStdHandle(STD_OUTPUT_HANDLE);
    case Stream::err:
      break;
  }
  return ::GetStdHandle(STD_ERROR_HANDLE);
}

bool is_console(Stream stream) {
  DWORD mode = 0;
  return ::GetConsoleMode(handle_of(stream), &mode) != 0;
}

/// A console before Windows 10 does not understand control sequences and refuses.
void turn_on_sequences(Stream stream) {
  DWORD mode = 0;
  const HANDLE handle = handle_of(stream);
  if (::GetConsoleMode(handle, &mode) == 0) return;
  ::SetConsoleMode(handle, mode | ENABLE_PROCESSED_OUTPUT | ENABLE_VIRTUAL_TERMINAL_PROCESSING);
}

void prepare_streams() {
  for (std::FILE* stream : {stdin, stdout, stderr}) ::_setmode(::_fileno(stream), _O_BINARY);
  if (!is_console(Stream::out) && !is_console(Stream::err)) return;
  turn_on_sequences(Stream::out);
  turn_on_sequences(Stream::err);
  // The console belongs to the shell too, which gets it back as it was.
  code_page_before = ::GetConsoleOutputCP();
  if (::SetConsoleOutputCP(CP_UTF8) != 0) std::atexit([] { ::SetConsoleOutputCP(code_page_before); });
}

}  // namespace

Arguments prepare_process(int argc, char** argv) {
  prepare_streams();
  int count = 0;
  wchar_t** const wide = ::CommandLineToArgvW(::GetCommandLineW(), &count);
  if (wide == nullptr) return {argc, argv};
  static std::vector<std::string> texts;
  static std::vector<char*> values;
  for (int i = 0; i < count; ++i) texts.push_back(narrow(wide[i]));
  ::LocalFree(wide);
  for (std::string& text : texts) values.push_back(text.data());
  values.push_back(nullptr);
  return {count, values.data()};
}

bool is_terminal(Stream stream) {
  DWORD mode = 0;
  if (::GetConsoleMode(handle_of(stream), &mode) == 0) return false;
  return stream == Stream::in || (mode & ENABLE_VIRTUAL_TERMINAL_PROCESSING) != 0;
}

std::uint64_t process_id() {
  return ::GetCurrentProcessId();
}

void outlive_file_size_limit() {}
void outlive_closed_pipe() {}

void end_for_closed_pipe() {
  // The code that a shell of POSIX gives to the end by SIGPIPE.
  constexpr int k_by_sigpipe = 141;
  std::_Exit(k_by_sigpipe);
}

}  // namespace tmsweep::platform
