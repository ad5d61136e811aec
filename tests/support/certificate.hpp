#pragma once

#include <filesystem>
#include <string>

namespace hearth::tests {

/// A certificate that signs itself, for 127.0.0.1, with its key, in files of `folder`.
struct TestCertificate {
    std::filesystem::path certificate;
    std::filesystem::path key;
    std::string pin;  // of its public key, as libcurl and office.yaml want it: "sha256//<base64>"
};
TestCertificate make_certificate(const std::filesystem::path& folder);

}  // namespace hearth::tests
