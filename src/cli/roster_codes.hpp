#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "cli/installation.hpp"
#include "web/household/household_pages.hpp"

/// Codes on paper for household representatives: drawn, printed as slips, and kept as digests.
namespace hearth::cli {

/// How long a code on paper may be used; the day on which it was drawn counts.
inline constexpr int k_code_days = 30;

/// A fresh code each for the households that are named in the roster, in their term and not proved yet; or for the one of this
/// label alone, proved or not, since who lost her own code begins anew. A Fault when that one has nobody who could get it. Nothing
/// is kept yet.
std::vector<web::household::Slip> draw_codes(const OfficePaths& paths, const std::string& household, base::CivilDate today);

/// The slips as one HTML file in `language` ("en", "zh-Hans"; empty: Chinese where the office has a Chinese name), readable by its
/// owner only, in a folder that is made where there is none.
std::filesystem::path write_slips(const OfficePaths& paths, const std::vector<web::household::Slip>& slips,
                                  const std::filesystem::path& folder, const std::string& language);

/// Keeps the digests: from now on these codes open, and older ones of the same households do not. Stands on the record as
/// `roster_codes_drawn`.
void keep_codes(const OfficePaths& paths, const std::vector<web::household::Slip>& slips, base::CivilDate today);

}  // namespace hearth::cli
