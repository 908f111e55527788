#pragma once

#include "app/core/endpoint.h"
#include "app/core/error.h"

#include <QStringList>

#include <span>
#include <vector>

namespace quarterdeck {

/// Somebody who is called. Only the name is always there; what else there is comes from the source and is shown, never dialled.
struct OnCallPerson {
    QString id;    ///< Of the source.
    QString name;  ///< As the source spells it; the id where it has none.
    QString email; ///< Empty where the source does not tell it.
    QString zone;  ///< IANA name of the person's own time zone; empty where it is not told.

    friend bool operator==(const OnCallPerson &, const OnCallPerson &) = default;
};

/// A stretch of time in which one person is called for one level of a policy.
struct Shift {
    QString policy;   ///< Id of an OnCallPolicy of the same page.
    int level = 1;    ///< 1 is called first.
    QString schedule; ///< Name of the schedule that it comes from; empty where the policy names the person.
    OnCallPerson person;
    UtcTime from; ///< Invalid: since ever.
    UtcTime to;   ///< The first instant after it; invalid: it does not end.

    bool contains(UtcTime at) const { return from <= at && (!to.isValid() || at < to); }
    friend bool operator==(const Shift &, const Shift &) = default;
};

/// Who is called in which order: an escalation policy, or a schedule that stands for itself.
struct OnCallPolicy {
    QString id;
    QString name;
    int levels = 0;       ///< 0: not known.
    QStringList services; ///< Names of the services that page it.

    friend bool operator==(const OnCallPolicy &, const OnCallPolicy &) = default;
};

/// A part of an answer that is missing.
struct OnCallLack {
    enum class Part : quint8 {
        Shifts,   ///< Somebody may be on call who is not in the page.
        Policies, ///< Policies without a shift, their levels and services may be missing.
        Range     ///< The page covers less than was asked for.
    };
    Part part = Part::Shifts;
    Error why;

    friend bool operator==(const OnCallLack &, const OnCallLack &) = default;
};

/// What one source tells of who is on call.
struct OnCallPage {
    SourceId source;
    UtcTime asOf;     ///< When the source said so.
    TimeRange covers; ///< All shifts that reach into it are there, but for `lacks`. Nothing is known of what lies beyond.
    std::vector<OnCallPolicy> policies;
    std::vector<Shift> shifts; ///< By policy, level and start.
    std::vector<OnCallLack> lacks;

    /// Whether that nobody is in `shifts` means that nobody is on call.
    bool hasAllShifts() const;
    /// Whether a service that no policy names is paged by none.
    bool hasAllPolicies() const;
    friend bool operator==(const OnCallPage &, const OnCallPage &) = default;
};

/// How one level of a policy stands at an instant.
struct Duty {
    OnCallPolicy policy;
    int level = 1;
    /// False where the page says nothing of that instant, or lacks shifts and has none: then nobody knows.
    bool isKnown = false;
    bool isWhole = false;           ///< The page has all shifts: that nobody is in a list means nobody.
    std::vector<OnCallPerson> now;  ///< By name.
    QStringList schedules;          ///< Those that they are called by.
    UtcTime until;                  ///< When others are called; invalid: not before `knownUntil`.
    std::vector<OnCallPerson> next; ///< From `until` on.
    bool isForEver = false;         ///< Nobody who is called now ever goes off duty.
    UtcTime knownUntil;             ///< End of what the page covers.
    std::vector<TimeRange> gaps;    ///< Where nobody is called, as far as that is known. Of the first level only.
};

/// Orders by policy, level, start, name and id: as pages have them.
void sortShifts(std::vector<Shift> &shifts);

// Of the shifts of one level of one policy:

/// Who is called at an instant, each once, by name.
std::vector<OnCallPerson> peopleAt(std::span<const Shift> shifts, UtcTime at);
/// The first instant after `after` at which others are called than at `after`: whoever goes on in a shift that joins the last one is no
/// change. Invalid where there is none.
UtcTime nextChange(std::span<const Shift> shifts, UtcTime after);
/// The stretches of the range in which nobody is called, in order.
std::vector<TimeRange> gapsIn(std::span<const Shift> shifts, TimeRange range);

/// Every level of every policy at an instant, by name of the policy and level; the first level of each is among them. `range`: where gaps
/// are looked for.
std::vector<Duty> dutiesAt(const OnCallPage &page, UtcTime at, TimeRange range);
/// Whether the policy is paged by a service of this name, in any case.
bool pages(const OnCallPolicy &policy, const QString &service);
/// What is missing, in the words of the source.
QStringList lackTexts(const OnCallPage &page);

} // namespace quarterdeck
