# A folder as a registry: every .cpp of FOLDER defines one `extern constinit const TYPE NAME` (NAME = file stem) in
# NAMESPACE; the generated file lists them in the order of their file names. Dropping in a file adds the unit.
function(tmsweep_collect_units target folder namespace type header)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp)
  list(SORT sources)
  set(declarations "")
  set(pointers "")
  foreach(source ${sources})
    get_filename_component(name ${source} NAME_WE)
    string(APPEND declarations "extern const ${type} ${name};\n")
    string(APPEND pointers "    &${name},\n")
  endforeach()
  string(REPLACE "/" "_" flat ${folder})
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/units_${flat}.cpp)
  file(GENERATE OUTPUT ${generated} CONTENT
"// Generated from the files of src/${folder}.
#include \"${header}\"
#include <array>
namespace ${namespace} {
${declarations}
namespace {
constexpr std::array k_all{
${pointers}};
}
std::span<const ${type}* const> all() { return k_all; }
}
")
  target_sources(${target} PRIVATE ${sources} ${generated})
endfunction()
