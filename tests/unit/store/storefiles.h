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

/// So many alerts, named by their numbers.
inline std::vector<Alert> someAlerts(int count)
{
    std::vector<Alert> alerts;
    for (int i = 0; i < count; ++i) {
        alerts.push_back(someAlert(QString::number(i)));
    }
    return alerts;
}

/// A store that holds so many alerts, and whose cache was destroyed behind its first page while it is open.
inline std::unique_ptr<Store> openOverDamagedCache(const StoreFolder &folder, int alerts)
{
    await(folder.open()->apply(someBatch(someAlerts(alerts))));
    auto store = folder.open();
    QFile file(folder.cacheFile());
    if (!file.open(QIODevice::ReadWrite) || !file.seek(4096)) {
        return nullptr;
    }
    file.write(QByteArray(int(file.size()) - 4096, 'x'));
    return store;
}

} // namespace quarterdeck
