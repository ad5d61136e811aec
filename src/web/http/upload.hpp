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
    [[nodiscard]] bool begun() const { return begun_; }

    bool cut = false;  // more came than is kept

private:
    std::atomic<std::size_t>& all_;
    bool begun_ = false;
};

}  // namespace hearth::web::http
