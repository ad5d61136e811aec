# Test programs, picked up by name:
#   src/**/*_test.cpp, tests/**/*_test.cpp  ->  hearth_tests       label fast: within a minute, no network, no waiting
#   tests/slow/**/*.cpp                     ->  hearth_slow_tests  label slow: stores, crashes, outside judges
#   tests/all/**/*.cpp                      ->  hearth_all_tests   label all: what only `make test-all` has time for
#   tests/tidy_test.cpp                     ->  tidy_test          label fast: the rules of the house, on sources and objects
enable_testing()
find_package(GTest CONFIG REQUIRED)
find_package(rapidcheck CONFIG REQUIRED)

file(GLOB_RECURSE support CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/*.cpp ${PROJECT_SOURCE_DIR}/tests/web/*.cpp)
list(FILTER support EXCLUDE REGEX "_test\\.cpp$")
set_source_files_properties(
    tests/support/paths.cpp
    PROPERTIES COMPILE_DEFINITIONS "HEARTH_SOURCE_DIR=\"${PROJECT_SOURCE_DIR}\";HEARTH_BUILD_DIR=\"${PROJECT_BINARY_DIR}\"")

function(hearth_test_program program)
    add_executable(${program} ${ARGN})
    target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${program} PRIVATE ${HEARTH_LIBRARIES} hearth_compile rapidcheck GTest::gmock GTest::gtest_main)
    if(TARGET hearth)
        add_dependencies(${program} hearth)
    endif()
endfunction()

file(GLOB_RECURSE fast_tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*_test.cpp ${PROJECT_SOURCE_DIR}/tests/*_test.cpp)
list(FILTER fast_tests EXCLUDE REGEX "/tests/(slow|all)/|/tests/tidy_test\\.cpp$")
hearth_test_program(hearth_tests ${fast_tests} ${support})
if(HEARTH_SANITIZE)
    target_precompile_headers(hearth_tests PRIVATE <gmock/gmock.h> <gtest/gtest.h>)
endif()

# Shards rather than one process per test: a sanitized process takes longer to start than most of the tests to run.
set(shards 4)
math(EXPR last_shard "${shards} - 1")
foreach(shard RANGE ${last_shard})
    add_test(NAME fast_${shard} COMMAND hearth_tests)
    set_tests_properties(
        fast_${shard} PROPERTIES LABELS fast TIMEOUT 300 ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
endforeach()

include(GoogleTest)
file(GLOB simulator CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/sim/*.cpp)
foreach(label slow all)
    file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${label}/*.cpp)
    if(tests)
        hearth_test_program(hearth_${label}_tests ${tests} ${support} ${simulator})
        gtest_discover_tests(hearth_${label}_tests DISCOVERY_MODE PRE_TEST PROPERTIES LABELS ${label} TIMEOUT 1800)
    endif()
endforeach()

file(GLOB tidy CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/tidy/*.cpp)
hearth_test_program(tidy_test tests/tidy_test.cpp tests/support/paths.cpp ${tidy})
add_test(NAME tidy COMMAND tidy_test)
set_tests_properties(tidy PROPERTIES LABELS fast)

# The scripts of the pages: their types, and those parts that need no browser.
if(EXISTS ${PROJECT_SOURCE_DIR}/web-client/node_modules/typescript)
    find_program(HEARTH_NODE NAMES node nodejs REQUIRED)
    set(client ${PROJECT_SOURCE_DIR}/web-client)
    foreach(project tsconfig tsconfig.worker)
        add_test(NAME web_client_types_${project}
                 COMMAND ${HEARTH_NODE} ${client}/node_modules/typescript/bin/tsc --project ${client}/${project}.json)
        set_tests_properties(web_client_types_${project} PROPERTIES LABELS fast TIMEOUT 120)
    endforeach()
    add_test(NAME web_client COMMAND ${HEARTH_NODE} ${client}/test.mjs ${PROJECT_BINARY_DIR}/web_client_tests)
    set_tests_properties(web_client PROPERTIES LABELS fast TIMEOUT 120)
endif()

# Every page in a real browser, and stories told there, where its npm modules are installed (`make setup`).
function(hearth_served_town program source)
    add_executable(${program} ${source} ${support})
    target_include_directories(${program} PRIVATE ${PROJECT_SOURCE_DIR})
    target_link_libraries(${program} PRIVATE ${HEARTH_LIBRARIES} hearth_compile rapidcheck GTest::gmock)
    target_compile_definitions(${program} PRIVATE HEARTH_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
endfunction()
if(EXISTS ${PROJECT_SOURCE_DIR}/tests/browser/node_modules/playwright-core)
    set(browser ${PROJECT_SOURCE_DIR}/tests/browser)
    find_program(HEARTH_NODE NAMES node nodejs REQUIRED)
    hearth_served_town(hearth_town ${browser}/town.cpp)
    add_test(NAME browser_pages COMMAND ${HEARTH_NODE} ${browser}/pages.mjs $<TARGET_FILE:hearth_town>)
    set_tests_properties(browser_pages PROPERTIES LABELS slow TIMEOUT 1200)
    hearth_served_town(hearth_story_town ${browser}/story_town.cpp)
    file(GLOB stories CONFIGURE_DEPENDS ${browser}/story_*.mjs)
    foreach(file IN LISTS stories)
        string(REGEX REPLACE ".*/story_(.*)\\.mjs" "\\1" story ${file})
        add_test(NAME browser_story_${story} COMMAND ${HEARTH_NODE} ${browser}/stories.mjs $<TARGET_FILE:hearth_story_town> ${story})
        set_tests_properties(browser_story_${story} PROPERTIES LABELS slow TIMEOUT 300)
    endforeach()
endif()
