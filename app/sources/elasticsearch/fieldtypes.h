#pragma once

#include "app/core/result.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

namespace quarterdeck::elasticsearch {

/// What the indices know of the fields that a query is about: a text that is split into words cannot be asked for as a whole, but often has a twin
/// named ".keyword" that can. Pure.
class FieldTypes {
public:
    /// Of an answer to _field_caps. Errors: BadPayload.
    static Result<FieldTypes> parse(QByteArrayView body);

    bool has(const QString &name) const { return m_types.contains(name); }
    /// Its values are split into words in some index.
    bool isText(const QString &name) const { return m_types.value(name).contains(QStringLiteral("text")); }
    /// Under which names it can be asked for as a whole; empty where it cannot.
    QStringList wholeNames(const QString &name) const;
    /// Times of two resolutions are in it.
    bool isOfMixedTimes(const QString &name) const;

private:
    QMap<QString, QStringList> m_types;
};

/// The names to ask for: each field and its twin.
QStringList withTwins(const QStringList &names);

} // namespace quarterdeck::elasticsearch
