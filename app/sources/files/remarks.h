#pragma once

#include "app/sources/files/logfiles.h"
#include "app/sources/files/options.h"
#include "app/sources/files/scan.h"

namespace quarterdeck::files {

/// Gathers what an answer lacks, and what it rests on beside the files.
class Remarks {
public:
    explicit Remarks(const FilesOptions &options);

    /// What was not looked at: FoundFiles::problems.
    void addProblems(const QStringList &problems);
    /// A file that could not be opened. One that is no text is passed over, unless it was named itself or is called a log.
    void addUnread(const LogFile &file, const Error &error);
    void addReport(const LogFile &file, const ScanReport &report);

    /// Lines are missing.
    bool hasHole() const { return m_hasHole; }
    /// All of them, what is missing first.
    std::vector<Error> lacks() const;

private:
    QStringList sentences() const;

    QStringList m_paths;
    QString m_zone;
    bool m_isZoneAssumed = false;
    bool m_hasHole = false;
    logformat::Guesses m_guesses;
    QStringList m_sentences;
};

} // namespace quarterdeck::files
