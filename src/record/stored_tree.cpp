#include "record/stored_tree.hpp"

#include "record/tiles.hpp"

namespace hearth::record {

NodeReader stored_nodes(Store& store) {
    return nodes_of([&store](int level, std::uint64_t number) -> std::optional<std::string> {
        auto tile = store.tile(level, number);
        if (!tile) return std::nullopt;
        return std::move(tile->hashes);
    });
}

base::Result<base::Bytes32> stored_root(Store& store, std::uint64_t size) {
    HEARTH_TRY(edge, right_edge(size, stored_nodes(store)));
    return root_of(edge);
}

base::Result<Proof> stored_inclusion(Store& store, std::uint64_t index, std::uint64_t size) {
    const NodeReader nodes = stored_nodes(store);
    HEARTH_TRY(edge, right_edge(size, nodes));
    return inclusion_proof(index, size, edge, nodes);
}

base::Result<Proof> stored_consistency(Store& store, std::uint64_t old_size, std::uint64_t size) {
    const NodeReader nodes = stored_nodes(store);
    HEARTH_TRY(edge, right_edge(size, nodes));
    return consistency_proof(old_size, size, edge, nodes);
}

}  // namespace hearth::record
