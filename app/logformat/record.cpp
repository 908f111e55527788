#include "app/logformat/record.h"

#include "app/logformat/level.h"

#include <array>

namespace quarterdeck::logformat {

namespace {

/// Of bunyan and pino, whose levels are numbers in tens; up to seven they are priorities of syslog.
LogLevel levelOfNumber(int number)
{
    if (number <= 7) {
        return logLevelFromPriority(number);
    }
    if (number >= 50) {
        return LogLevel::Error;
    }
    return number >= 40 ? LogLevel::Warning : number >= 30 ? LogLevel::Info : LogLevel::Debug;
}

} // namespace

LogLevel levelOf(const Record &record)
{
    const QByteArrayView word = record.level();
    if (word.isEmpty()) {
        return record.eventLevel.value_or(LogLevel::Unknown);
    }
    bool isNumber = false;
    if (const int number = word.toByteArray().toInt(&isNumber); isNumber && number >= 0) {
        return levelOfNumber(number);
    }
    return levelOfWord(word).value_or(LogLevel::Unknown);
}

} // namespace quarterdeck::logformat
