#pragma once

#include <string>

/// The little HTTP that one office speaks to another, and to a provider at which people sign in, by libcurl: short texts, short
/// waits, no redirects, nothing remembered.
namespace hearth::referral {

struct HttpReply {
    long status = 0;
    std::string type;  // content type
    std::string body;  // at most k_reply_max bytes

    [[nodiscard]] bool is_success() const;
    /// The other side holds something else than the question supposed.
    [[nodiscard]] bool is_conflict() const;
};

inline constexpr std::size_t k_reply_max = 1U << 20U;

/// How to get there: over the network, or through a socket file of this machine (then the host in `url` is only a name).
struct Way {
    long timeout_ms = 5'000;
    std::string unix_socket = {};
    std::string pinned_key = {};  // "sha256//<base64>" of the server's public key: trusted as it is, whoever signed its certificate
    std::string ca_file = {};     // certificates that vouch for the server, in place of the machine's
    std::string user = {};        // with `password`, in the head of the request (RFC 7617); empty: none
    std::string password = {};
};

/// Each throws a Fault with what libcurl says when there was no reply at all.
HttpReply http_get(const std::string& url, const Way& way = {});
HttpReply http_post(const std::string& url, const std::string& body, const std::string& type, const Way& way = {});

}  // namespace hearth::referral
