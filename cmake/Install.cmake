# cmake --install puts the program at bin/cjm, and the part of it that draws below libexec/.
include(GNUInstallDirs)
install(TARGETS cjm RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(TARGETS cjm-draw RUNTIME DESTINATION ${CMAKE_INSTALL_LIBEXECDIR}/cjm)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/examples/ DESTINATION ${CMAKE_INSTALL_DATADIR}/cjm/examples
        FILES_MATCHING PATTERN "*.toml" PATTERN "*.md" PATTERN "*.csv")
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
