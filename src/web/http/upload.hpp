#pragma once

#include <atomic>
#include <cstddef>

namespace hearth::web::http {

/// The place of one upload among those that are in memory at once, held until it is answered.
class Upload {
public:
    explicit Upload(std::atomic<std::size_t>& all) : all_(all) {}
    Upload(const Upload&) = delete;
    Upload& operator=(const Upload&) = delete;
    ~Upload() {
        if (begun_) --all_;
    }

    /// False: there is no place.
    bool begin(std::size_t most) {
        if (++all_ <= most) return begun_ = true;
        --all_;
        return false;
    }

private:
    std::atomic<std::size_t>& all_;
    bool begun_ = false;
};

}  // namespace hearth::web::http
