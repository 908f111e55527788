#include "app/cli/terminal.h"

#include "app/core/text.h"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr qsizetype CellLimit = 160;

bool isColoured()
{
    static const bool Coloured = ::isatty(STDOUT_FILENO) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR");
    return Coloured;
}

void write(std::FILE *stream, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stream);
    std::fflush(stream);
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
    write(stdout, text + u'\n');
}

void complain(const QString &text)
{
    write(stderr, QStringLiteral("qdeck: ") + text + u'\n');
}

Table::Table(QStringList header)
    : m_header(std::move(header))
{
}

void Table::add(const QStringList &cells, Ink ink)
{
    QStringList plain;
    for (const QString &cell : cells) {
        plain.append(text::plain(cell, CellLimit));
    }
    m_rows.push_back({plain, ink});
}

QString Table::toString() const
{
    std::vector<qsizetype> widths;
    for (const QString &title : m_header) {
        widths.push_back(title.size());
    }
    for (const Row &row : m_rows) {
        for (qsizetype i = 0; i < row.cells.size(); ++i) {
            widths[std::size_t(i)] = std::max(widths[std::size_t(i)], row.cells[i].size());
        }
    }
    const auto line = [&widths](const QStringList &cells) {
        QString out;
        for (qsizetype i = 0; i < cells.size(); ++i) {
            out += i + 1 < cells.size() ? cells[i].leftJustified(widths[std::size_t(i)] + 2) : cells[i];
        }
        return out;
    };
    QStringList lines {inked(line(m_header), Ink::Dim)};
    for (const Row &row : m_rows) {
        lines.append(inked(line(row.cells), row.ink));
    }
    return lines.join(u'\n');
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
