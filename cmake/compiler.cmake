# How every unit of ours is compiled. Assertions (HEARTH_CHECK and those of the standard library) stay on in every build, so
# NDEBUG is never set.
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O2 -g1")

find_program(HEARTH_CCACHE ccache)
if(HEARTH_CCACHE)
    set(CMAKE_C_COMPILER_LAUNCHER ${HEARTH_CCACHE})
    set(CMAKE_CXX_COMPILER_LAUNCHER ${HEARTH_CCACHE})
endif()

add_library(hearth_compile INTERFACE)
target_include_directories(hearth_compile INTERFACE ${PROJECT_SOURCE_DIR}/src)
target_compile_options(hearth_compile INTERFACE -Wall -Wextra -Wpedantic $<$<CXX_COMPILER_ID:GNU>:-Werror>)
# g++ 12 sees impossible overlaps in optimised std::string concatenations (its bug 105651); no other -Wrestrict was ever true.
target_compile_options(hearth_compile INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_compile_definitions(hearth_compile INTERFACE _GLIBCXX_ASSERTIONS)

# What stops an overrun that slipped through from being of use (OWASP ASVS 4.0.3, 14.1.2): in what is shipped, as Debian builds its
# own packages. The sanitizers find more, and do not go together with it.
if(CMAKE_BUILD_TYPE STREQUAL "RelWithDebInfo")
    target_compile_options(hearth_compile INTERFACE -fstack-protector-strong -fstack-clash-protection)
    target_compile_definitions(hearth_compile INTERFACE _FORTIFY_SOURCE=2)
    add_link_options(-Wl,-z,relro,-z,now)
endif()

if(HEARTH_SANITIZE)
    # One build serves the tests and the fuzz targets, so all of it counts its branches for libFuzzer.
    add_compile_options(-fsanitize=address,undefined,fuzzer-no-link -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=address,undefined)
    # What most units read, read once: two thirds of the time of an average unit. Not in the other builds, where a header that
    # forgets an #include must be noticed.
    target_precompile_headers(
        hearth_compile INTERFACE <nlohmann/json.hpp> <algorithm> <chrono> <expected> <functional> <map> <memory> <optional> <set>
                                 <span> <string> <variant> <vector>)
endif()
