#include <charconv>
#include <map>
#include <memory>
#include <mutex>

#include "web/desk/desk_list.hpp"
#include "web/desk/opened.hpp"
#include "web/desk/sign_in.hpp"
#include "web/forms/questions.hpp"
#include "web/forms/sent.hpp"
#include "web/pages/dictionary.hpp"
#include "web/refusal_words.hpp"

// One act for several matters (right 24): a command and an act for each, decided by itself; what is refused is said in its own
// line.
namespace hearth::web::desk {
namespace {

using ctemplate::TemplateDictionary;
using pages::OpenedMatter;
using pages::View;

/// What became of one matter.
struct Line {
    std::string heading;
    std::string number;
    std::string trouble;  // in words; empty: recorded
};

/// Answers once the last of them is known. The clerk tells from its own thread.
class Gathering {
public:
    using Ended = std::move_only_function<void(const std::map<base::MatterId, Line>&)>;
    Gathering(std::size_t count, Ended ended) : left_(count), ended_(std::move(ended)) {}

    void tell(base::MatterId id, Line line) {
        {
            const std::lock_guard lock(mutex_);
            lines_[id] = std::move(line);
            if (--left_ > 0) return;
        }
        ended_(lines_);
    }

private:
    std::mutex mutex_;
    std::size_t left_;                      // guarded by mutex_
    std::map<base::MatterId, Line> lines_;  // guarded by mutex_ until the last is known
    Ended ended_;
};

/// Matters ticked on one page of the list, with the number of acts that it showed of each.
std::map<base::MatterId, std::uint64_t> ticked(const forms::Posted& posted) {
    std::map<base::MatterId, std::uint64_t> all;
    for (const auto& [name, value] : posted) {
        if (!name.starts_with('m') || all.size() == k_rows_on_a_page) continue;
        const auto id = matter_numbered(name.substr(1));
        const auto seen = forms::number_in(value);
        if (id && seen) all.emplace(*id, *seen);
    }
    return all;
}

/// The act that the button names, where it may be done together in this matter.
const procedure::ActRule* act_in(const Visit& visit, const OpenedMatter& opened, const std::string& asked) {
    for (const procedure::ActRule* act : done_together(visit, opened)) {
        if (opened.procedure.id + "/" + act->id == asked) return act;
    }
    return nullptr;
}

http::Response lines_page(const View& view, const Visit& visit, const forms::Posted& posted, const std::string& what,
                          const std::map<base::MatterId, Line>& lines) {
    TemplateDictionary values("together");
    const Catalogue& say = view.tongue.catalogue;
    const View at_desk = view.at("/desk");
    fill_desk_frame(values, visit.on(at_desk), what);
    values.SetValue("WHAT", what);
    fill_kept_filter(values, filter_in(posted));
    std::int64_t done = 0;
    for (const auto& [id, line] : lines) {
        auto* row = values.AddSectionDictionary("LINE");
        row->SetValue("LINK", view.home() + "/desk/matter/" + std::to_string(id.number));
        row->SetValue("HEADING", line.heading);
        row->SetValue("NUMBER", line.number);
        row->ShowSection(line.trouble.empty() ? "RECORDED" : "NOT");
        row->SetValue("WHY", line.trouble);
        if (line.trouble.empty()) ++done;
    }
    const auto refused = static_cast<std::int64_t>(lines.size()) - done;
    values.SetValue("DONE", say.count("desk.together_done", done));
    if (refused > 0) values.ShowSection("SOME_REFUSED");
    values.SetValue("REFUSED", say.count("desk.together_refused", refused));
    return private_page(view, "together_page.tpl", values, k_ok);
}

std::string trouble_words(const clerk::Outcome& outcome, const View& view) {
    if (auto trouble = forms::trouble_of(outcome, view)) return *trouble;
    return outcome.answer() ? std::string() : words_of(outcome.answer().error(), view.tongue.catalogue);
}

std::string title_of(const Visit& visit, const std::string& asked) {
    const auto slash = asked.find('/');
    const procedure::Procedure* procedure = visit.view.office->rules->pack.procedure(asked.substr(0, slash));
    const procedure::ActRule* act =
        procedure == nullptr || slash == std::string::npos ? nullptr : procedure->act(asked.substr(slash + 1));
    return act == nullptr ? visit.view.tongue.catalogue("desk.together") : visit.view.tongue.wording.of(act->title);
}

}  // namespace

void take_acts_together(const Visit& visit, const forms::Posted& posted, http::Respond respond) {
    const View view = visit.view;
    const auto chosen = ticked(posted);
    const std::string& asked = forms::text_of(posted, "do");
    std::map<base::MatterId, OpenedMatter> opened;
    for (const auto& [id, seen] : chosen) {
        if (auto matter = opened_matter(visit, id)) opened.emplace(id, std::move(*matter));
    }
    if (opened.empty() || visit.posts.empty())
        return respond(list_page(visit, posted, view.tongue.catalogue("desk.none_selected")));
    const auto gathering = std::make_shared<Gathering>(
        opened.size(), [view, kept = visit, posted, what = title_of(visit, asked), respond = std::move(respond)](
                           const auto& lines) mutable { respond(lines_page(view, kept.on(view), posted, what, lines)); });
    for (const auto& [id, matter] : opened) {
        Line line{heading_of(visit, matter), matter::number_of(matter.matter, view.office->profile.matter_prefix), {}};
        const procedure::ActRule* act = act_in(visit, matter, asked);
        if (act == nullptr) {
            line.trouble = view.tongue.catalogue("desk.not_in_this_step");
            gathering->tell(id, std::move(line));
            continue;
        }
        office::Command command = command_by(visit, matter, *act);
        command.seen = chosen.at(id);
        const clerk::Ticket ticket{"account/" + visit.session.account.text,
                                   forms::text_of(posted, "key") + "/" + std::to_string(id.number)};
        view.office->submit(std::move(command), ticket, [view, id, line, gathering](const clerk::Outcome& outcome) mutable {
            line.trouble = trouble_words(outcome, view);
            gathering->tell(id, std::move(line));
        });
    }
}

}  // namespace hearth::web::desk
