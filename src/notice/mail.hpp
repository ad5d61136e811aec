#pragma once

#include <string>

#include "base/time.hpp"

namespace hearth::notice {

/// One mail in plain text.
struct Mail {
    std::string to;
    std::string subject;
    std::string body;
    std::string id;    // the same for the same event and reader, however often it goes: "12.4.3f..@hearth.example"
    std::string stop;  // address under which the reader ends the subscription (RFC 8058)
};

/// The mail server that takes our mail.
struct MailServer {
    std::string address;   // "smtp://mail.example:587", "smtps://mail.example"
    std::string from;      // "no-reply@village.example"
    std::string user;      // may be empty
    std::string password;  // likewise
};

struct Sending {
    /// `later`: the server asks to try this one again (4yz); `nobody`: there was no server, or none that could be spoken to.
    enum class Fate { taken, refused, later, nobody };
    Fate fate = Fate::nobody;
    std::string words;  // of the mail server or of libcurl, when it was not taken
};

/// Hands a mail to the server by libcurl (RFC 5321, RFC 5322), over TLS where the server offers it. `refused` when the server said
/// no for good (5yz) to this mail or address.
Sending send_mail(const MailServer& server, const Mail& mail, base::Instant now);

/// A header's text beyond ASCII, in encoded words of at most 75 characters (RFC 2047); plain ASCII as it is. No line break
/// survives.
std::string encoded_header(const std::string& text);

/// "Tue, 24 Nov 2026 01:12:00 +0000" (RFC 5322).
std::string mail_date(base::Instant at);

}  // namespace hearth::notice
