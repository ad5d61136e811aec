#include "web/forms/news.hpp"

#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/notices/feeds.hpp"
#include "web/pages/addresses.hpp"
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
    bool is_feed_ended = false;
    std::string typed = {};  // an address that no mail can go to
    bool is_wrong = false;
    std::string token = {};  // of a feed that was just begun: the only time that it can be shown
};

void fill_feed(TemplateDictionary& values, const News& news) {
    const View& view = news.view;
    const auto feed = view.office->subscriptions->feed_of(news.opened.matter.id, news.opened.party);
    values.ShowSection(feed ? "FEED_ON" : "FEED_OFF");
    if (news.is_feed_ended) values.ShowSection("FEED_ENDED");
    if (feed) values.SetValue("FEED_SINCE", view.tongue.dates.day(view.office->rules->zone().date(feed->since)));
    if (news.token.empty()) return;
    values.ShowSection("FEED_NEW");
    values.SetValue("FEED_ADDRESS", pages::whole_address(*view.office, view.language(), "/news/feed?t=" + news.token));
}

void fill_mail(TemplateDictionary& values, const News& news) {
    const auto kept = news.view.office->subscriptions->of(news.opened.matter.id, news.opened.party);
    values.ShowSection("MAIL");
    values.SetValue("TYPED", news.is_wrong || !kept ? news.typed : kept->address);
    if (news.is_begun) values.ShowSection("BEGUN");
    if (news.is_ended) values.ShowSection("ENDED");
    if (news.is_wrong) values.ShowSection("WRONG");
    values.ShowSection(kept ? "ON" : "OFF");
    if (kept) values.SetValue("ADDRESS", kept->address);
    if (kept && !kept->bounced.empty()) values.ShowSection("BOUNCED");
}

http::Response page_of(const News& news) {
    const View& view = news.view;
    const std::string title = view.tongue.catalogue("news.title");
    TemplateDictionary values("news");
    pages::fill_frame_of_code(values, view, news.is_wrong ? view.tongue.catalogue.with("form.error_title", title) : title,
                              news.code);
    values.SetValue("CODE", news.code);
    values.SetValue("NUMBER", matter::number_of(news.opened.matter, view.office->profile.matter_prefix));
    if (view.office->sends_mail) fill_mail(values, news);
    fill_feed(values, news);
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

void begin_feed(News& news, base::Instant now) {
    news.token = fresh_key();
    news.view.office->subscriptions->begin_feed(
        {notices::digest_of_token(news.token), news.opened.matter.id, news.opened.party, now});
}

}  // namespace

std::optional<http::Response> news_page(const View& view, const std::string& code, const Posted& posted, base::Instant now) {
    const auto found = view.office->subscriptions == nullptr ? std::nullopt : pages::find_by_code(view, code);
    if (!found) return std::nullopt;
    News news{view, found->code, found->opened};
    const std::string go = text_of(posted, "go");
    const bool sends_mail = view.office->sends_mail;
    if (go == "begin" && sends_mail) begin(news, text_of(posted, "address"), now);
    if (go == "begin_feed") begin_feed(news, now);
    if (go == "end_feed") {
        view.office->subscriptions->end_feed(found->opened.matter.id, found->opened.party);
        news.is_feed_ended = true;
    }
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
