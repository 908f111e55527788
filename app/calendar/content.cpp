#include "app/calendar/event.h"

#include <libical/ical.h>

#include <memory>

namespace quarterdeck::calendar {

namespace {

constexpr qsizetype LargestFile = 16 * 1024 * 1024;
constexpr int DeepestNest = 6;
constexpr qsizetype LongestText = 500;
constexpr qint64 DayMs = 86'400'000;

struct FreeComponent {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
};
using Root = std::unique_ptr<icalcomponent, FreeComponent>;

struct FreeText {
    void operator()(char *text) const { icalmemory_free_buffer(text); }
};
using OwnedText = std::unique_ptr<char, FreeText>;

QByteArray valueOf(const icalproperty *property)
{
    return OwnedText(icalproperty_get_value_as_string_r(property)).get();
}

QByteArray parameterOf(icalproperty *property, const char *name)
{
    return OwnedText(icalproperty_get_parameter_as_string_r(property, name)).get();
}

/// Without the backslashes of the file.
QString textOf(const icalproperty *property)
{
    const char *text = icalvalue_get_text(icalproperty_get_value(property));
    return QString::fromUtf8(text).trimmed().left(LongestText);
}

std::optional<int> digits(QByteArrayView text, int from, int count)
{
    int value = 0;
    for (const char c : text.sliced(from, count)) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + (c - '0');
    }
    return value;
}

/// "20260301", "20260301T083000", "20260301T083000Z".
std::optional<WrittenTime> timeFrom(QByteArrayView text, const QByteArray &zone)
{
    WrittenTime time;
    time.isUtc = text.endsWith('Z');
    const QByteArrayView body = time.isUtc ? text.chopped(1) : text;
    time.isDate = body.size() == 8 && !time.isUtc;
    if (!time.isDate && (body.size() != 15 || body.at(8) != 'T')) {
        return std::nullopt;
    }
    const auto year = digits(body, 0, 4), month = digits(body, 4, 2), day = digits(body, 6, 2);
    const QDate date = year && month && day ? QDate(*year, *month, *day) : QDate();
    if (!date.isValid()) {
        return std::nullopt;
    }
    time.local = (date.toJulianDay() - QDate(1970, 1, 1).toJulianDay()) * DayMs;
    if (!time.isDate) {
        const auto hour = digits(body, 9, 2), minute = digits(body, 11, 2), second = digits(body, 13, 2);
        // A leap second is the last one that a clock here can show.
        if (!hour || !minute || !second || *hour > 23 || *minute > 59 || *second > 60) {
            return std::nullopt;
        }
        time.local += ((*hour * 60 + *minute) * 60 + std::min(*second, 59)) * 1000LL;
        time.zone = time.isUtc ? QByteArray() : zone;
    }
    return time;
}

std::optional<Span> spanFrom(const QByteArray &text)
{
    const icaldurationtype duration = icaldurationtype_from_string(text.constData());
    if (icaldurationtype_is_bad_duration(duration) != 0 || duration.is_neg != 0) {
        return std::nullopt;
    }
    return Span {int(duration.weeks * 7 + duration.days), ((duration.hours * 60LL + duration.minutes) * 60 + duration.seconds) * 1000};
}

/// Collects the parts of one component, and what of it is not read.
class PartReader {
public:
    explicit PartReader(std::vector<Doubt> &doubts)
        : m_doubts(doubts)
    {
    }

    /// A line that is not read, as it stands, or what the library says of it.
    void doubt(icalproperty *property)
    {
        const bool isComplaint = icalproperty_isa(property) == ICAL_XLICERROR_PROPERTY;
        const OwnedText whole(icalproperty_as_ical_string_r(property));
        const QByteArray line = isComplaint ? icalproperty_get_xlicerror(property) : whole.get();
        m_doubts.push_back({Doubt::Kind::Property, QString::fromUtf8(line).simplified().left(LongestText)});
    }

    std::optional<WrittenTime> time(icalproperty *property)
    {
        auto time = timeFrom(valueOf(property), parameterOf(property, "TZID"));
        if (!time) {
            doubt(property);
        }
        return time;
    }

