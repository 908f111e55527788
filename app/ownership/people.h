#pragma once

#include "app/domain/oncall.h"

#include <QHash>

namespace quarterdeck {

/// Who is the same person under several names: what shares a name or an address, in any case. Two sources may tell one of them each.
class People {
public:
    void add(const OnCallPerson &person);
    /// A number for whoever goes by this name or address, the same for all of theirs; anybody else has one of their own.
    int numberOf(const QString &nameOrAddress);
    /// How they are called: as they were named first.
    QString nameOf(int number) const { return m_names.at(number); }

private:
    QHash<QString, int> m_numbers; // By lower case name and address.
    QStringList m_names;           // By number; those that turned out to be another keep theirs.
};

} // namespace quarterdeck
