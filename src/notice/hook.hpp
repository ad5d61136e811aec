#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/time.hpp"

namespace hearth::notice {

/// Where an operator wants to hear of what the record makes public. Addresses come out of office.yaml alone.
struct Hook {
    std::string address;  // "https://board.example/hearth"
    std::string secret;   // bytes that the receiver holds too
};

/// Something that everybody may know of, as it is told to a hook: the same bytes under the same id, however often it goes.
struct HookEvent {
    std::string id;    // "hearth.example/o/village/57": origin and entry
    std::string body;  // JSON
};

struct HookSending {
    bool taken = false;
    std::string words;  // why not: of libcurl, or the status that was answered
};

/// The bytes of a secret as it lies in its file: "whsec_" and base64 of 24 to 64 bytes. Refused `malformed` notice/hook_secret.
base::Result<std::string> parse_hook_secret(std::string_view text);

/// "v1,<base64>": HMAC-SHA256 over "<id>.<seconds>.<body>" (Standard Webhooks 1.0).
std::string hook_signature(const Hook& hook, const HookEvent& event, std::int64_t seconds);

/// One POST with the headers webhook-id, webhook-timestamp and webhook-signature. Taken when the answer is 2xx; no redirection is
/// followed, and nothing of the answer's body is kept.
HookSending send_to_hook(const Hook& hook, const HookEvent& event, base::Instant now);

}  // namespace hearth::notice
