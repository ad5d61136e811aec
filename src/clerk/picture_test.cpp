#include "clerk/picture.hpp"

#include <gtest/gtest.h>

namespace hearth::clerk {
namespace {

using namespace std::string_literals;

std::string segment(char marker, const std::string& body) {
    const std::size_t length = body.size() + 2;
    return "\xff"s + marker + static_cast<char>(length >> 8U) + static_cast<char>(length & 255U) + body;
}

const std::string k_jfif = segment('\xe0', "JFIF\0\1\1\0\0\1\0\1\0\0"s);
const std::string k_tables = segment('\xdb', "tables") + segment('\xc0', "frame") + segment('\xc4', "codes");
const std::string k_scan = segment('\xda', "scan") + "pixels\xff\0more\xff\xd3restarted"s;
const std::string k_begin = "\xff\xd8"s;
const std::string k_end = "\xff\xd9"s;

TEST(Picture, LosesWhereAndByWhatItWasTaken) {
    const std::string photo =
        k_begin + k_jfif + segment('\xe1', "Exif\0\0GPS 42.1 119.9"s) + segment('\xe1', "http://ns.adobe.com/xap/") +
        segment('\xed', "Photoshop 3.0") + segment('\xfe', "shot by Sarnai") + segment('\xe0', "JFXX\0small copy"s) +
        segment('\xe2', "MPF\0another picture"s) + segment('\xe2', "ICC_PROFILE\0colours"s) + segment('\xee', "Adobe\0\1"s) +
        k_tables + k_scan + segment('\xc4', "codes") + k_scan + k_end + "a film and a place behind the end";
    const auto bare = bare_jpeg(photo);
    ASSERT_TRUE(bare);
    EXPECT_EQ(*bare, k_begin + k_jfif + segment('\xe2', "ICC_PROFILE\0colours"s) + segment('\xee', "Adobe\0\1"s) + k_tables +
                         k_scan + segment('\xc4', "codes") + k_scan + k_end);
    EXPECT_EQ(bare_jpeg(*bare).value(), *bare);
}

TEST(Picture, LosesTheSmallCopyInItsHead) {
    const std::string photo = k_begin + segment('\xe0', "JFIF\0\1\1\0\0\1\0\1\1\1rgb"s) + k_tables + k_scan + k_end;
    EXPECT_EQ(bare_jpeg(photo).value(), k_begin + k_tables + k_scan + k_end);
}

TEST(Picture, IsRefusedWhenItsPartsCannotBeWalked) {
    const std::string photo = k_begin + k_jfif + k_tables + k_scan + k_end;
    ASSERT_TRUE(bare_jpeg(photo));
    for (std::size_t cut = 0; cut < photo.size(); ++cut) EXPECT_FALSE(bare_jpeg(photo.substr(0, cut))) << cut;
    EXPECT_EQ(bare_jpeg(k_begin + "\xff"s + "\xe1"s + "\0\1"s + photo).error().rule, "paper/picture");
    EXPECT_FALSE(bare_jpeg(k_begin + k_jfif + "?" + k_tables + k_scan + k_end));
    EXPECT_FALSE(bare_jpeg(k_begin + k_jfif + photo));
}

std::string chunk(const std::string& type, const std::string& body) {
    const std::size_t n = body.size();
    return std::string{'\0', '\0', static_cast<char>(n >> 8U), static_cast<char>(n & 255U)} + type + body + "crc!";
}

const std::string k_png = "\x89PNG\r\n\x1a\n"s;

TEST(Picture, KeepsOfAPngWhatDrawsIt) {
    const std::string drawn = chunk("IHDR", "13 bytes head") + chunk("gAMA", "gray") + chunk("IDAT", "pixels");
    const std::string told =
        chunk("eXIf", "GPS") + chunk("tEXt", "Author\0Sarnai"s) + chunk("tIME", "noon") + chunk("caBX", "origin");
    const auto bare = bare_png(k_png + drawn + told + chunk("IEND", "") + "behind");
    ASSERT_TRUE(bare);
    EXPECT_EQ(*bare, k_png + drawn + chunk("IEND", ""));
    for (std::size_t cut = 0; cut < bare->size(); ++cut) EXPECT_FALSE(bare_png(bare->substr(0, cut))) << cut;
    EXPECT_FALSE(bare_png(k_png + "\xff\xff\xff\xff"s + "IDAT" + std::string(100, 'x')));
}

}  // namespace
}  // namespace hearth::clerk
