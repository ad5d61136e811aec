#include "web/pages/readings_words.hpp"

#include <algorithm>
#include <map>

#include "web/pages/dictionary.hpp"

namespace hearth::web::pages {

using ctemplate::TemplateDictionary;

void fill_readings(TemplateDictionary& values, const View& view, base::MatterId matter) {
    if (view.office->people == nullptr) return;
    std::map<std::string, std::pair<std::int64_t, base::Instant>> by_post;
    for (const auto& reading : view.office->people->readings_of(matter)) {
        auto& [times, last] = by_post[reading.post.text];
        ++times;
        last = std::max(last, reading.at);
    }
    values.ShowSection(by_post.empty() ? "NOT_READ" : "READ");
    const auto& zone = view.office->rules->zone();
    for (const auto& [id, counted] : by_post) {
        auto* row = values.AddSectionDictionary("READING");
        row->SetValue("READER", view.tongue.wording.post({id}, view.office->rules->pack));
        row->SetValue("TIMES", view.tongue.catalogue.count("read.times", counted.first));
        row->SetValue("LAST_TIME", view.tongue.dates.moment(base::civil_time(counted.second, zone.offset_s(counted.second))));
    }
}

}  // namespace hearth::web::pages
