#include "app/logformat/clocktext.h"

#include <algorithm>

namespace quarterdeck::logformat {

namespace {

constexpr std::array<QByteArrayView, 12> Months {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<QByteArrayView, 7> Weekdays {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

bool endsZone(char c)
{
    return c == '\0' || c == ' ' || c == ',' || c == ']' || c == '"' || c == ':' || c == '|' || c == '\t' || c == ')' || c == ';';
}

/// "+05:30", "+0530", "-03".
std::optional<int> takeOffset(Cursor &text)
{
    const char sign = text.peek();
    if ((sign != '+' && sign != '-') || !isDigit(text.peek(1)) || !isDigit(text.peek(2))) {
        return std::nullopt;
    }
    Cursor ahead = text;
    ahead.skip(1);
    const int hours = ahead.number(2, 2).value_or(0);
    int minutes = 0;
    const bool hasColon = ahead.peek() == ':' && isDigit(ahead.peek(1)) && isDigit(ahead.peek(2));
    ahead.skip(hasColon ? 1 : 0);
    if (isDigit(ahead.peek()) && isDigit(ahead.peek(1))) {
        minutes = ahead.number(2, 2).value_or(0);
    }
    if (hours > 18 || minutes > 59 || !endsZone(ahead.peek())) {
        return std::nullopt;
    }
    text = ahead;
    return (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
}

} // namespace

int takeMonth(Cursor &text)
{
    const QByteArrayView rest = text.rest();
    if (rest.size() < 3) {
        return 0;
    }
    const auto *const found = std::find(Months.begin(), Months.end(), rest.first(3));
    if (found == Months.end()) {
        return 0;
    }
    text.skip(3);
    return int(found - Months.begin()) + 1;
}

bool takeWeekday(Cursor &text)
{
    const QByteArrayView rest = text.rest();
    if (rest.size() < 3 || std::find(Weekdays.begin(), Weekdays.end(), rest.first(3)) == Weekdays.end()) {
        return false;
    }
    text.skip(3);
    return true;
}

bool takeClock(Cursor &text, Civil &civil)
{
    const auto hour = text.number(1, 2);
    if (!hour || !text.take(':')) {
        return false;
    }
    const auto minute = text.number(2, 2);
    if (!minute || !text.take(':')) {
        return false;
    }
    const auto second = text.number(2, 2);
    if (!second || isDigit(text.peek())) {
        return false;
    }
    civil.hour = *hour;
    civil.minute = *minute;
    civil.second = *second;
    return true;
}

void takeHalfOfDay(Cursor &text, Civil &civil)
{
    const bool isAfternoon = text.peek(1) == 'P';
    if (text.peek() == ' ' && (isAfternoon || text.peek(1) == 'A') && text.peek(2) == 'M' && !isLetter(text.peek(3))) {
        civil.hour = civil.hour % 12 + (isAfternoon ? 12 : 0);
        text.skip(3);
    }
}

Fraction takeFraction(Cursor &text, bool mayBeBroken)
{
    constexpr qsizetype LongestBroken = 12;
    Fraction out;
    if (text.peek() != '.' && text.peek() != ',') {
        return out;
    }
    if (isDigit(text.peek(1))) {
        text.skip(1);
        qint32 unit = 100'000'000;
        for (; isDigit(text.peek()); text.skip(1)) {
            out.nanos += (text.peek() - '0') * unit;
            unit /= 10;
            ++out.digits;
        }
        out.digits = std::min(out.digits, 9);
        return out;
    }
    for (qsizetype ahead = 1; mayBeBroken && ahead <= LongestBroken; ++ahead) {
        Cursor zone = text;
        zone.skip(ahead);
        if (zone.peek() == 'Z' || takeOffset(zone)) {
            out.isUnreadable = true;
            text.skip(ahead);
            return out;
        }
    }
    return out;
}

ZoneText takeZone(Cursor &text)
{
    ZoneText out;
    if (text.peek() == 'Z' && !isLetter(text.peek(1))) {
        text.skip(1);
        out.offset = 0;
        return out;
    }
    Cursor ahead = text;
    ahead.take(' ');
    if (const auto offset = takeOffset(ahead)) {
        text = ahead;
        out.offset = offset;
        return out;
    }
    qsizetype length = 0;
    while (length < qsizetype(out.word.size()) && isLetter(ahead.peek(length))) {
        ++length;
    }
    if (ahead.at() == text.at() || length >= qsizetype(out.word.size()) || !endsZone(ahead.peek(length))) {
        return out;
    }
    const QByteArrayView word = ahead.rest().first(length);
    if (word == QByteArrayView("UTC") || word == QByteArrayView("GMT")) {
        out.offset = 0;
    } else if (isZoneWord(word)) {
        std::copy(word.begin(), word.end(), out.word.begin());
    } else {
        return out;
    }
    ahead.skip(length);
    text = ahead;
    return out;
}

} // namespace quarterdeck::logformat
