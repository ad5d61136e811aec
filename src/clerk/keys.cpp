#include "clerk/keys.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "base/check.hpp"
#include "base/fault.hpp"

namespace hearth::clerk {

namespace {

constexpr std::string_view k_head = "hearth-key@v1 ";
constexpr std::size_t k_base64_size = 44;  // of 32 bytes, padded
constexpr std::size_t k_file_max = 128;

[[noreturn]] void fault(const std::filesystem::path& path, const std::string& what) {
    throw base::Fault(path.string() + ": " + what);
}

/// A file descriptor that closes itself.
class File {
public:
    explicit File(int fd) : fd_(fd) {}
    ~File() {
        if (fd_ >= 0) ::close(fd_);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    [[nodiscard]] int get() const { return fd_; }

private:
    int fd_;
};

/// Text of a key file; wiped when it goes.
struct KeyText {
    std::array<char, k_file_max> bytes{};
    std::size_t size = 0;

    ~KeyText() { sodium_memzero(bytes.data(), bytes.size()); }
    [[nodiscard]] std::string_view text() const { return {bytes.data(), size}; }
    void add(std::string_view more) {
        HEARTH_CHECK(size + more.size() <= bytes.size());
        std::memcpy(bytes.data() + size, more.data(), more.size());
        size += more.size();
    }
};

void write_all(const std::filesystem::path& path, int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(fd, bytes.data(), bytes.size());
        if (written < 0) fault(path, std::strerror(errno));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(fd) != 0) fault(path, std::strerror(errno));
}

void refuse_if_others_may_read(const std::filesystem::path& path, int fd) {
    struct stat about{};
    if (::fstat(fd, &about) != 0) fault(path, std::strerror(errno));
    if ((about.st_mode & 077U) != 0) fault(path, "this key can be read by others; it is used only with mode 0600 (chmod 600)");
}

}  // namespace

Secret::Secret(std::size_t size) {
    HEARTH_CHECK(sodium_init() >= 0);
    bytes_ = static_cast<unsigned char*>(sodium_malloc(size));
    if (bytes_ == nullptr) throw base::Fault("no locked memory for a key");
}
Secret::~Secret() { sodium_free(bytes_); }
Secret::Secret(Secret&& other) noexcept : bytes_(std::exchange(other.bytes_, nullptr)) {}
Secret& Secret::operator=(Secret&& other) noexcept {
    std::swap(bytes_, other.bytes_);
    return *this;
}

void make_key_file(const std::filesystem::path& path, std::string_view kind) {
    const Secret secret = [] {
        Secret drawn;
        randombytes_buf(drawn.data(), Secret::k_size);
        return drawn;
    }();
    KeyText text;
    text.add(k_head);
    text.add(kind);
    text.add("\n");
    std::array<char, k_base64_size + 1> encoded{};
    sodium_bin2base64(encoded.data(), encoded.size(), secret.data(), Secret::k_size, sodium_base64_VARIANT_ORIGINAL);
    text.add({encoded.data(), k_base64_size});
    sodium_memzero(encoded.data(), encoded.size());
    text.add("\n");
    const File file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
    if (file.get() < 0) fault(path, std::strerror(errno));
    write_all(path, file.get(), text.text());
}

Secret read_key_file(const std::filesystem::path& path, std::string_view kind) {
    const File file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (file.get() < 0) fault(path, std::strerror(errno));
    refuse_if_others_may_read(path, file.get());
    KeyText text;
    const ssize_t got = ::read(file.get(), text.bytes.data(), text.bytes.size());
    if (got < 0) fault(path, std::strerror(errno));
    text.size = static_cast<std::size_t>(got);
    const std::string head = std::string(k_head) + std::string(kind) + "\n";
    if (!text.text().starts_with(head)) fault(path, "this is no key of the kind " + std::string(kind));
    Secret secret;
    std::size_t decoded = 0;
    const std::string_view rest = text.text().substr(head.size());
    const bool whole = rest.size() == k_base64_size + 1 && rest.back() == '\n' &&
                       sodium_base642bin(secret.data(), Secret::k_size, rest.data(), k_base64_size, nullptr, &decoded, nullptr,
                                         sodium_base64_VARIANT_ORIGINAL) == 0 &&
                       decoded == Secret::k_size;
    if (!whole) fault(path, "the key is damaged: it must be 32 bytes in base64");
    return secret;
}

SigningKey::SigningKey(const Secret& seed) : secret_(crypto_sign_SECRETKEYBYTES) {
    crypto_sign_seed_keypair(public_key_.data(), secret_.data(), seed.data());
}

std::string SigningKey::sign(std::string_view message) const {
    std::string signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(reinterpret_cast<unsigned char*>(signature.data()), nullptr,
                         reinterpret_cast<const unsigned char*>(message.data()), message.size(), secret_.data());
    return signature;
}

BoxKey::BoxKey(Secret secret) : secret_(std::move(secret)) { crypto_scalarmult_base(public_key_.data(), secret_.data()); }

std::optional<std::string> BoxKey::open(std::string_view sealed) const {
    if (sealed.size() < crypto_box_SEALBYTES) return std::nullopt;
    std::string plain(sealed.size() - crypto_box_SEALBYTES, '\0');
    const int opened =
        crypto_box_seal_open(reinterpret_cast<unsigned char*>(plain.data()), reinterpret_cast<const unsigned char*>(sealed.data()),
                             sealed.size(), public_key_.data(), secret_.data());
    if (opened != 0) return std::nullopt;
    return plain;
}

std::string seal_to(const base::Bytes32& public_key, std::string_view plain) {
    std::string sealed(plain.size() + crypto_box_SEALBYTES, '\0');
    const int done = crypto_box_seal(reinterpret_cast<unsigned char*>(sealed.data()),
                                     reinterpret_cast<const unsigned char*>(plain.data()), plain.size(), public_key.data());
    HEARTH_CHECK(done == 0);
    return sealed;
}

}  // namespace hearth::clerk
