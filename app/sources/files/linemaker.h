#pragma once

#include "app/domain/logline.h"
#include "app/logformat/record.h"

namespace quarterdeck::files {

/// What the lines of one file have in common.
struct LineRules {
    SourceId source;
    QString path;
    QString family;   ///< See LogFile::family.
    QByteArray start; ///< The first line of the file: with the family it tells the file, however it is renamed or packed.
    QString service;  ///< Of every line; empty: by the line, else by the path.
};

/// Turns records into lines. Thread: any.
class LineMaker {
public:
    explicit LineMaker(LineRules rules);

    /// A line of one record.
    LogLine line(const logformat::Record &record, qint64 nanos) const;
    /// Of a container line whose parts are put together: `text` is what the container wrote.
    LogLine containerLine(const logformat::Record &first, qint64 nanos, QByteArray text, bool isEnded) const;

private:
    LogLine begin(const logformat::Record &record, qint64 nanos) const;

    LineRules m_rules;
    QString m_start; // of each cursor
    QString m_named; // the service that the path names
};

/// So many bytes of a file are looked at for LineRules::start.
inline constexpr qsizetype IdentityBytes = 256;
/// LineRules::start out of the first bytes of a file.
QByteArray firstLineOf(QByteArrayView start);

/// The service that the path of a log file names: "nginx" of "/var/log/nginx/error.log", "api" of "/srv/api.log".
QString serviceOfPath(const QString &path);

} // namespace quarterdeck::files
