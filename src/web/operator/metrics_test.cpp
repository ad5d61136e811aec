#include "web/operator/metrics.hpp"

#include <gtest/gtest.h>

namespace hearth::web {
namespace {

TEST(Metrics, AreWrittenAsPrometheusReadsThem) {
    const std::vector<Metric> metrics{
        {"hearth_open_matters",
         "Matters that go on.",
         Metric::Type::gauge,
         {{{{"office", "village"}}, 3}, {{{"office", "county"}}, 0}}},
        {"hearth_batches_total", "Commits.", Metric::Type::counter, {{{{"office", "a"}, {"to", "b"}}, 12345678}}},
        {"process_resident_memory_bytes", "Memory.", Metric::Type::gauge, {{{}, 0.5}}}};
    EXPECT_EQ(metrics_text(metrics),
              "# HELP hearth_open_matters Matters that go on.\n"
              "# TYPE hearth_open_matters gauge\n"
              "hearth_open_matters{office=\"village\"} 3\n"
              "hearth_open_matters{office=\"county\"} 0\n"
              "# HELP hearth_batches_total Commits.\n"
              "# TYPE hearth_batches_total counter\n"
              "hearth_batches_total{office=\"a\",to=\"b\"} 12345678\n"
              "# HELP process_resident_memory_bytes Memory.\n"
              "# TYPE process_resident_memory_bytes gauge\n"
              "process_resident_memory_bytes 0.5\n");
}

TEST(Metrics, LeaveOutWhatWasNotMeasuredAndEscapeLabels) {
    EXPECT_EQ(metrics_text({{"hearth_a", "A.", Metric::Type::gauge, {}}}), "");
    EXPECT_NE(metrics_text({{"hearth_a", "A.", Metric::Type::gauge, {{{{"office", "a\"\\\n"}}, 1}}}})
                  .find("{office=\"a\\\"\\\\\\n\"} 1\n"),
              std::string::npos);
}

}  // namespace
}  // namespace hearth::web
