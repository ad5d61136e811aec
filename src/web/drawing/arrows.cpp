#include "web/drawing/arrows.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

namespace hearth::web::drawing {
namespace {

constexpr int k_cards_most = 4;  // further apart the eye loses an arrow
constexpr int k_tracks = 4;
constexpr double k_track = 6;
constexpr double k_first_track = 8;

struct Span {
    const Placed* from;
    const Placed* to;
    bool by_itself;
    int from_place;  // among the arrows that leave or reach the same card on this side, so that no two share a point
    int to_place;
};

struct Run {
    double top;
    double bottom;
};

/// The first track of a gutter in which nothing lies between `run.top` and `run.bottom`; none when the gutter is full.
std::optional<int> free_track(std::vector<std::vector<Run>>& tracks, Run run) {
    for (std::size_t i = 0; i < tracks.size(); ++i) {
        const bool taken = std::ranges::any_of(tracks[i], [&](const Run& other) {
            constexpr double k_apart = 4;
            return run.top < other.bottom + k_apart && other.top < run.bottom + k_apart;
        });
        if (taken) continue;
        tracks[i].push_back(run);
        return static_cast<int>(i);
    }
    return std::nullopt;
}

double side_of(const Placed& placed, bool right) { return right ? placed.x + placed.width : placed.x; }

/// From the side of one card along its track to the side of the other.
std::string path_of(const Span& span, double from_y, double to_y, int track) {
    const bool right = span.by_itself;
    const double edge = right ? std::max(side_of(*span.from, true), side_of(*span.to, true))
                              : std::min(side_of(*span.from, false), side_of(*span.to, false));
    const double out = k_first_track + k_track * track;
    const double x = right ? edge + out : edge - out;
    return fmt::format("M{:.1f} {:.1f}H{:.1f}V{:.1f}H{:.1f}", side_of(*span.from, right), from_y, x, to_y,
                       side_of(*span.to, right));
}

std::vector<Span> spans_of(const std::vector<Placed>& placed) {
    std::map<int, const Placed*> by_number;
    for (const Placed& one : placed) by_number[one.card->number] = &one;
    std::vector<Span> spans;
    std::map<std::pair<int, bool>, int> at_card;
    for (const Placed& one : placed) {
        std::set<std::pair<int, bool>> drawn;
        for (const WayOut& way : one.card->ways) {
            const Placed* to = by_number.at(way.to);
            const bool near = to->column == one.column && std::abs(way.to - one.card->number) <= k_cards_most;
            if (to == &one || !near || !drawn.insert({way.to, way.by_itself}).second) continue;
            const int leaves = at_card[{one.card->number, way.by_itself}]++;
            const int reaches = at_card[{way.to, way.by_itself}]++;
            spans.push_back({&one, to, way.by_itself, leaves, reaches});
        }
    }
    std::ranges::stable_sort(spans, {}, [](const Span& span) { return std::abs(span.to->y - span.from->y); });
    return spans;
}

}  // namespace

std::vector<Arrow> arrows_between(const std::vector<Placed>& placed) {
    std::map<std::pair<int, bool>, std::vector<std::vector<Run>>> gutters;
    std::vector<Arrow> arrows;
    for (const Span& span : spans_of(placed)) {
        constexpr double k_step = 7;
        constexpr double k_first = 18;
        const double from_y = span.from->y + std::min(k_first + k_step * span.from_place, span.from->card->height - k_step);
        const double to_y = span.to->y + std::min(k_first + k_step * span.to_place, span.to->card->height - k_step);
        auto& tracks = gutters.try_emplace({span.from->column, span.by_itself}, k_tracks).first->second;
        const auto track = free_track(tracks, {std::min(from_y, to_y), std::max(from_y, to_y)});
        if (track) arrows.push_back({span.by_itself, path_of(span, from_y, to_y, *track)});
    }
    return arrows;
}

}  // namespace hearth::web::drawing
