#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace quarterdeck {

/// Gives the lines of one answer an identity, where their source has none: by time, stream and text, and the how manyth it is of those that are
/// alike. Two answers that hold an instant whole give its lines the same names, in whatever order they come.
class LineNames {
public:
    /// `stream`: what else tells a line from others of its time and text.
    QString nameOf(qint64 nanos, QByteArrayView stream, QByteArrayView text);

private:
    QHash<QString, int> m_alike;
};

} // namespace quarterdeck
