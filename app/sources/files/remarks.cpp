#include "app/sources/files/remarks.h"

#include <algorithm>

namespace quarterdeck::files {

namespace {

constexpr qsizetype MostSentences = 20;

QString offsetText(int seconds)
{
    return QStringLiteral("UTC%1%2:%3")
        .arg(QLatin1Char(seconds < 0 ? '-' : '+'))
        .arg(std::abs(seconds) / 3600, 2, 10, QLatin1Char('0'))
        .arg(std::abs(seconds) / 60 % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

Remarks::Remarks(const FilesOptions &options)
    : m_paths(options.paths)
    , m_zone(QString::fromLatin1(options.zone.id()))
    , m_isZoneAssumed(options.isZoneAssumed)
{
}

void Remarks::addProblems(const QStringList &problems)
{
    m_hasHole = m_hasHole || !problems.isEmpty();
    m_sentences += problems;
}

void Remarks::addUnread(const LogFile &file, const Error &error)
{
    const bool isOther = error.kind == ErrorKind::BadPayload && !m_paths.contains(file.path) && !file.family.endsWith(QLatin1StringView(".log"));
    if (isOther) {
        return;
    }
    m_hasHole = true;
    m_sentences.append(QStringLiteral("%1 is missing: %2").arg(file.path, error.what));
}

void Remarks::addReport(const LogFile &file, const ScanReport &report)
{
    m_guesses.add(report.guesses);
    if (report.error) {
        m_hasHole = true;
        m_sentences.append(QStringLiteral("%1 is not read to its end: %2").arg(file.path, report.error->what));
    }
    if (report.untimed > 0 && report.untimed == report.records) {
        m_sentences.append(QStringLiteral("No times are found in %1: its lines are not shown").arg(file.path));
    } else if (report.untimed > 0) {
        m_sentences.append(QStringLiteral("%1 begins with %2 lines without a time: they are not shown").arg(file.path).arg(report.untimed));
    }
}

std::vector<Error> Remarks::lacks() const
{
    std::vector<Error> lacks;
    for (const QString &sentence : sentences()) {
        lacks.push_back({ErrorKind::Storage, sentence, {}, 0, std::nullopt});
    }
    return lacks;
}

QStringList Remarks::sentences() const
{
    QStringList out = m_sentences;
    if (out.size() > MostSentences) {
        const qsizetype more = out.size() - MostSentences;
        out.resize(MostSentences);
        out.append(QStringLiteral("and %1 more of this kind").arg(more));
    }
    if (m_guesses.hasZone && m_isZoneAssumed) {
        out.append(
            QStringLiteral("Times without a zone are treated as those of %1, the zone of this machine; the key \"zone\" of the source settles it")
                .arg(m_zone));
    }
    QList<QByteArray> words(m_guesses.words.begin(), m_guesses.words.end());
    std::sort(words.begin(), words.end());
    for (const QByteArray &word : words) {
        const auto offset = logformat::offsetOfWord(word);
        out.append(QStringLiteral("Times of the zone \"%1\" are treated as those of %2")
                       .arg(QString::fromLatin1(word), offset ? offsetText(*offset) : m_zone));
    }
    return out;
}

} // namespace quarterdeck::files
