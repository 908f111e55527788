#pragma once

#include "tests/unit/store/storetest.h"

#include <QFile>
#include <QSet>

namespace quarterdeck {

constexpr Millis TenMinutes {600'000};

/// The ids of all actions that are stored.
inline QSet<QUuid> storedIds(Store &store)
{
    QSet<QUuid> ids;
    const auto entries = await(store.entries());
    for (const OutboxEntry &entry : *entries) {
        ids.insert(entry.action.id);
    }
    return ids;
}

/// The whole content of a file; empty when it cannot be read.
inline QByteArray contentOf(const QString &file)
{
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

/// Replaces the content of a file.
inline void writeContent(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
    out.write(bytes);
}

} // namespace quarterdeck
