// The rules that keep what Hearth refuses out of its code: traits of persons, and lists of persons.
#include <algorithm>
#include <array>
#include <cctype>
#include <regex>

#include "tests/tidy/rules.hpp"

namespace hearth::tidy {

namespace {

// From the list of right 5. A word of several parts is written with '_'. `border` and `face` alone are left out: in code
// they are the edge of a thing and the face of a clock.
constexpr std::array k_words{"ethnic",
                             "ethnicity",
                             "ethnic_group",
                             "nationality",
                             "race",
                             "religion",
                             "religious",
                             "faith",
                             "party_member",
                             "party_membership",
                             "political",
                             "ideology",
                             "ideological",
                             "sentiment",
                             "mood_score",
                             "opinion_score",
                             "key_person",
                             "key_persons",
                             "risk_score",
                             "risk_person",
                             "credit_score",
                             "social_credit",
                             "face_image",
                             "face_print",
                             "face_recognition",
                             "face_id",
                             "facial",
                             "fingerprint_of_person",
                             "biometric",
                             "biometrics",
                             "iris",
                             "dna",
                             "trajectory",
                             "gps_track",
                             "location_track",
                             "device_id",
                             "license_plate",
                             "plate_number",
                             "informant",
                             "intelligence_report",
                             "repeat_petitioner",
                             "petitioner_rank",
                             "petition_count_by_person",
                             "troublemaker",
                             "criminal_record",
                             "criminal_history",
                             "military_service",
                             "blacklist"};

constexpr std::array k_chinese{"民族",     "宗教",   "信仰", "政治面貌", "党员",     "舆情", "重点人员", "稳控",
                               "风险人员", "信用分", "指纹", "人脸",     "轨迹",     "线人", "情报",     "上访户",
                               "缠访",     "前科",   "兵役", "边防",     "үндэстэн", "шашин"};

/// "RiskScore" and "RISK-SCORE" as "_risk_score_".
std::string snake(std::string_view name) {
    std::string out = "_";
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto c = static_cast<unsigned char>(name[i]);
        if (std::isalnum(c) == 0) {
            if (out.back() != '_') out += '_';
            continue;
        }
        const bool hump = std::isupper(c) != 0 && i > 0 && std::islower(static_cast<unsigned char>(name[i - 1])) != 0;
        if (hump) out += '_';
        out += static_cast<char>(std::tolower(c));
    }
    return out + "_";
}

void find_words(const Source& source, int line, std::string_view text, Findings& found) {
    if (text.empty()) return;
    const std::string plain = snake(text);
    for (const std::string_view word : k_words) {
        if (plain.find("_" + std::string(word) + "_") != std::string::npos) {
            found.push_back({source.path, line, "forbidden word: " + std::string(word)});
        }
    }
    for (const std::string_view word : k_chinese) {
        if (text.find(word) != std::string_view::npos) found.push_back({source.path, line, "forbidden word: " + std::string(word)});
    }
}

}  // namespace

Findings forbidden_words(const Source& source) {
    // The product's own list of what it refuses, and the tests that prove the refusal, must spell the words.
    if (source.path.find("forbidden_words") != std::string::npos || source.is_test() || source.under("tests/")) return {};
    Findings found;
    for (std::size_t i = 0; i < source.code.size(); ++i) {
        if (source.code[i].find("#include") == std::string::npos)
            find_words(source, static_cast<int>(i) + 1, source.code[i], found);
    }
    for (const Literal& literal : source.literals) find_words(source, literal.line, literal.text, found);
    return found;
}

Findings lists_of_persons(const Source& source) {
    if (!source.under("src/") || source.is_test()) return {};
    static const std::string person = R"((person|party|parties|resident|applicant|complainant|petitioner|requester|account)\w*)";
    static const std::regex query(
        R"(\b((GROUP|ORDER)\s+BY\s[^;)]*\b)" + person + R"(\b|COUNT\s*\(\s*DISTINCT\s+)" + person + "\\b)", std::regex::icase);
    static const std::regex route(R"(^/(.*/)?(persons?|people|residents?|users?|complainants?|petitioners?|applicants?)(/|\?|$))");
    Findings found;
    for (const Literal& literal : source.literals) {
        std::smatch match;
        if (std::regex_search(literal.text, match, query) || std::regex_search(literal.text, match, route)) {
            found.push_back({source.path, literal.line, "nothing lists persons: " + match.str()});
        }
    }
    return found;
}

}  // namespace hearth::tidy
