# The procedures that are shipped become part of the program, so that `hearth init` needs nothing beside itself.
include(${PROJECT_SOURCE_DIR}/cmake/embed.cmake)
file(GLOB_RECURSE shipped CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/procedures ${PROJECT_SOURCE_DIR}/procedures/*.yaml)
list(TRANSFORM shipped PREPEND ${PROJECT_SOURCE_DIR}/procedures/ OUTPUT_VARIABLE shipped_files)
hearth_embed(hearth_cli cli/shipped_procedures.hpp hearth::cli::shipped_procedures NAMES ${shipped} FILES ${shipped_files})
hearth_embed(hearth_cli cli/demo/assets.hpp hearth::cli::demo::assets
    NAMES town.yaml FILES ${PROJECT_SOURCE_DIR}/src/cli/demo/town.yaml)
