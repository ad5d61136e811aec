#include "procedure/text/reading.hpp"

namespace hearth::procedure::text {

int Reading::add_file(std::string name) {
    files_.push_back(std::move(name));
    return static_cast<int>(files_.size()) - 1;
}

void Reading::error(const Mark& mark, std::string message) { errors_.push_back({place(mark), std::move(message)}); }

base::Place Reading::place(const Mark& mark) const {
    const bool known = mark.file >= 0 && mark.file < static_cast<int>(files_.size());
    return {known ? files_[static_cast<std::size_t>(mark.file)] : std::string(), mark.line, mark.column, {}};
}

}  // namespace hearth::procedure::text
