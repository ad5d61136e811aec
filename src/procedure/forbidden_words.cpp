// Data of right 5 and how it is matched. The lists are reviewed by people; a word that a lawful text needs goes into the exceptions
// with the text in which it stands, never out of the list.
#include "procedure/forbidden_words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace hearth::procedure {

namespace {

/// Whole words, in small letters; a blank stands for a blank, `_` or `-`.
constexpr std::array k_words = {"ethnic",
                                "ethnicity",
                                "ethnicities",
                                "nationality",
                                "nationalities",
                                "race",
                                "races",
                                "racial",
                                "religion",
                                "religions",
                                "religious",
                                "religiosity",
                                "party member",
                                "party members",
                                "political",
                                "politically",
                                "ideology",
                                "ideologies",
                                "ideological",
                                "sentiment",
                                "sentiments",
                                "opinion score",
                                "opinion scores",
                                "key person",
                                "key persons",
                                "key people",
                                "risk score",
                                "risk scores",
                                "credit score",
                                "credit scores",
                                "face",
                                "faces",
                                "facial",
                                "fingerprint",
                                "fingerprints",
                                "biometric",
                                "biometrics",
                                "military",
                                "politics",
                                "mood score",
                                "mood scores",
                                "location track",
                                "location tracks",
                                "face id",
                                "criminal history",
                                "party membership",
                                "iris",
                                "dna",
                                "trajectory",
                                "trajectories",
                                "gps track",
                                "gps tracks",
                                "informant",
                                "informants",
                                "repeat petitioner",
                                "repeat petitioners",
                                "petition count by person",
                                "criminal record",
                                "criminal records",
                                "border",
                                "borders",
                                "үндэстэн",
                                "шашин"};

/// Phrases in which such a word means something else.
constexpr std::array k_word_exceptions = {"face to face", "border of the plot", "border of the field", "border of the parcel"};

/// Parts of a text.
constexpr std::array k_parts = {"民族",   "宗教", "信仰", "政治面貌", "党员",     "舆情", "重点人员", "稳控", "风险人员",
                                "信用分", "指纹", "人脸", "轨迹",     "线人",     "情报", "上访户",   "缠访", "前科",
                                "兵役",   "边防", "黨員", "輿情",     "重點人員", "穩控", "風險人員", "指紋", "人臉",
                                "軌跡",   "線人", "情報", "上訪戶",   "纏訪",     "邊防"};

/// Longer texts that hold such a part by chance or as the name of a place or law.
constexpr std::array k_part_exceptions = {"案情报告", "险情报告", "灾情报告",     "疫情报告",   "病情报告", "水情报告", "旱情报告",
                                          "民族路",   "民族街",   "民族巷",       "民族乡",     "民族苏木", "民族小学", "民族中学",
                                          "民族学校", "民族医院", "民族区域自治", "党员活动室", "周边防火", "周边防护", "路边防护",
                                          "河边防护", "岸边防护", "边防护栏",     "路线人行",   "光线人为"};

/// Names that sort people: the 56 ethnic groups of the census, religions, marks of a party.
constexpr std::array k_values = {
    "汉族",         "蒙古族",   "回族",       "藏族",         "维吾尔族",   "苗族",        "彝族",         "壮族",
    "布依族",       "朝鲜族",   "满族",       "侗族",         "瑶族",       "白族",        "土家族",       "哈尼族",
    "哈萨克族",     "傣族",     "黎族",       "傈僳族",       "佤族",       "畲族",        "高山族",       "拉祜族",
    "水族",         "东乡族",   "纳西族",     "景颇族",       "柯尔克孜族", "土族",        "达斡尔族",     "仫佬族",
    "羌族",         "布朗族",   "撒拉族",     "毛南族",       "仡佬族",     "锡伯族",      "阿昌族",       "普米族",
    "塔吉克族",     "怒族",     "乌孜别克族", "俄罗斯族",     "鄂温克族",   "德昂族",      "保安族",       "裕固族",
    "京族",         "塔塔尔族", "独龙族",     "鄂伦春族",     "赫哲族",     "门巴族",      "珞巴族",       "基诺族",
    "han",          "hui",      "zhuang",     "manchu",       "miao",       "tujia",       "daur",         "ewenki",
    "oroqen",       "佛教",     "藏传佛教",   "道教",         "伊斯兰教",   "天主教",      "基督教",       "东正教",
    "萨满教",       "犹太教",   "印度教",     "无神论",       "buddhist",   "buddhism",    "taoist",       "taoism",
    "muslim",       "islam",    "christian",  "christianity", "catholic",   "catholicism", "protestant",   "orthodox",
    "jewish",       "judaism",  "hindu",      "hinduism",     "atheist",    "中共党员",    "中共预备党员", "预备党员",
    "共青团员",     "团员",     "民主党派",   "无党派",       "无党派人士", "群众",        "communist",    "communist party member",
    "league member"};

/// The code point at the front of `text`, which is shortened by it. The texts were checked to be UTF-8.
char32_t take(std::string_view& text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (std::size_t i = 1; i < length && i < text.size(); ++i)
        point = (point << 6U) | (static_cast<unsigned char>(text[i]) & 0x3FU);
    text.remove_prefix(std::min(length, text.size()));
    return point;
}

void put(std::string& text, char32_t point) {
    if (point < 0x80) {
        text += static_cast<char>(point);
        return;
    }
    if (point < 0x800) {
        text += static_cast<char>(0xC0U | (point >> 6U));
    } else {
        if (point < 0x10000) {
            text += static_cast<char>(0xE0U | (point >> 12U));
        } else {
            text += static_cast<char>(0xF0U | (point >> 18U));
            text += static_cast<char>(0x80U | ((point >> 12U) & 0x3FU));
        }
        text += static_cast<char>(0x80U | ((point >> 6U) & 0x3FU));
    }
    text += static_cast<char>(0x80U | (point & 0x3FU));
}

bool is_invisible(char32_t c) { return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF; }

/// Small letters of the alphabets in use here; wide forms of ASCII become narrow.
char32_t folded(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c >= 'A' && c <= 'Z') return c + 0x20;
    if (c >= 0x410 && c <= 0x42F) return c + 0x20;
    if (c >= 0x400 && c <= 0x40F) return c + 0x50;
    if (c == 0x4AE || c == 0x4E8) return c + 1;  // the two letters that only Mongolian adds
    return c;
}

