#include "tests/support/program.hpp"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <stdexcept>

#include "tests/support/paths.hpp"

namespace hearth::tests {
namespace {

[[noreturn]] void become_hearth(const std::vector<std::string>& arguments, int out) {
    ::dup2(out, STDOUT_FILENO);
    ::dup2(out, STDERR_FILENO);
    const std::string program = (build_folder() / "hearth").string();
    std::vector<char*> argv = {const_cast<char*>(program.c_str())};
    for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    ::execv(program.c_str(), argv.data());
    ::_exit(127);
}

}  // namespace

Ran run_hearth(const std::vector<std::string>& arguments, const std::function<bool(const std::string&)>& watch) {
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child == 0) become_hearth(arguments, ends[1]);
    ::close(ends[1]);
    Ran ran;
    std::string line;
    for (char c = '\0'; ::read(ends[0], &c, 1) == 1;) {
        ran.output += c;
        if (c != '\n') {
            line += c;
            continue;
        }
        if (watch && !watch(line)) ::kill(child, SIGKILL);
        line.clear();
    }
    ::close(ends[0]);
    int status = 0;
    rusage used{};
    ::wait4(child, &status, 0, &used);
    ran.peak_kb = used.ru_maxrss;
    if (WIFEXITED(status)) ran.exit_code = WEXITSTATUS(status);
    return ran;
}

}  // namespace hearth::tests
