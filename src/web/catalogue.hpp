#pragma once

#include <memory>
#include <string>
#include <string_view>

/// Sentences for people by their id, from the gettext catalogues under locale/. What a procedure says of itself is not here: packs
/// carry their own texts.
namespace hearth::web {

/// Languages of the pages, in the order in which they are offered.
inline constexpr std::string_view k_english = "en";
inline constexpr std::string_view k_chinese = "zh-Hans";

class Catalogue {
public:
    /// Of "en" or "zh-Hans", out of the program itself.
    explicit Catalogue(std::string_view language);
    ~Catalogue();
    Catalogue(Catalogue&&) noexcept;
    Catalogue& operator=(Catalogue&&) = delete;
    Catalogue(const Catalogue&) = delete;

    [[nodiscard]] std::string_view language() const { return language_; }
    /// The sentence, or nothing when the catalogue has none.
    [[nodiscard]] const char* find(const char* id) const;
    /// The sentence; the id itself when there is none, which a test keeps from happening.
    [[nodiscard]] std::string operator()(std::string_view id) const;
    /// The sentence with each "{0}", "{1}" replaced.
    [[nodiscard]] std::string with(std::string_view id, std::string_view zero, std::string_view one = {}) const;
    /// The form of the sentence for `count` things, with "{0}" replaced by the count.
    [[nodiscard]] std::string count(std::string_view id, std::int64_t count) const;

private:
    struct Facet;
    std::string language_;
    std::unique_ptr<Facet> facet_;
};

}  // namespace hearth::web
