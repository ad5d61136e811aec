// What the compiler and the linker were asked to put into the program that is shipped (OWASP ASVS 4.0.3, 14.1.2).
#include <gmock/gmock.h>

#include <array>
#include <cstdio>
#include <memory>

#include "tests/support/paths.hpp"

namespace hearth::tests {
namespace {

using testing::AllOf;
using testing::ContainsRegex;
using testing::HasSubstr;

/// What readelf (binutils, which g++ brings) says of the program.
std::string read_elf(const std::string& options) {
    const std::string command = "readelf --wide " + options + " '" + (build_folder() / "hearth").string() + "' 2>&1";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen(command.c_str(), "r"), ::pclose);
    std::string words;
    std::array<char, 4096> piece{};
    while (pipe && std::fgets(piece.data(), piece.size(), pipe.get()) != nullptr) words += piece.data();
    return words;
}

TEST(Hardening, IsInTheProgramThatIsShipped) {
#ifndef _FORTIFY_SOURCE
    GTEST_SKIP() << "skipped: only what is shipped is built so (preset release)";
#endif
    EXPECT_THAT(read_elf("--file-header"), ContainsRegex("Type: +DYN")) << "position independent";
    EXPECT_THAT(read_elf("--program-headers"), AllOf(HasSubstr("GNU_RELRO"), ContainsRegex("GNU_STACK.* RW ")));
    EXPECT_THAT(read_elf("--dynamic"), ContainsRegex("BIND_NOW|NOW")) << "bound at the start";
    const std::string symbols = read_elf("--dyn-syms");
    EXPECT_THAT(symbols, HasSubstr("__stack_chk_fail"));
    EXPECT_THAT(symbols, ContainsRegex("__[a-z]+_chk@")) << "calls that know how long their buffer is";
}

}  // namespace
}  // namespace hearth::tests
