# Each fuzz/x_fuzz.cpp becomes the libFuzzer program x_fuzz; its corpus lies in fuzz/corpus/x/.
file(GLOB targets CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/fuzz/*_fuzz.cpp)
foreach(source IN LISTS targets)
    get_filename_component(program ${source} NAME_WE)
    add_executable(${program} ${source})
    target_link_libraries(${program} PRIVATE ${HEARTH_LIBRARIES} hearth_compile)
    target_link_options(${program} PRIVATE -fsanitize=fuzzer)
endforeach()
