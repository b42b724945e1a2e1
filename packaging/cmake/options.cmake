# Compile and link options of all our targets: link tmsweep_options privately.
add_library(tmsweep_options INTERFACE)
target_compile_options(tmsweep_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast
  -Woverloaded-virtual -Wformat=2
  # Designated initialisers leave the rest at their defaults on purpose.
  -Wno-missing-field-initializers
  # GCC 12 sees overlaps inside std::string that are not there (GCC bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(TMSWEEP_WERROR)
  target_compile_options(tmsweep_options INTERFACE -Werror)
endif()
if(TMSWEEP_SANITIZE)
  target_compile_options(tmsweep_options INTERFACE -fsanitize=${TMSWEEP_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(tmsweep_options INTERFACE -fsanitize=${TMSWEEP_SANITIZE})
endif()
if(TMSWEEP_FUZZ)
  target_compile_options(tmsweep_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(TMSWEEP_COVERAGE)
  target_compile_options(tmsweep_options INTERFACE --coverage -O0)
  target_link_options(tmsweep_options INTERFACE --coverage)
endif()
if(TMSWEEP_STATIC)
  target_link_options(tmsweep_options INTERFACE -static)
endif()
if(WIN32)
  # Windows 7 and later. The stack is as deep as elsewhere.
  target_compile_definitions(tmsweep_options INTERFACE _WIN32_WINNT=0x0601 WIN32_LEAN_AND_MEAN NOMINMAX UNICODE)
  target_link_options(tmsweep_options INTERFACE -Wl,--stack,8388608)
endif()
