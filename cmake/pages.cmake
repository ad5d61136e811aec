# What the pages are made of, put into the library hearth_web: templates, message catalogues (compiled by msgfmt), the style sheet
# (compiled by sass) and the scripts of the few pages that have one (bundled by esbuild); `make setup` installs both under web-client/.
file(GLOB_RECURSE templates CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/web/*.tpl)
set(names "")
foreach(template IN LISTS templates)
    get_filename_component(name ${template} NAME)
    list(APPEND names ${name})
endforeach()
set(files ${templates})

find_program(HEARTH_MSGFMT msgfmt REQUIRED)
foreach(language en zh_Hans)
    set(catalogue ${PROJECT_SOURCE_DIR}/locale/${language}/hearth.po)
    set(compiled ${PROJECT_BINARY_DIR}/generated/${language}.mo)
    add_custom_command(
        OUTPUT ${compiled}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/generated
        COMMAND ${HEARTH_MSGFMT} --check-format -o ${compiled} ${catalogue}
        DEPENDS ${catalogue}
        VERBATIM)
    list(APPEND names ${language}.mo)
    list(APPEND files ${compiled})
endforeach()

set(sass ${PROJECT_SOURCE_DIR}/web-client/node_modules/sass/sass.js)
if(EXISTS ${sass})
    find_program(HEARTH_NODE NAMES node nodejs REQUIRED)
    file(GLOB styles CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/web-client/styles/*.scss)
    set(style ${PROJECT_BINARY_DIR}/generated/hearth.css)
    add_custom_command(
        OUTPUT ${style}
        COMMAND ${HEARTH_NODE} ${sass} --no-source-map --style=compressed ${PROJECT_SOURCE_DIR}/web-client/styles/hearth.scss ${style}
        DEPENDS ${styles}
        COMMENT "Building the style sheet"
        VERBATIM)
    list(APPEND names hearth.css)
    list(APPEND files ${style})
else()
    message(WARNING "web-client/node_modules is missing: pages will have no style sheet. `make setup` installs what builds it.")
endif()

# One file a page: scripts/NAME.ts becomes the asset NAME.js; what several share lies in folders below.
if(EXISTS ${PROJECT_SOURCE_DIR}/web-client/node_modules/esbuild/package.json)
    find_program(HEARTH_NODE NAMES node nodejs REQUIRED)
    set(client ${PROJECT_SOURCE_DIR}/web-client)
    file(GLOB entries CONFIGURE_DEPENDS ${client}/scripts/*.ts)
    file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${client}/scripts/*.ts)
    set(scripts "")
    set(bundles "")
    foreach(entry IN LISTS entries)
        get_filename_component(script ${entry} NAME_WE)
        list(APPEND scripts ${script})
        list(APPEND bundles ${PROJECT_BINARY_DIR}/generated/scripts/${script}.js)
        list(APPEND names ${script}.js)
    endforeach()
    add_custom_command(
        OUTPUT ${bundles}
        COMMAND ${HEARTH_NODE} ${client}/build.mjs ${PROJECT_BINARY_DIR}/generated/scripts ${scripts}
        DEPENDS ${sources} ${client}/build.mjs ${client}/package-lock.json
        COMMENT "Bundling the scripts of the pages"
        VERBATIM)
    list(APPEND files ${bundles})
else()
    message(WARNING "web-client/node_modules is missing: pages will have no scripts. `make setup` installs what builds them.")
endif()

hearth_embed(hearth_web web/assets.hpp hearth::web::assets NAMES ${names} FILES ${files})
