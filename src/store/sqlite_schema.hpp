#pragma once

namespace hearth::store {

class Connection;

/// The tables of an office's database, and how an older file is brought up to them. `user_version` counts the steps taken; each
/// step is one transaction. A file of a newer Hearth, or one that is no Hearth database, is refused with a Fault.
void migrate(Connection& connection);

}  // namespace hearth::store
