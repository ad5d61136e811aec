#pragma once

#include <string>
#include <vector>

#include "procedure/load.hpp"

namespace hearth::procedure::text {

/// What is gathered while the files of a pack are read: their names and every error, never only the first.
class Reading {
public:
    int add_file(std::string name);
    void error(const Mark& mark, std::string message);

    [[nodiscard]] base::Place place(const Mark& mark) const;
    [[nodiscard]] const std::vector<std::string>& files() const { return files_; }
    [[nodiscard]] const std::vector<TextError>& errors() const { return errors_; }
    [[nodiscard]] std::size_t error_count() const { return errors_.size(); }

private:
    std::vector<std::string> files_;
    std::vector<TextError> errors_;
};

}  // namespace hearth::procedure::text
