#include "cli/log.hpp"

#include <spdlog/async_logger.h>
#include <spdlog/details/thread_pool.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <algorithm>

#include "base/json.hpp"
#include "clerk/effects.hpp"

namespace hearth::cli {

namespace {

constexpr std::size_t k_lines_waiting_max = 4096;

/// A logger that owns the thread which writes for it.
struct Writing {
    std::shared_ptr<spdlog::details::thread_pool> thread = std::make_shared<spdlog::details::thread_pool>(k_lines_waiting_max, 1);
    std::shared_ptr<spdlog::async_logger> logger = std::make_shared<spdlog::async_logger>(
        "hearth", std::make_shared<spdlog::sinks::stderr_sink_mt>(), thread, spdlog::async_overflow_policy::overrun_oldest);
};

/// What is told cannot write a line of its own (OWASP ASVS 4.0.3, 7.3.1).
std::string in_one_line(std::string text) {
    std::ranges::replace_if(text, [](unsigned char byte) { return byte < ' ' || byte == 0x7f; }, ' ');
    return text;
}

}  // namespace

Log::Log(Form form) : form_(form) {
    auto writing = std::make_shared<Writing>();
    writing->logger->set_pattern("%v");
    writing->logger->flush_on(spdlog::level::info);
    logger_ = {writing, writing->logger.get()};
}

Log::~Log() = default;

std::string Log::line_of(const web::LogEntry& entry, Form form, base::Instant at) {
    if (form == Form::json) {
        base::Json line = {{"at", base::to_rfc3339(at)}, {"event", entry.event}, {"words", entry.words}};
        if (!entry.office.empty()) line["office"] = entry.office;
        return line.dump(-1, ' ', false, base::Json::error_handler_t::replace);
    }
    std::string line = "hearth: ";
    if (!entry.office.empty()) line += entry.office + ": ";
    if (entry.event != "fault") line += entry.event + ": ";
    return in_one_line(line + entry.words);
}

void Log::write(const web::LogEntry& entry) const { logger_->info("{}", line_of(entry, form_, clerk::SystemClock().now())); }

}  // namespace hearth::cli
