#include "web/drawing/qr_code.hpp"

#include <gtest/gtest.h>

#include <vector>

#include "base/fault.hpp"

namespace hearth::web::drawing {
namespace {

/// The drawing as rows of squares, black or not.
std::vector<std::string> squares(const QrCode& code) {
    std::vector<std::string> rows(static_cast<std::size_t>(code.side), std::string(static_cast<std::size_t>(code.side), '.'));
    std::size_t at = 0;
    for (int x = 0, y = 0, run = 0; at < code.path.size(); at = code.path.find('z', at) + 1) {
        EXPECT_EQ(std::sscanf(code.path.c_str() + at, "M%d %dh%d", &x, &y, &run), 3);
        rows.at(static_cast<std::size_t>(y))
            .replace(static_cast<std::size_t>(x), static_cast<std::size_t>(run), static_cast<std::size_t>(run), '#');
    }
    return rows;
}

TEST(QrCode, HasItsThreeFindersAndAQuietZone) {
    const QrCode code = qr_code("https://hearth.example/o/village/matter");
    const auto rows = squares(code);
    const std::vector<std::string> finder = {"#######", "#.....#", "#.###.#", "#.###.#", "#.###.#", "#.....#", "#######"};
    const auto far = static_cast<std::size_t>(code.side) - 4 - 7;
    for (std::size_t y = 0; y < finder.size(); ++y) {
        EXPECT_EQ(rows[4 + y].substr(4, 7), finder[y]);
        EXPECT_EQ(rows[4 + y].substr(far, 7), finder[y]);
        EXPECT_EQ(rows[far + y].substr(4, 7), finder[y]);
        EXPECT_NE(rows[far + y].substr(far, 7), finder[y]) << "the fourth corner has none";
    }
    const std::string none(static_cast<std::size_t>(code.side), '.');
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(rows[i], none);
        EXPECT_EQ(rows[rows.size() - 1 - i], none);
    }
    EXPECT_EQ((code.side - 8 - 17) % 4, 0) << "the side of every version is 17 and a multiple of 4";
}

TEST(QrCode, IsTheSameInLetters) {
    const auto rows = squares(qr_code("otpauth://totp/village:gaoyun"));
    const std::string letters = qr_code_in_letters("otpauth://totp/village:gaoyun");
    std::size_t at = 0;
    for (std::size_t y = 0; y < rows.size(); y += 2, ++at) {
        for (std::size_t x = 0; x < rows.size(); ++x) {
            const bool above = rows[y][x] == '.';
            const bool below = y + 1 == rows.size() || rows[y + 1][x] == '.';
            const std::string letter = above ? (below ? "\u2588" : "\u2580") : (below ? "\u2584" : " ");
            ASSERT_EQ(letters.substr(at, letter.size()), letter) << x << ", " << y;
            at += letter.size();
        }
        ASSERT_EQ(letters[at], '\n');
    }
    EXPECT_EQ(at, letters.size());
}

TEST(QrCode, GrowsWithTheTextAndRefusesWhatNoneCanHold) {
    EXPECT_LT(qr_code("a").side, qr_code(std::string(200, 'a')).side);
    EXPECT_THROW(qr_code(std::string(4000, 'a')), base::Fault);
}

}  // namespace
}  // namespace hearth::web::drawing
