// The body of POST /api/requests, against a form with a field of every kind.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.hpp"
#include "web/api/requests.hpp"

using namespace hearth;

namespace {

std::shared_ptr<const procedure::Ruleset> rules() {
    procedure::Procedure request;
    request.id = "request";
    procedure::Form form;
    form.id = "request";
    for (const char* type :
         {"text", "long_text", "points", "choice", "number", "date", "place", "paper", "yes_no", "rules", "person.name"}) {
        procedure::Field field;
        field.id = type;
        field.type = type;
        field.options = {{"one", {}}};
        form.fields.push_back(field);
    }
    procedure::ActRule submit;
    submit.id = "submit";
    submit.from = {"start"};
    submit.actor = procedure::ActorKind::resident;
    submit.form = form.id;
    request.forms.push_back(form);
    request.acts.push_back(submit);
    auto made = std::make_shared<procedure::Ruleset>();
    made->pack.procedures.push_back(request);
    return made;
}

const web::Site& site() {
    static const web::Site made = [] {
        web::Site one;
        one.offices.emplace_back();
        one.offices.back().profile.id = {"village"};
        one.offices.back().rules = rules();
        return one;
    }();
    return made;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = web::api::read_request(site(), {reinterpret_cast<const char*>(data), size});
    if (const auto* faults = std::get_if<std::vector<base::Refusal>>(&read)) {
        HEARTH_CHECK(!faults->empty());
        return 0;
    }
    const auto& opened = std::get<web::api::RequestToOpen>(read);
    HEARTH_CHECK(opened.office != nullptr && opened.command.act == "submit" && !opened.command.matter);
    HEARTH_CHECK(!opened.command.fields.contains("office"));
    return 0;
}
