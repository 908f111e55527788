#pragma once

#include <QByteArrayView>

#include <array>
#include <optional>

namespace quarterdeck::logformat {

/// What a record leaves open about its time.
enum class Doubt : quint8 {
    None,
    Fraction,    ///< The part below a second cannot be read.
    Zone,        ///< It names no zone.
    ZoneWord,    ///< It names one by a word, which may stand for several.
    YearAndZone, ///< It names neither year nor zone.
    NoSuchDate,  ///< February 29 of a year without one, an hour 25.
    LeapSecond,  ///< A second 60.
    NoTime
};

/// The time of a record as it is written. A plain value.
struct Stamp {
    Doubt doubt = Doubt::NoTime;
    /// None, Fraction, LeapSecond: seconds since the epoch. Zone, ZoneWord: what the clock showed, counted as if it were UTC.
    /// YearAndZone: the same, in the leap year 2000.
    qint64 seconds = 0;
    qint32 nanos = 0;
    qint8 digits = 0;            ///< Of the fraction, as written.
    std::array<char, 6> word {}; ///< Of a ZoneWord, ended by a zero.

    bool isTimed() const { return doubt != Doubt::NoTime; }
    QByteArrayView zoneWord() const;
    friend bool operator==(const Stamp &, const Stamp &) = default;
};

/// A stamp, and where the line goes on after it. Units: bytes.
struct Placed {
    Stamp stamp;
    qsizetype end = 0;
};

/// A date and time of day, before it is known whether there is such a day. The year 0 stands for none.
struct Civil {
    int year = 0;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

/// Seconds since the epoch of a civil time in UTC; nothing where there is no such time. A second 60 is the first of the next minute.
std::optional<qint64> secondsOf(const Civil &civil);
/// The civil time of seconds since the epoch, in UTC.
Civil civilOf(qint64 seconds);
/// Seconds east of UTC of a zone word that stands for one zone everywhere ("CET", "PDT"). Nothing for one that stands for several ("IST").
std::optional<int> offsetOfWord(QByteArrayView word);
/// Whether a word is one that servers write for a zone.
bool isZoneWord(QByteArrayView word);

} // namespace quarterdeck::logformat
