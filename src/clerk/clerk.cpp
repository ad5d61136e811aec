#include "clerk/clerk.hpp"

#include <future>

#include "clerk/writer.hpp"

namespace hearth::clerk {

namespace {

/// Hands a command over by `submit` and waits for what comes of it.
template <class Submit>
Outcome wait_for(Submit submit) {
    std::promise<Outcome> promise;
    auto future = promise.get_future();
    submit([&promise](Outcome outcome) { promise.set_value(std::move(outcome)); });
    return future.get();
}

}  // namespace

Clerk::Clerk(Tools tools, Settings settings) : impl_(std::make_unique<Impl>(tools, std::move(settings))) {}
Clerk::~Clerk() = default;

void Clerk::submit(office::Command command, const Ticket& ticket, std::move_only_function<void(Outcome)> done) {
    impl_->submit(std::move(command), ticket, std::move(done));
}

Outcome Clerk::submit_and_wait(office::Command command, const Ticket& ticket) {
    return wait_for([&](auto done) { impl_->submit(std::move(command), ticket, std::move(done)); });
}

Outcome Clerk::erase_and_wait(ErasureOrder order) {
    return wait_for([&](auto done) { impl_->submit(std::move(order), std::move(done)); });
}

void Clerk::receive(office::Delivery delivery, std::move_only_function<void(Outcome)> done) {
    impl_->submit(std::move(delivery), std::move(done));
}

void Clerk::on_letters(std::function<void()> told) { impl_->on_letters(std::move(told)); }
void Clerk::on_notices(std::function<void()> told) { impl_->on_notices(std::move(told)); }
void Clerk::tick() { impl_->tick(); }
Health Clerk::health() const { return impl_->health(); }
std::string Clerk::checkpoint() const { return impl_->checkpoint(); }
std::string Clerk::served_checkpoint() const { return impl_->served_checkpoint(); }
void Clerk::serve_checkpoint(const std::string& cosigned) { impl_->serve_checkpoint(cosigned); }
void Clerk::on_publish(std::function<void(const std::string&)> told) { impl_->on_publish(std::move(told)); }
void Clerk::report_witness(const std::string& name, const std::string& state) { impl_->report_witness(name, state); }

const office::OfficeProfile& Clerk::profile() const { return impl_->settings().profile; }
const procedure::Ruleset& Clerk::rules() const { return *impl_->settings().rules; }
std::shared_ptr<const procedure::Ruleset> Clerk::shared_rules() const { return impl_->settings().rules; }
const std::string& Clerk::origin() const { return impl_->settings().origin; }
record::Store& Clerk::store() const { return impl_->store(); }
std::optional<matter::Matter> Clerk::matter(base::MatterId id) const { return stored_matter(impl_->store(), id); }

}  // namespace hearth::clerk
