#pragma once

#include "ui/pages/api/navigator.h"

#include <QByteArray>
#include <QList>

namespace quarterdeck {

/// Where a window stood.
struct Session {
    QByteArray geometry;
    QString page;
    QList<Destination> places; ///< The last place of every page that was open.
    qint64 spanMs = 3'600'000;

    QByteArray save() const;
    /// Nothing usable comes back as the default session.
    static Session load(const QByteArray &bytes);
};

} // namespace quarterdeck
