#include "clerk/sound.hpp"

#include <gtest/gtest.h>

namespace hearth::clerk {
namespace {

using namespace std::string_literals;

std::string number(std::size_t value, int count) {
    std::string bytes;
    for (int i = 0; i < count; ++i) bytes += static_cast<char>(value >> (8 * static_cast<unsigned>(i)) & 255U);
    return bytes;
}

std::string chunk(const std::string& type, const std::string& body) {
    return type + number(body.size(), 4) + body + (body.size() % 2 == 0 ? "" : "\0"s);
}

std::string format(unsigned coding, unsigned channels, unsigned bits) {
    const unsigned block = channels * bits / 8;
    return number(coding, 2) + number(channels, 2) + number(8000, 4) + number(8000UL * block, 4) + number(block, 2) +
           number(bits, 2);
}

std::string wave(const std::string& chunks) { return "RIFF" + number(4 + chunks.size(), 4) + "WAVE" + chunks; }

const std::string k_format = chunk("fmt ", format(1, 1, 16));
const std::string k_samples = chunk("data", "\1\0\2\0\3\0"s);

TEST(Sound, LosesWhatItTellsBesideTheVoice) {
    const std::string told =
        chunk("LIST", "INFOICMT by Sarnai's telephone") + chunk("bext", "2026-11-24") + chunk("iXML", "GPS 42.1");
    const auto bare = bare_wave(wave(told + k_format + told + k_samples + told) + "behind the end");
    ASSERT_TRUE(bare);
    EXPECT_EQ(*bare, wave(k_format + k_samples));
    EXPECT_EQ(bare_wave(*bare).value(), *bare);
}

TEST(Sound, KeepsOfALongFormatOnlyHowSamplesAreRead) {
    EXPECT_EQ(bare_wave(wave(chunk("fmt ", format(7, 1, 8) + "\0\0"s) + chunk("data", "abc"))).value(),
              wave(chunk("fmt ", format(7, 1, 8)) + chunk("data", "abc")));
}

TEST(Sound, IsRefusedWhenItCannotBeWalkedOrPlayed) {
    const std::string whole = wave(k_format + k_samples);
    ASSERT_TRUE(bare_wave(whole));
    for (std::size_t cut = 0; cut < whole.size(); ++cut) EXPECT_FALSE(bare_wave(whole.substr(0, cut))) << cut;
    EXPECT_EQ(bare_wave(wave(k_samples)).error().rule, "paper/sound") << "no format";
    EXPECT_FALSE(bare_wave(wave(k_format + chunk("data", ""))));
    EXPECT_FALSE(bare_wave(wave(chunk("fmt ", format(85, 1, 16)) + k_samples))) << "MP3 in a WAVE";
    EXPECT_FALSE(bare_wave(wave(chunk("fmt ", format(1, 6, 16)) + k_samples)));
    EXPECT_FALSE(bare_wave(wave(chunk("fmt ", format(1, 1, 24)) + k_samples)));
    EXPECT_FALSE(bare_wave("RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff"s));
}

}  // namespace
}  // namespace hearth::clerk
