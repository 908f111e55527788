#pragma once

#include "models/oncallfeed.h"

namespace quarterdeck {

/// A stretch of time in which the same people are called.
struct RotaStretch {
    enum class Kind : quint8 {
        Somebody,
        Nobody,
        Unknown ///< The source says nothing of that time, or lacks shifts.
    };
    Kind kind = Kind::Unknown;
    TimeRange when;
    QStringList people; ///< Names, each once.
    friend bool operator==(const RotaStretch &, const RotaStretch &) = default;
};

/// One level of one policy over a range.
struct RotaRow {
    SourceId source;
    OnCallPolicy policy;
    int level = 1;
    Duty duty;                          ///< How it stands at the beginning of the range.
    std::vector<RotaStretch> stretches; ///< In order, from one end of the range to the other.

    /// Names it among all rows, for as long as source and policy exist.
    QString key() const;
    /// Any of its words holds the text: policy, service, source, schedule, or the name of whoever is called in the range. Empty text: true.
    bool mentions(const QString &text) const;
};

/// What can be said of all rows together.
struct RotaFinding {
    int policies = 0;
    int nobodyNow = 0;          ///< Policies whose first level has nobody now.
    int unknownNow = 0;         ///< Policies of whose first level that is not known.
    int withGaps = 0;           ///< Policies whose first level has nobody at some time of the range.
    bool isWhole = false;       ///< Every source answered live, whole and for the whole range: then no gap means covered.
    QStringList nobodyNames {}; ///< Policies with nobody now, by name.
    friend bool operator==(const RotaFinding &, const RotaFinding &) = default;
};

/// When one person is called, over all policies and levels.
struct PersonDuty {
    QString name;
    bool isOnCall = false;
    UtcTime until;        ///< The end of being called without a break; invalid: not within the range.
    UtcTime next;         ///< The next beginning; invalid: not within the range.
    QStringList policies; ///< Of now, or of the next time.
    friend bool operator==(const PersonDuty &, const PersonDuty &) = default;
};

/// The person whose name holds the text; nothing where there are none or several. Pure.
std::optional<PersonDuty> dutyOfPerson(const std::vector<RotaRow> &rows, const QString &text, TimeRange range);
/// Every level of every policy, by policy and level. Pure.
std::vector<RotaRow> rotaOf(const OnCallAnswer &answer, TimeRange range);
/// Pure.
RotaFinding findingOf(const OnCallAnswer &answer, const std::vector<RotaRow> &rows, TimeRange range);

} // namespace quarterdeck
