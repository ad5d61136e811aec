#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "bench/served.hpp"

namespace hearth::bench {

/// nginx over one page, as a peer that does nothing but send bytes.
class Nginx {
public:
    /// Serves `bytes` out of `folder`, which it makes readable for all.
    Nginx(const std::filesystem::path& folder, const std::string& bytes);

    [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/page.html"; }

private:
    int port_ = free_port();
    std::unique_ptr<Program> serving_;
};

}  // namespace hearth::bench
