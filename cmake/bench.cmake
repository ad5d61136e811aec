# hearth_bench: what docs/performance.md reports. Built by `make bench` only.
file(GLOB bench CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/bench/*.cpp)
add_executable(hearth_bench EXCLUDE_FROM_ALL ${bench})
target_include_directories(hearth_bench PRIVATE ${PROJECT_SOURCE_DIR})
target_link_libraries(hearth_bench PRIVATE ${HEARTH_LIBRARIES} hearth_compile)
if(TARGET hearth)
    add_dependencies(hearth_bench hearth)
endif()
