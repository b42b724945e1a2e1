# The manual pages and the completions, made by the program itself and installed where readers and shells look.
# A program for another system cannot be run here: then there are none.
if(NOT CMAKE_CROSSCOMPILING)
  set(pages ${CMAKE_BINARY_DIR}/pages)
  set(commands COMMAND ${CMAKE_COMMAND} -E rm -rf ${pages} COMMAND ${CMAKE_COMMAND} -E make_directory ${pages}/completions
      COMMAND tmsweep man --out ${pages}/man)
  foreach(shell bash zsh fish)
    list(APPEND commands COMMAND tmsweep completions ${shell} --lang zh > ${pages}/completions/${shell})
  endforeach()
  add_custom_command(OUTPUT ${pages}/made ${commands} COMMAND ${CMAKE_COMMAND} -E touch ${pages}/made
                     DEPENDS tmsweep VERBATIM)
  add_custom_target(tmsweep_pages ALL DEPENDS ${pages}/made)

  install(DIRECTORY ${pages}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR})
  install(FILES ${pages}/completions/bash RENAME tmsweep
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${pages}/completions/zsh RENAME _tmsweep DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
  install(FILES ${pages}/completions/fish RENAME tmsweep.fish
          DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
