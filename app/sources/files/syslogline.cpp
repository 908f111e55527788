#include "app/sources/files/syslogline.h"

#include <algorithm>

namespace quarterdeck::files {

namespace {

bool isName(QByteArrayView word)
{
    constexpr qsizetype LongestWord = 80;
    const auto isPart = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '/' || c == '@';
    };
    return !word.isEmpty() && word.size() <= LongestWord && std::all_of(word.begin(), word.end(), isPart);
}

} // namespace

void addSyslogHead(LogLine &line, QByteArrayView rest, bool isCertain)
{
    if (!rest.startsWith(' ')) {
        return;
    }
    const QByteArrayView head = rest.sliced(1);
    const qsizetype space = head.indexOf(' ');
    if (space <= 0 || !isName(head.first(space))) {
        return;
    }
    const QByteArrayView after = head.sliced(space + 1);
    const auto isEnd = [](char c) { return c == ':' || c == '[' || c == ' '; };
    const auto *const end = std::find_if(after.begin(), after.end(), isEnd);
    const QByteArrayView program = after.first(end - after.begin());
    const QByteArrayView behind = after.sliced(program.size());
    const qsizetype bracket = behind.startsWith('[') ? behind.indexOf(']') : -1;
    const bool isExact = behind.startsWith(": ") || (bracket > 0 && behind.sliced(bracket).startsWith("]: "));
    if (!isName(program) || !(isExact || (isCertain && bracket > 0))) {
        return;
    }
    line.host = QString::fromLatin1(head.first(space));
    if (line.service.isEmpty()) {
        line.service = QString::fromLatin1(program);
    }
}

} // namespace quarterdeck::files
