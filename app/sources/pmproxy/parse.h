#pragma once

#include "app/core/result.h"
#include "app/domain/series.h"

#include <QByteArrayView>
#include <QHash>
#include <QStringList>

namespace quarterdeck::pmproxy {

/// What identifies values: a series (a metric of a host) and one of its instances, empty where it has none. Both are hashes.
struct ValueKey {
    QString series;
    QString instance;
};

/// The values of one key.
struct Values {
    ValueKey key;
    std::vector<Sample> samples;
    bool hasText = false; ///< Some were no numbers and are left out.
};

/// Errors of all: BadPayload with the place; Rejected with the server's words for `"success":false`.
/// The series that an expression finds. Malformed where it yields values, because it holds a window of its own or computes.
Result<QStringList> parseFound(QByteArrayView body);
/// Values in the order of time, each instant once.
Result<std::vector<Values>> parseValues(QByteArrayView body);
/// Name by series.
Result<QHash<QString, QString>> parseMetricNames(QByteArrayView body);
/// Name by instance.
Result<QHash<QString, QString>> parseInstanceNames(QByteArrayView body);
/// Units by series, as it writes them: "Kbyte / sec".
Result<QHash<QString, QString>> parseUnits(QByteArrayView body);
/// Labels by series.
Result<QHash<QString, Labels>> parseLabels(QByteArrayView body);
/// A list of names.
Result<QStringList> parseNames(QByteArrayView body);
/// The values of a label.
Result<QStringList> parseLabelValues(QByteArrayView body, const QString &label);
/// A unit of PCP in UCUM where it is known, else as it stands; empty for "none" and "count".
QString unitOf(const QString &units);

} // namespace quarterdeck::pmproxy
