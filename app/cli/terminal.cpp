#include "app/cli/terminal.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>

#include <sys/ioctl.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr int UsualWidth = 80;

bool isColoured()
{
    static const bool Coloured = ::isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR");
    return Coloured;
}

/// Why the first part of the answer that was lost could not be written; 0 while none was.
int lostBy = 0;

void write(std::FILE *stream, const QByteArray &bytes)
{
    const bool isWritten = std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream) == std::size_t(bytes.size());
    if ((std::fflush(stream) != 0 || !isWritten) && stream == stdout && lostBy == 0) {
        lostBy = errno;
    }
}

} // namespace

QString inked(const QString &text, Ink ink)
{
    if (!isColoured() || ink == Ink::Plain) {
        return text;
    }
    const char *codes[] = {"", "31", "33", "32", "2"};
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(codes[int(ink)]), text);
}

void print(const QString &text)
{
    write(stdout, (text + u'\n').toUtf8());
}

void print(const QByteArray &part)
{
    write(stdout, part);
}

QString whyNotPrinted()
{
    return lostBy == 0 ? QString() : QStringLiteral("The answer could not be written: %1").arg(qt_error_string(lostBy));
}

void complain(const QString &text)
{
    write(stderr, (QStringLiteral("qdeck: ") + text + u'\n').toUtf8());
}

void printWatchHead(UtcTime now)
{
    print(isTerminal() ? QStringLiteral("\x1b[H\x1b[2J") + clockText(now) : u'\n' + clockText(now));
}

bool isTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

int terminalWidth()
{
    winsize size {};
    if (isTerminal() && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return size.ws_col;
    }
    bool isNumber = false;
    const int named = qEnvironmentVariableIntValue("COLUMNS", &isNumber);
    return isNumber && named > 0 ? named : UsualWidth;
}

QString shortAge(Millis age)
{
    const qint64 minutes = std::max<qint64>(0, age.count() / 60'000);
    if (minutes < 1) {
        return QStringLiteral("< 1 min");
    }
    if (minutes < 120) {
        return QStringLiteral("%1 min").arg(minutes);
    }
    return minutes < 48 * 60 ? QStringLiteral("%1 h").arg(minutes / 60) : QStringLiteral("%1 d").arg(minutes / (24 * 60));
}

QString clockText(UtcTime time)
{
    return time.isValid() ? toDateTime(time).toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t")) : QStringLiteral("never");
}

QString freshnessText(const SourceStatus &status)
{
    const auto aged = [&status](const char *word) {
        const QString age = status.lastOkAt.isValid() ? QStringLiteral("data from %1").arg(clockText(status.lastOkAt))
            : status.liveMembers > 0                  ? QStringLiteral("never answered whole")
                                                      : QStringLiteral("never answered");
        return QStringLiteral("%1, %2").arg(QLatin1StringView(word), age);
    };
    switch (status.freshness) {
    case Freshness::Live:
        return QStringLiteral("live");
    case Freshness::NeverSeen:
        return QStringLiteral("never seen");
    case Freshness::Stale:
        return aged("stale");
    case Freshness::NeedsSignIn:
        return aged("needs sign-in");
    case Freshness::Unreachable:
        return aged("unreachable");
    case Freshness::Misconfigured:
        return aged("misconfigured");
    }
    return {};
}

Ink inkOf(Freshness freshness)
{
    return freshness == Freshness::Live ? Ink::Good : freshness == Freshness::Stale ? Ink::Warn : Ink::Bad;
}

} // namespace quarterdeck