    /// An RDATE: a time, or a period with its end or its length.
    std::optional<ExtraDate> extra(icalproperty *property)
    {
        const QByteArray value = valueOf(property);
        const QByteArray zone = parameterOf(property, "TZID");
        const qsizetype slash = value.indexOf('/');
        const auto start = timeFrom(slash < 0 ? value : value.left(slash), zone);
        ExtraDate date;
        if (start && slash >= 0) {
            const QByteArray rest = value.mid(slash + 1);
            date.end = timeFrom(rest, zone);
            date.span = date.end ? std::nullopt : spanFrom(rest);
        }
        if (!start || (slash >= 0 && !date.end && !date.span)) {
            doubt(property);
            return std::nullopt;
        }
        date.start = *start;
        return date;
    }

    std::optional<Span> span(icalproperty *property)
    {
        auto span = spanFrom(valueOf(property));
        if (!span) {
            doubt(property);
        }
        return span;
    }

private:
    std::vector<Doubt> &m_doubts;
};

template <class T> void append(std::vector<T> &all, std::optional<T> one)
{
    if (one) {
        all.push_back(std::move(*one));
    }
}

QString addressOf(const icalproperty *property)
{
    QString address = QString::fromUtf8(valueOf(property)).trimmed();
    if (address.startsWith(QLatin1StringView("mailto:"), Qt::CaseInsensitive)) {
        address.remove(0, 7);
    }
    return address.left(LongestText);
}

Event eventOf(icalcomponent *component, std::vector<Doubt> &doubts)
{
    Event event;
    PartReader reader(doubts);
    std::optional<WrittenTime> start;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
        switch (icalproperty_isa(property)) {
        case ICAL_UID_PROPERTY:
            event.uid = valueOf(property);
            break;
        case ICAL_SUMMARY_PROPERTY:
            event.summary = textOf(property);
            break;
        case ICAL_ATTENDEE_PROPERTY:
            event.attendees.append(addressOf(property));
            break;
        case ICAL_SEQUENCE_PROPERTY:
            event.sequence = valueOf(property).toInt();
            break;
        case ICAL_STATUS_PROPERTY:
            event.isCancelled = icalproperty_get_status(property) == ICAL_STATUS_CANCELLED;
            break;
        case ICAL_DTSTART_PROPERTY:
            start = reader.time(property);
            break;
        case ICAL_DTEND_PROPERTY:
            event.end = reader.time(property);
            break;
        case ICAL_DURATION_PROPERTY:
            event.span = reader.span(property);
            break;
        case ICAL_RRULE_PROPERTY:
            event.rules.append(valueOf(property));
            break;
        case ICAL_EXRULE_PROPERTY:
            event.notByRules.append(valueOf(property));
            break;
        case ICAL_RDATE_PROPERTY:
            append(event.extra, reader.extra(property));
            break;
        case ICAL_EXDATE_PROPERTY:
            append(event.left, reader.time(property));
            break;
        case ICAL_RECURRENCEID_PROPERTY:
            event.instead = reader.time(property);
            event.isFromThenOn = parameterOf(property, "RANGE") == "THISANDFUTURE";
            break;
        case ICAL_XLICERROR_PROPERTY:
            reader.doubt(property);
            break;
        default:
            break;
        }
    }
    if (start) {
        event.start = *start;
    } else {
        doubts.push_back({Doubt::Kind::NoExtent, event.summary});
        event.isCancelled = true;
    }
    return event;
}

std::optional<Observance> observanceOf(icalcomponent *component, std::vector<Doubt> &doubts)
{
    Observance observance;
    PartReader reader(doubts);
    std::optional<WrittenTime> start;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
        switch (icalproperty_isa(property)) {
        case ICAL_DTSTART_PROPERTY:
            start = reader.time(property);
            break;
        case ICAL_TZOFFSETFROM_PROPERTY:
            observance.offsetBefore = icalproperty_get_tzoffsetfrom(property);
            break;
        case ICAL_TZOFFSETTO_PROPERTY:
            observance.offset = icalproperty_get_tzoffsetto(property);
            break;
        case ICAL_RRULE_PROPERTY:
            observance.rules.append(valueOf(property));
            break;
        case ICAL_RDATE_PROPERTY:
            append(observance.extra, reader.extra(property));
            break;
        default:
            break;
        }
    }
    if (!start) {
        return std::nullopt;
    }
    observance.start = *start;
    return observance;
}