bool is_han(char32_t c) { return c >= 0x2E80; }
bool is_letter(char32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 0xC0 && !is_han(c) && c != 0xD7 && c != 0xF7);
}

/// The label in folded form: `words` with single blanks between and round words, `han` with nothing but Han text.
struct Folded {
    std::string words = " ";
    std::string han;
};

Folded fold(std::string_view label) {
    Folded result;
    bool was_small = false;
    while (!label.empty()) {
        const char32_t written = take(label);
        const char32_t c = folded(written);
        if (is_invisible(c)) continue;
        // "riskScore" is two words.
        if (was_small && c != written && !result.words.ends_with(' ')) result.words += ' ';
        was_small = is_letter(c) && c == written;
        if (is_letter(c))
            put(result.words, c);
        else if (!result.words.ends_with(' '))
            result.words += ' ';
        if (is_han(c)) put(result.han, c);
    }
    if (!result.words.ends_with(' ')) result.words += ' ';
    return result;
}

/// Takes every `phrase` out of `text` and leaves a mark, so that what stood round it does not become one word.
void take_out(std::string& text, std::string_view phrase, std::string_view mark) {
    for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase, at + mark.size())) {
        text.replace(at, phrase.size(), mark);
    }
}

template <class Words>
std::vector<std::string> between_blanks(const Words& words) {
    std::vector<std::string> result;
    for (const std::string_view word : words) result.push_back(" " + std::string(word) + " ");
    return result;
}

}  // namespace

std::optional<std::string> forbidden_word(std::string_view label) {
    Folded folded = fold(label);
    if (folded.words.size() > 1) {
        static const std::vector<std::string> k_exceptions = between_blanks(k_word_exceptions);
        static const std::vector<std::string> k_forbidden = between_blanks(k_words);
        for (const std::string& phrase : k_exceptions) take_out(folded.words, phrase, " . ");
        for (const std::string& word : k_forbidden) {
            if (folded.words.find(word) != std::string::npos) return word.substr(1, word.size() - 2);
        }
    }
    if (folded.han.empty()) return std::nullopt;
    for (const std::string_view phrase : k_part_exceptions) take_out(folded.han, phrase, ".");
    for (const std::string_view part : k_parts) {
        if (folded.han.find(part) != std::string::npos) return std::string(part);
    }
    return std::nullopt;
}

bool is_forbidden_value(std::string_view option) {
    const Folded folded = fold(option);
    const std::string_view words = std::string_view(folded.words).substr(1);
    const std::string text = folded.han.empty() ? std::string(words.substr(0, words.empty() ? 0 : words.size() - 1)) : folded.han;
    const bool mixed = !folded.han.empty() && folded.words != " ";
    return !mixed && std::ranges::find(k_values, text) != k_values.end();
}

}  // namespace hearth::procedure
