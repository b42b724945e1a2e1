# ICU's static data holds 31 MB, mostly locales that the program never opens: the part that it does is linked instead.
# -DTMSWEEP_TRIM_ICU=OFF keeps all of it.
option(TMSWEEP_TRIM_ICU "Link only the part of ICU's data that is used (static builds)" ON)

# Sets VARIABLE to what is linked for ICU's data: LIBRARY, or the trimmed part of it.
function(tmsweep_icu_data library variable)
  set(${variable} ${library} PARENT_SCOPE)
  find_program(TMSWEEP_ICUPKG icupkg PATHS /usr/sbin /sbin)
  mark_as_advanced(TMSWEEP_ICUPKG)
  if(NOT TMSWEEP_TRIM_ICU OR NOT TMSWEEP_STATIC OR CMAKE_CROSSCOMPILING OR NOT TMSWEEP_ICUPKG)
    return()
  endif()
  set(folder ${CMAKE_BINARY_DIR}/icu)
  set(script ${PROJECT_SOURCE_DIR}/packaging/icu/trim)
  add_custom_command(OUTPUT ${folder}/icudata.S ${folder}/icudata.dat
    COMMAND ${script} ${library} ${TMSWEEP_ICUPKG} ${folder}
    DEPENDS ${script} ${library} COMMENT "Trimming ICU's data" VERBATIM)
  add_library(tmsweep_icudata STATIC ${folder}/icudata.S)
  target_include_directories(tmsweep_icudata PRIVATE ${folder})
  set_source_files_properties(${folder}/icudata.S PROPERTIES OBJECT_DEPENDS ${folder}/icudata.dat)
  set(${variable} tmsweep_icudata PARENT_SCOPE)
endfunction()
