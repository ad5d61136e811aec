# hearth_embed(<library> <header> <namespace::function> NAMES .. FILES ..): the files become part of the library, byte for byte.
function(hearth_embed library header function)
    cmake_parse_arguments(given "" "" "NAMES;FILES" ${ARGN})
    string(MAKE_C_IDENTIFIER "${function}" symbol)
    set(source ${PROJECT_BINARY_DIR}/generated/${symbol}.cpp)
    add_custom_command(
        OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -DOUT=${source} -DHEADER=${header} -DFUNCTION=${function} "-DNAMES=${given_NAMES}"
                "-DFILES=${given_FILES}" -P ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
        DEPENDS ${given_FILES} ${PROJECT_SOURCE_DIR}/cmake/embed_files.cmake
        COMMENT "Embedding the files of ${function}"
        VERBATIM)
    target_sources(${library} PRIVATE ${source})
endfunction()
