#pragma once

#include <filesystem>

#include "cli/office_config.hpp"
#include "web/site.hpp"

/// The provider of `office.yaml` at which those who hold posts sign in, reached by libcurl.
namespace hearth::cli {

/// Reads the secret, which lies below `root` unless its name is absolute. Throws a Fault when there is none.
web::OpenidSite openid_site(const OpenidConfig& config, const std::filesystem::path& root);

}  // namespace hearth::cli
