#pragma once

#include <string>

/// The measurements of docs/performance.md. Each prints what it measured and the ratio that counts; none passes or fails.
namespace hearth::bench {

/// Durable acts over HTTP at 64 clients, each with its receipt, against the store's own group commit in the same run; bytes per
/// act.
void acts(const std::string& hearth, double seconds);

/// The page of a matter by its receipt code against nginx serving the same bytes, both loaded by wrk.
void page(const std::string& hearth, double seconds);

/// The board of notices to 500 connections at once against nginx serving the same bytes, both loaded by wrk.
void notice(const std::string& hearth, double seconds);

/// `hearth verify` against the time in which one core hashes the same bytes.
void verify(const std::string& hearth, std::uint64_t entries);

/// Start-up of the same open matters with 10 thousand and with a million acts behind them.
void startup(const std::string& hearth, std::uint64_t few, std::uint64_t many);

/// The first page of a desk with the same open matters over ten thousand and over a million closed ones, and in both the signed-in
/// page of a matter of twenty acts against nginx serving the same bytes; all loaded by wrk.
void desk(const std::string& hearth, double seconds, std::uint64_t few, std::uint64_t many);

/// Signing in with a right password, one and 64 at once, against what one core works out of Argon2id alone; peak memory.
void sign_ins(const std::string& hearth, double seconds);

/// Peak memory of the process that made and serves the demonstration.
void memory(const std::string& hearth);

/// Matters referred from a village to a township, each a process of its own, over HTTPS.
void referrals(const std::string& hearth, int matters);

}  // namespace hearth::bench
