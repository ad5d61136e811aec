#pragma once

#include "base/result.hpp"
#include "office/step.hpp"

/// Steps of money: proposed, approved, paid, audited, each by other hands (right 18). Every approval uses up one proposal, every
/// payment one approval, over exactly its amount. The posting itself is the ledger's.
namespace hearth::office {

/// Notes step, amount (whole minor units) and which step it uses up. Refused `out_of_order` office/money_on (detail: the act): what
/// it rests on was not decided, not in favour, or taken back; office/money_unspent (detail: the amount): nothing proposed or
/// approved over this amount is left; `malformed` office/amount: less than nought.
base::Result<base::Done> note_money(Step& step);

/// Whether a proposal or approval by this act is not used up.
bool is_unspent(const matter::Matter& matter, const std::string& act);

}  // namespace hearth::office
