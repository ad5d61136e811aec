#pragma once

#include <string>

namespace hearth::bench {

/// Pages a second that nginx with two workers serves of just these bytes out of a file, 64 connections: what a page could cost at
/// least on this machine.
double nginx_pages_per_second(const std::string& bytes, double seconds);

}  // namespace hearth::bench
