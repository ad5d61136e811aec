#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include "base/time.hpp"
#include "web/http/message.hpp"

namespace hearth::web::pages {

/// Pages of one office as they were drawn, for as long as nothing is written into its record and the day is the same. Every act,
/// an erasure too, grows the record, so nothing that was taken away can come back from here. Any thread.
class PageCache {
public:
    /// What a page depends on besides its key.
    struct Stamp {
        std::uint64_t record_size = 0;
        base::CivilDate today;
        std::uint64_t other = 0;  // what else may change: looks that were noted, entries under the served checkpoint

        bool operator==(const Stamp&) const = default;
    };

    explicit PageCache(std::size_t pages_max = 256) : pages_max_(pages_max) {}

    /// The page, if it was drawn under this stamp. Another stamp forgets all pages.
    std::optional<http::Response> find(const Stamp& stamp, const std::string& key);
    /// `stamp` was taken before the page was drawn.
    void keep(const Stamp& stamp, std::string key, const http::Response& page);

private:
    void follow(const Stamp& stamp);

    const std::size_t pages_max_;
    std::mutex mutex_;  // guards all below
    Stamp stamp_;
    std::map<std::string, http::Response> pages_;
};

}  // namespace hearth::web::pages
