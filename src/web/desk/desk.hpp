#pragma once

#include <memory>

#include "web/pages/view.hpp"

/// The door of those who hold a post in an office.
namespace hearth::web::desk {

struct Room;

/// Every answer here is for nobody but its reader. Who is not signed in is asked to, with what was typed kept; a form without the
/// token of its session is refused. An office without a people store looks as if it had no desk.
class Desk {
public:
    explicit Desk(const Site& site);
    ~Desk();
    Desk(const Desk&) = delete;
    Desk& operator=(const Desk&) = delete;

    void answer_list(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_matter(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_paper(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_together(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_act(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_assist(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_assist_raise(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_assist_word(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_deputy(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_field(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_field_session(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_field_entry(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_sign_in(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_sign_out(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_password(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_passkey_sign_in(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_openid(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_openid_back(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_account(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_passkey(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_passkey_made(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_passkey_removed(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_recovery(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_recovery_stopped(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_recovery_confirmed(const http::Request& request, const pages::View& view, http::Respond respond);
    void answer_session_ended(const http::Request& request, const pages::View& view, http::Respond respond);

private:
    std::unique_ptr<Room> room_;
};

}  // namespace hearth::web::desk
