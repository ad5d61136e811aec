#include "web/pages/page_cache.hpp"

namespace hearth::web::pages {

void PageCache::follow(const Stamp& stamp) {
    if (stamp == stamp_) return;
    stamp_ = stamp;
    pages_.clear();
}

std::optional<http::Response> PageCache::find(const Stamp& stamp, const std::string& key) {
    const std::scoped_lock lock(mutex_);
    follow(stamp);
    const auto found = pages_.find(key);
    return found == pages_.end() ? std::nullopt : std::optional(found->second);
}

void PageCache::keep(const Stamp& stamp, std::string key, const http::Response& page) {
    const std::scoped_lock lock(mutex_);
    if (stamp != stamp_) return;  // something was written meanwhile
    if (pages_.size() >= pages_max_) pages_.clear();
    pages_.insert_or_assign(std::move(key), page);
}

}  // namespace hearth::web::pages
