#pragma once

#include "app/core/result.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace quarterdeck::calendar {

/// A date or a time as it is written. Units: ms since 1970-01-01T00:00 on the wall of its zone.
struct WrittenTime {
    qint64 local = 0;
    bool isDate = false; ///< A day without a time.
    bool isUtc = false;
    QByteArray zone {}; ///< TZID; empty where none is named.

    friend bool operator==(const WrittenTime &, const WrittenTime &) = default;
};

/// How long: whole days of the calendar, then time that passes. Units: days; ms.
struct Span {
    int days = 0;
    qint64 ms = 0;
};

/// One RDATE: a start, and the end where it names one.
struct ExtraDate {
    WrittenTime start;
    std::optional<WrittenTime> end;
    std::optional<Span> span;
};

/// One VEVENT as it is written.
struct Event {
    QByteArray uid;
    QString summary;
    QStringList attendees; ///< Addresses without "mailto:".
    int sequence = 0;
    bool isCancelled = false;
    WrittenTime start;
    std::optional<WrittenTime> end;
    std::optional<Span> span;
    QList<QByteArray> rules;            ///< RRULE.
    QList<QByteArray> notByRules;       ///< EXRULE, of RFC 2445.
    std::vector<ExtraDate> extra;       ///< RDATE.
    std::vector<WrittenTime> left;      ///< EXDATE.
    std::optional<WrittenTime> instead; ///< RECURRENCE-ID: which start it takes the place of.
    bool isFromThenOn = false;          ///< RANGE=THISANDFUTURE.
};

/// A part of a VTIMEZONE. Units: seconds east of UTC.
struct Observance {
    WrittenTime start;
    int offsetBefore = 0;
    int offset = 0;
    QList<QByteArray> rules;
    std::vector<ExtraDate> extra;
};

/// Something that could not be followed, so that a shift may be missing or wrong.
struct Doubt {
    enum class Kind : quint8 {
        Property,    ///< A line whose value is not read; `about` is the line.
        NoExtent,    ///< An event without a start, or without a length.
        Rule,        ///< A rule that is not read, or not to the end of the range.
        UnknownZone, ///< A zone that nobody defines; its times were taken for those of the calendar.
        NoZone,      ///< Days or times without a zone, in a calendar that names none: they were taken for those of this machine.
    };
    Kind kind = Kind::Property;
    QString about; ///< Foreign.

    friend bool operator==(const Doubt &, const Doubt &) = default;
};

/// What a file holds.
struct Content {
    QString name;    ///< X-WR-CALNAME or NAME.
    QByteArray zone; ///< X-WR-TIMEZONE.
    std::vector<Event> events;
    QHash<QByteArray, std::vector<Observance>> zones; ///< By TZID.
    QHash<QByteArray, QByteArray> knownAs;            ///< TZID to the name that its VTIMEZONE says it has elsewhere.
    std::vector<Doubt> doubts;
};

/// Reads iCalendar (RFC 5545). Thread: any. Errors: BadPayload, when it is none, is cut off, too large or nested too deeply.
Result<Content> readContent(const QByteArray &text);

} // namespace quarterdeck::calendar
