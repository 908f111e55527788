#include "ui/widgets/logtext.h"

#include "app/core/text.h"

namespace quarterdeck {

QString logText(const LogLine &line)
{
    constexpr qsizetype Limit = 4096;
    const QString shown = text::plain(QString::fromUtf8(line.text.constData(), std::min(line.text.size(), Limit)), Limit);
    return line.text.size() > Limit && !shown.endsWith(QChar(0x2026)) ? shown + QChar(0x2026) : shown;
}

QString logLevelWord(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return QStringLiteral("ERROR");
    case LogLevel::Warning:
        return QStringLiteral("WARN");
    case LogLevel::Info:
        return QStringLiteral("INFO");
    case LogLevel::Debug:
        return QStringLiteral("DEBUG");
    case LogLevel::Unknown:
        break;
    }
    return {};
}

Token logLevelToken(LogLevel level)
{
    switch (level) {
    case LogLevel::Error:
        return Token::Critical;
    case LogLevel::Warning:
        return Token::Warning;
    case LogLevel::Info:
        return Token::Muted;
    case LogLevel::Debug:
    case LogLevel::Unknown:
        break;
    }
    return Token::Faint;
}

QString localLogTime(qint64 nanos)
{
    return QDateTime::fromMSecsSinceEpoch(nanos / 1'000'000).toString(QStringLiteral("HH:mm:ss.zzz"));
}

} // namespace quarterdeck