void addZone(icalcomponent *component, Content &content)
{
    QByteArray id;
    QByteArray known;
    for (icalproperty *property = icalcomponent_get_first_property(component, ICAL_ANY_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(component, ICAL_ANY_PROPERTY)) {
        if (icalproperty_isa(property) == ICAL_TZID_PROPERTY) {
            id = valueOf(property);
        } else if (qstricmp(icalproperty_get_property_name(property), "X-LIC-LOCATION") == 0) {
            known = valueOf(property);
        }
    }
    std::vector<Observance> observances;
    for (icalcomponent *part = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT); part != nullptr;
         part = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT)) {
        append(observances, observanceOf(part, content.doubts));
    }
    content.knownAs.insert(id, known);
    content.zones.insert(id, std::move(observances));
}

void addCalendar(icalcomponent *calendar, Content &content)
{
    for (icalproperty *property = icalcomponent_get_first_property(calendar, ICAL_ANY_PROPERTY); property != nullptr;
         property = icalcomponent_get_next_property(calendar, ICAL_ANY_PROPERTY)) {
        const QByteArray name = QByteArray(icalproperty_get_property_name(property)).toUpper();
        if (name == "X-WR-CALNAME" || name == "NAME") {
            content.name = QString::fromUtf8(valueOf(property)).trimmed().left(LongestText);
        } else if (name == "X-WR-TIMEZONE") {
            content.zone = valueOf(property).trimmed();
        }
    }
    for (icalcomponent *part = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT); part != nullptr;
         part = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT)) {
        if (icalcomponent_isa(part) == ICAL_VTIMEZONE_COMPONENT) {
            addZone(part, content);
        } else if (icalcomponent_isa(part) == ICAL_VEVENT_COMPONENT) {
            content.events.push_back(eventOf(part, content.doubts));
        }
    }
}

/// What the library is not to be given: a file without an end, or one that nests without one.
Result<Done> checkShape(const QByteArray &text)
{
    if (text.size() > LargestFile) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The calendar has more than 16 MB"));
    }
    const QByteArray trimmed = text.trimmed();
    const auto has = [](QByteArrayView line, QByteArrayView wanted) { return line.compare(wanted, Qt::CaseInsensitive) == 0; };
    if (!has(trimmed.left(15), "BEGIN:VCALENDAR")) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The answer is not a calendar: it does not begin with BEGIN:VCALENDAR"));
    }
    int depth = 0;
    for (const QByteArray &line : trimmed.split('\n')) {
        depth += int(has(line.left(6), "BEGIN:")) - int(has(line.left(4), "END:"));
        if (depth > DeepestNest) {
            return fail(ErrorKind::BadPayload, QStringLiteral("The calendar nests its parts too deeply"));
        }
    }
    if (depth != 0 || !has(trimmed.right(13), "END:VCALENDAR")) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The calendar is cut off: it does not end with END:VCALENDAR"));
    }
    return Done {};
}

} // namespace

Result<Content> readContent(const QByteArray &file)
{
    QByteArray text = file.startsWith("\xEF\xBB\xBF") ? file.mid(3) : file;
    text.replace('\0', ' ');
    if (const auto checked = checkShape(text); !checked) {
        return tl::unexpected(checked.error());
    }
    icalerror_set_errors_are_fatal(0);
    const Root root(icalparser_parse_string(text.constData()));
    if (!root) {
        return fail(ErrorKind::BadPayload, QStringLiteral("The calendar cannot be read"));
    }
    Content content;
    if (icalcomponent_isa(root.get()) == ICAL_VCALENDAR_COMPONENT) {
        addCalendar(root.get(), content);
        return content;
    }
    // Several calendars in one file.
    for (icalcomponent *part = icalcomponent_get_first_component(root.get(), ICAL_VCALENDAR_COMPONENT); part != nullptr;
         part = icalcomponent_get_next_component(root.get(), ICAL_VCALENDAR_COMPONENT)) {
        addCalendar(part, content);
    }
    return content;
}

} // namespace quarterdeck::calendar
