#pragma once

#include "app/sources/files/filereading.h"

namespace quarterdeck::files {

// Answers of all files of a source together. Thread: a worker's; they wait for the disk.

/// The lines of a query. Errors: Cancelled.
Result<LogPage> answerLines(const Question &question);
/// Counts in at most so many buckets. Errors: Cancelled.
Result<LogHistogram> answerHistogram(const Question &question, int buckets);

} // namespace quarterdeck::files
