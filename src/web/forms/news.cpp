#include "web/forms/news.hpp"

#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/pages/find_by_code.hpp"

namespace hearth::web::forms {
namespace {

using ctemplate::TemplateDictionary;
using pages::View;

struct News {
    const View& view;
    std::string code;
    const pages::OpenedMatter& opened;
    bool is_begun = false;
    bool is_ended = false;
    std::string typed = {};  // an address that no mail can go to
    bool is_wrong = false;
};

http::Response page_of(const News& news) {
    const View& view = news.view;
    const auto kept = view.office->subscriptions->of(news.opened.matter.id, news.opened.party);
    const std::string title = view.tongue.catalogue("news.title");
    TemplateDictionary values("news");
    pages::fill_frame_of_code(values, view, news.is_wrong ? view.tongue.catalogue.with("form.error_title", title) : title,
                              news.code);
    values.SetValue("CODE", news.code);
    values.SetValue("NUMBER", matter::number_of(news.opened.matter, view.office->profile.matter_prefix));
    values.SetValue("TYPED", news.is_wrong || !kept ? news.typed : kept->address);
    if (news.is_begun) values.ShowSection("BEGUN");
    if (news.is_ended) values.ShowSection("ENDED");
    if (news.is_wrong) values.ShowSection("WRONG");
    values.ShowSection(kept ? "ON" : "OFF");
    if (kept) values.SetValue("ADDRESS", kept->address);
    if (kept && !kept->bounced.empty()) values.ShowSection("BOUNCED");
    return private_page(view, "news_page.tpl", values, news.is_wrong ? k_bad_request : k_ok);
}

void begin(News& news, const std::string& address, base::Instant now) {
    if (!people::is_address(address)) {
        constexpr std::size_t k_shown_max = 254;
        news.typed = address.size() > k_shown_max ? std::string() : address;
        news.is_wrong = true;
        return;
    }
    news.view.office->subscriptions->begin(
        {fresh_key(), news.opened.matter.id, news.opened.party, address, news.view.tongue.wording.language(), now, {}});
    news.is_begun = true;
}

}  // namespace

std::optional<http::Response> news_page(const View& view, const std::string& code, const Posted& posted, base::Instant now) {
    const auto found = view.office->subscriptions == nullptr ? std::nullopt : pages::find_by_code(view, code);
    if (!found) return std::nullopt;
    News news{view, found->code, found->opened};
    const std::string go = text_of(posted, "go");
    if (go == "begin") begin(news, text_of(posted, "address"), now);
    if (go == "end") {
        view.office->subscriptions->end(found->opened.matter.id, found->opened.party);
        news.is_ended = true;
    }
    return page_of(news);
}

http::Response stop_page(const View& view, const std::string& token, bool is_sent) {
    if (view.office->subscriptions == nullptr) return no_such_page(view);
    if (is_sent) view.office->subscriptions->end(token);
    TemplateDictionary values("stop");
    pages::fill_frame(values, view, view.tongue.catalogue("news.stop_title"), pages::Tab::matter);
    values.SetValue("TOKEN", token);
    values.ShowSection(is_sent ? "STOPPED" : "ASK");
    return private_page(view, "stop_page.tpl", values, k_ok);
}

}  // namespace hearth::web::forms
