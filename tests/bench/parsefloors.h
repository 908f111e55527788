#pragma once

#include <cstddef>
#include <string>

namespace quarterdeck::bench {

/// What the fastest readers at hand need for the same bytes, into plain standard containers. Each returns how many samples or alerts it read.
/// simdjson on-demand over a matrix reply: labels, times and values of every series.
std::size_t matrixBySimdjson(const std::string &body);
/// nlohmann's document over the same.
std::size_t matrixByNlohmann(const std::string &body);
/// simdjson on-demand over an alerts reply: every text of every alert, once.
std::size_t alertsBySimdjson(const std::string &body);

} // namespace quarterdeck::bench
