# Debian: libicu-dev libsqlite3-dev libfmt-dev libsodium-dev libcli11-dev nlohmann-json3-dev libexpat1-dev zlib1g-dev
# libminizip-dev libtomlplusplus-dev doctest-dev
find_package(Threads REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(nlohmann_json 3.9 REQUIRED)
find_path(TMSWEEP_TOML toml++/toml.h REQUIRED)  # headers alone

if(TMSWEEP_STATIC)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a)
endif()
foreach(name icui18n icuuc icudata sqlite3 sodium expat minizip z)
  find_library(TMSWEEP_LIB_${name} ${name} REQUIRED)
endforeach()
add_library(tmsweep_icu INTERFACE)
target_link_libraries(tmsweep_icu INTERFACE ${TMSWEEP_LIB_icui18n} ${TMSWEEP_LIB_icuuc} ${TMSWEEP_LIB_icudata} Threads::Threads)
add_library(tmsweep_sqlite INTERFACE)
target_link_libraries(tmsweep_sqlite INTERFACE ${TMSWEEP_LIB_sqlite3} Threads::Threads ${CMAKE_DL_LIBS} m)
add_library(tmsweep_sodium INTERFACE)
target_link_libraries(tmsweep_sodium INTERFACE ${TMSWEEP_LIB_sodium})
add_library(tmsweep_registers INTERFACE)
target_link_libraries(tmsweep_registers INTERFACE ${TMSWEEP_LIB_expat} ${TMSWEEP_LIB_minizip} ${TMSWEEP_LIB_z} m)
if(WIN32)
  # Their headers must know that they are linked statically.
  target_compile_definitions(tmsweep_icu INTERFACE U_STATIC_IMPLEMENTATION)
  target_compile_definitions(tmsweep_sodium INTERFACE SODIUM_STATIC)
  target_compile_definitions(tmsweep_registers INTERFACE XML_STATIC)
endif()
