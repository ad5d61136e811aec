# What is installed, and the Debian package made of it: `make package`.
if(NOT TARGET hearth)
    return()
endif()

# What is packaged is the program; the tests need not be built for it.
set(CMAKE_SKIP_INSTALL_ALL_DEPENDENCY TRUE)

install(TARGETS hearth RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
foreach(folder procedures examples)
    if(EXISTS ${PROJECT_SOURCE_DIR}/${folder})
        install(DIRECTORY ${folder} DESTINATION ${CMAKE_INSTALL_DATADIR}/hearth)
    endif()
endforeach()
install(FILES README.md CHANGELOG.md packaging/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/hearth)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/hearth/docs)
install(FILES packaging/hearth.service DESTINATION lib/systemd/system)
install(FILES packaging/hearth.sysusers DESTINATION lib/sysusers.d RENAME hearth.conf)
install(FILES packaging/hearth.default DESTINATION /etc/default RENAME hearth)

file(WRITE ${PROJECT_BINARY_DIR}/conffiles "/etc/default/hearth\n")
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME hearth)
set(CPACK_PACKAGE_VENDOR "Hearth")
set(CPACK_PACKAGE_CONTACT "Hearth maintainers <maintainers@hearth.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION web)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "systemd | systemd-standalone-sysusers")
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA
    ${PROJECT_SOURCE_DIR}/packaging/postinst ${PROJECT_SOURCE_DIR}/packaging/prerm ${PROJECT_BINARY_DIR}/conffiles)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "civic server whose record anyone can verify\n One place where a concern is raised, talked over, decided, carried out, confirmed and\n accounted for, from a village to a region, and where everyone concerned can check that\n none of it was lost, delayed, changed or left out.")
include(CPack)
