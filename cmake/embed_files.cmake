# cmake -DOUT=x.cpp -DHEADER=web/assets.hpp -DFUNCTION=hearth::web::assets -DNAMES=a;b -DFILES=/dir/a;/dir/b -P embed_files.cmake
# Writes a source that holds the bytes of the files, so that one program suffices. HEADER declares
# `struct Asset { std::string_view name, bytes; };` and `std::span<const Asset> <function>();` in the namespace of FUNCTION.
string(REGEX REPLACE "::[^:]*$" "" namespace "${FUNCTION}")
string(REGEX REPLACE "^.*::" "" function "${FUNCTION}")
set(text "#include \"${HEADER}\"\n\n#include <array>\n\nnamespace ${namespace} {\nnamespace {\n\nusing namespace std::string_view_literals;\n\n")
list(LENGTH FILES count)
string(APPEND text "constexpr std::array<Asset, ${count}> k_files = {{\n")
foreach(name file IN ZIP_LISTS NAMES FILES)
    file(READ "${file}" bytes HEX)
    string(REGEX REPLACE "(..)" "\\\\x\\1" bytes "${bytes}")
    string(APPEND text "    {\"${name}\"sv, \"${bytes}\"sv},\n")
endforeach()
string(APPEND text "}};\n\n}  // namespace\n\nstd::span<const Asset> ${function}() { return k_files; }\n\n}  // namespace ${namespace}\n")
file(WRITE "${OUT}" "${text}")
