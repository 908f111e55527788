#pragma once

#include <string>

namespace quarterdeck::bench {

/// A query_range reply: 50 series of 11,000 samples, mostly with 17 digits, about 16 MB.
std::string matrixReply();
/// A GET /api/v2/alerts reply as one Alertmanager writes it: `count` alerts of about 850 bytes.
std::string alertsReply(int count);
/// Journal entries in the export format, 22 fields each, one in fifty with a message of two lines.
std::string journalExport(int count);

} // namespace quarterdeck::bench
