#include <CLI/CLI.hpp>
#include <cstdio>

#include "bench/benches.hpp"

int main(int argc, char** argv) {
    CLI::App app("Measures Hearth: ratios in one run on one machine (docs/performance.md)");
    std::string hearth;
    double seconds = 10;
    std::uint64_t entries = 200'000;
    std::uint64_t many = 1'000'000;
    app.add_option("--hearth", hearth, "the program to measure")->required();
    app.add_option("--seconds", seconds, "how long a load lasts");
    app.add_option("--entries", entries, "entries that verify is measured on");
    app.add_option("--many", many, "acts behind the larger start-up, closed matters behind the larger desk");
    auto* acts = app.add_subcommand("acts", "durable acts over HTTP against the store's group commit");
    auto* page = app.add_subcommand("page", "a matter's page against nginx");
    auto* notice = app.add_subcommand("notice", "the board of notices to 500 connections against nginx");
    auto* verify = app.add_subcommand("verify", "verify against SHA-256");
    auto* startup = app.add_subcommand("startup", "start-up over a short and a long history");
    auto* desk = app.add_subcommand("desk", "a desk page over few and over many closed matters");
    auto* sign_ins = app.add_subcommand("sign_ins", "signing in at the desk against Argon2id alone, with peak memory");
    auto* memory = app.add_subcommand("memory", "peak memory of the demonstration");
    auto* referrals = app.add_subcommand("referrals", "matters referred from one process to another over HTTPS");
    app.require_subcommand(1);
    CLI11_PARSE(app, argc, argv);
    try {
        if (acts->parsed()) hearth::bench::acts(hearth, seconds);
        if (page->parsed()) hearth::bench::page(hearth, seconds);
        if (notice->parsed()) hearth::bench::notice(hearth, seconds);
        if (verify->parsed()) hearth::bench::verify(hearth, entries);
        if (startup->parsed()) hearth::bench::startup(hearth, 10'000, many);
        if (desk->parsed()) hearth::bench::desk(hearth, seconds, 10'000, many);
        if (referrals->parsed()) hearth::bench::referrals(hearth, 1'000);
        if (sign_ins->parsed()) hearth::bench::sign_ins(hearth, seconds);
        if (memory->parsed()) hearth::bench::memory(hearth);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "hearth_bench: %s\n", error.what());
        return 1;
    }
    return 0;
}
