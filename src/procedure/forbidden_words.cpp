#include "procedure/forbidden_words.hpp"

#include <array>
#include <cctype>

namespace hearth::procedure {
namespace {

/// Whole words, written with "_" between their parts.
constexpr std::array k_words = {"ethnic",
                                "ethnicity",
                                "nationality",
                                "race",
                                "races",
                                "racial",
                                "religion",
                                "religions",
                                "religious",
                                "party_member",
                                "party_membership",
                                "political",
                                "politics",
                                "political_view",
                                "ideology",
                                "ideological",
                                "sentiment",
                                "opinion_score",
                                "mood_score",
                                "key_person",
                                "key_persons",
                                "risk_score",
                                "credit_score",
                                "face",
                                "face_id",
                                "fingerprint",
                                "fingerprints",
                                "iris",
                                "dna",
                                "biometric",
                                "biometrics",
                                "trajectory",
                                "gps_track",
                                "location_track",
                                "informant",
                                "informants",
                                "repeat_petitioner",
                                "petition_count_by_person",
                                "criminal_record",
                                "criminal_history",
                                "military",
                                "border",
                                "үндэстэн",
                                "шашин"};

constexpr std::array k_chinese = {"民族", "宗教", "信仰", "政治面貌", "党员", "舆情",   "重点人员", "稳控", "风险人员", "信用分",
                                  "指纹", "人脸", "轨迹", "线人",     "情报", "上访户", "缠访",     "前科", "兵役",     "边防"};

/// Compounds in which a word above is part of another one.
constexpr std::array k_exceptions = {"案情报告", "灾情报告", "险情报告", "民族路", "民族街"};
constexpr std::array k_phrases = {"face_to_face", "border_of"};

void erase_all(std::string& text, std::string_view part, std::string_view by) {
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + by.size()))
        text.replace(at, part.size(), by);
}

/// "Risk-Score, last" and "riskScore last" as "_risk_score_last_".
std::string as_words(std::string_view text) {
    std::string words = "_";
    bool was_small = false;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_letter = byte >= 0x80 || std::isalnum(byte) != 0;
        const bool is_big = byte < 0x80 && std::isupper(byte) != 0;
        if ((!is_letter || (is_big && was_small)) && words.back() != '_') words += '_';
        if (is_letter) words += byte < 0x80 ? static_cast<char>(std::tolower(byte)) : c;
        was_small = is_letter && !is_big;
    }
    if (words.back() != '_') words += '_';
    return words;
}

}  // namespace

std::optional<std::string> forbidden_word(std::string_view text) {
    std::string chinese(text);
    for (const std::string_view exception : k_exceptions) erase_all(chinese, exception, "_");
    for (const std::string_view word : k_chinese)
        if (chinese.find(word) != std::string::npos) return std::string(word);
    std::string words = as_words(text);
    for (const std::string_view phrase : k_phrases) erase_all(words, "_" + std::string(phrase) + "_", "_");
    for (const std::string_view word : k_words)
        if (words.find("_" + std::string(word) + "_") != std::string::npos) return std::string(word);
    return std::nullopt;
}

}  // namespace hearth::procedure
