#include "app/logformat/stampreader.h"

#include "app/logformat/clocktext.h"
#include "app/logformat/cursor.h"

#include <QByteArray>

#include <algorithm>

namespace quarterdeck::logformat {

namespace {

/// What is known of the stamp once date, time and zone are read.
std::optional<Placed> placed(Civil civil, const Fraction &fraction, const ZoneText &zone, qsizetype end)
{
    Placed out;
    out.end = end;
    out.stamp.nanos = fraction.nanos;
    out.stamp.digits = qint8(fraction.digits);
    const bool hasYear = civil.year != 0;
    civil.year = hasYear ? civil.year : 2000;
    const auto seconds = secondsOf(civil);
    if (!seconds) {
        out.stamp.doubt = Doubt::NoSuchDate;
        return out;
    }
    out.stamp.seconds = *seconds - zone.offset.value_or(0);
    out.stamp.word = zone.word;
    if (!hasYear) {
        out.stamp.doubt = Doubt::YearAndZone;
    } else if (civil.second == 60) {
        out.stamp.doubt = Doubt::LeapSecond;
    } else if (!zone.offset) {
        out.stamp.doubt = zone.word.front() == '\0' ? Doubt::Zone : Doubt::ZoneWord;
    } else {
        out.stamp.doubt = fraction.isUnreadable ? Doubt::Fraction : Doubt::None;
    }
    return out;
}

/// Digits that come first: "2026-11-30", "2026/11/30", "30-Nov-2026".
bool readDate(Cursor &text, Civil &civil)
{
    if (isDigit(text.peek(2))) {
        const auto year = text.number(4, 4);
        const char mark = text.peek();
        if (!year || (mark != '-' && mark != '/')) {
            return false;
        }
        text.skip(1);
        const auto month = text.number(2, 2);
        if (!month || !text.take(mark)) {
            return false;
        }
        const auto day = text.number(2, 2);
        civil.year = *year;
        civil.month = *month;
        civil.day = day.value_or(0);
        return day && *year > 0;
    }
    const auto day = text.number(1, 2);
    if (!day || !text.take('-')) {
        return false;
    }
    const int month = takeMonth(text);
    if (month == 0 || !text.take('-')) {
        return false;
    }
    const auto year = text.number(4, 4);
    civil.day = *day;
    civil.month = month;
    civil.year = year.value_or(0);
    return year && *year > 0;
}

} // namespace

std::optional<Placed> readDateTime(QByteArrayView text)
{
    Cursor at(text);
    Civil civil;
    if (!readDate(at, civil)) {
        return std::nullopt;
    }
    const bool isJoined = at.take('T');
    if (!isJoined) {
        if (at.peek() != ' ') {
            return std::nullopt;
        }
        at.takeSpaces();
    }
    if (!takeClock(at, civil)) {
        return std::nullopt;
    }
    const Fraction fraction = takeFraction(at, isJoined);
    const ZoneText zone = takeZone(at);
    return placed(civil, fraction, zone, at.at());
}

std::optional<Placed> readMonthFirst(QByteArrayView text)
{
    Cursor at(text);
    Civil civil;
    civil.month = takeMonth(at);
    if (civil.month == 0 || !at.take(' ')) {
        return std::nullopt;
    }
    at.takeSpaces();
    const auto day = at.number(1, 2);
    if (!day) {
        return std::nullopt;
    }
    civil.day = *day;
    const bool hasComma = at.take(',');
    at.takeSpaces();
    // "Nov 30, 2026 3:42:42 PM" of java.util.logging, and "Nov 30 2026 03:42:42" of network gear.
    if (isDigit(at.peek(3)) && at.peek(4) == ' ') {
        civil.year = at.number(4, 4).value_or(0);
        at.takeSpaces();
    } else if (hasComma) {
        return std::nullopt;
    }
    if (!takeClock(at, civil)) {
        return std::nullopt;
    }
    const Fraction fraction = takeFraction(at, false);
    takeHalfOfDay(at, civil);
    const ZoneText zone = civil.year == 0 ? ZoneText {} : takeZone(at);
    return placed(civil, fraction, zone, at.at());
}

std::optional<Placed> readWeekday(QByteArrayView text)
{
    Cursor at(text);
    if (!takeWeekday(at) || !at.take(' ')) {
        return std::nullopt;
    }
    Civil civil;
    civil.month = takeMonth(at);
    if (civil.month == 0 || !at.take(' ')) {
        return std::nullopt;
    }
    at.takeSpaces();
    const auto day = at.number(1, 2);
    if (!day || !at.take(' ')) {
        return std::nullopt;
    }
    civil.day = *day;
    if (!takeClock(at, civil)) {
        return std::nullopt;
    }
    const Fraction fraction = takeFraction(at, false);
    const ZoneText zone = takeZone(at);
    if (!at.take(' ')) {
        return std::nullopt;
    }
    const auto year = at.number(4, 4);
    if (!year || *year == 0) {
        return std::nullopt;
    }
    civil.year = *year;
    return placed(civil, fraction, zone, at.at());
}

std::optional<Placed> readAccessTime(QByteArrayView text)
{
    Cursor at(text);
    Civil civil;
    const auto day = at.number(1, 2);
    if (!day || !at.take('/')) {
        return std::nullopt;
    }
    civil.day = *day;
    civil.month = takeMonth(at);
    if (civil.month == 0 || !at.take('/')) {
        return std::nullopt;
    }
    const auto year = at.number(4, 4);
    if (!year || *year == 0 || !at.take(':') || !takeClock(at, civil)) {
        return std::nullopt;
    }
    civil.year = *year;
    const Fraction fraction = takeFraction(at, false);
    const ZoneText zone = takeZone(at);
    return placed(civil, fraction, zone, at.at());
}

std::optional<Placed> readShortDate(QByteArrayView text)
{
    Cursor at(text);
    const auto date = at.number(6, 6);
    if (!date || at.peek() != ' ') {
        return std::nullopt;
    }
    at.takeSpaces();
    Civil civil {2000 + *date / 10'000, *date / 100 % 100, *date % 100};
    if (!takeClock(at, civil)) {
        return std::nullopt;
    }
    return placed(civil, {}, {}, at.at());
}

std::optional<Placed> readMonthDay(QByteArrayView text)
{
    Cursor at(text);
    const auto date = at.number(4, 4);
    if (!date || !at.take(' ')) {
        return std::nullopt;
    }
    Civil civil;
    civil.month = *date / 100;
    civil.day = *date % 100;
    if (!takeClock(at, civil) || at.peek() != '.') {
        return std::nullopt;
    }
    const Fraction fraction = takeFraction(at, false);
    return placed(civil, fraction, {}, at.at());
}

std::optional<Placed> readEpoch(QByteArrayView text)
{
    Cursor at(text);
    qint64 value = 0;
    int digits = 0;
    while (isDigit(at.peek()) && digits < 19) {
        value = value * 10 + (at.peek() - '0');
        at.skip(1);
        ++digits;
    }
    // From 2001 on a second has ten digits; what is shorter is another number.
    const bool isCount = (digits == 10 || digits == 13 || digits == 16 || digits == 19) && !isDigit(at.peek());
    if (!isCount || text.front() == '0') {
        return std::nullopt;
    }
    Placed out;
    out.stamp.doubt = Doubt::None;
    qint64 perSecond = 1;
    for (int i = 10; i < digits; ++i) {
        perSecond *= 10;
    }
    out.stamp.seconds = value / perSecond;
    out.stamp.nanos = qint32(value % perSecond * (1'000'000'000 / perSecond));
    out.stamp.digits = qint8(digits - 10);
    if (digits == 10 && at.peek() == '.' && isDigit(at.peek(1))) {
        const Fraction fraction = takeFraction(at, false);
        out.stamp.nanos = fraction.nanos;
        out.stamp.digits = qint8(fraction.digits);
    }
    out.end = at.at();
    return out;
}

std::optional<Placed> readTai64(QByteArrayView text)
{
    constexpr qsizetype LabelSize = 25;
    constexpr qint64 Origin = 1LL << 62;
    // Leap seconds aside, which these programs do not count, the label of the epoch is ten seconds ahead.
    constexpr qint64 Ahead = 10;
    if (text.size() < LabelSize || text.front() != '@') {
        return std::nullopt;
    }
    bool isSecond = false;
    bool isNano = false;
    const qint64 seconds = qint64(text.sliced(1, 16).toByteArray().toULongLong(&isSecond, 16)) - Origin - Ahead;
    const uint nanos = text.sliced(17, 8).toByteArray().toUInt(&isNano, 16);
    if (!isSecond || !isNano || nanos >= 1'000'000'000U || seconds < 0) {
        return std::nullopt;
    }
    return Placed {Stamp {Doubt::None, seconds, qint32(nanos), 9, {}}, LabelSize};
}

} // namespace quarterdeck::logformat
