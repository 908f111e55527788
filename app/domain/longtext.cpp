#include "app/domain/longtext.h"

#include <QLocale>

#include <algorithm>

namespace quarterdeck {

namespace {

// Of one row; a database takes rows of 16 MB, and text in UTF-8 needs up to three bytes a unit.
constexpr qsizetype MostTogether = 1024 * 1024;
// As much as a record of a file has at most.
constexpr qsizetype LongestOfLine = 1024 * 1024;

QString markOf(qsizetype size)
{
    return QStringLiteral("… [cut, %1]").arg(QLocale::c().formattedDataSize(size, 0, QLocale::DataSizeSIFormat));
}

} // namespace

QString cutText(const QString &text, qsizetype most)
{
    const qsizetype end = most > 0 && text[most - 1].isHighSurrogate() ? most - 1 : most;
    return text.first(end) + markOf(text.size());
}

Labels boundValues(const Labels &labels)
{
    qsizetype size = 0;
    bool isAnyLong = false;
    for (const Label &label : labels) {
        size += label.name.size() + label.value.size();
        isAnyLong |= label.value.size() > LongestText;
    }
    if (!isAnyLong && size <= MostTogether) {
        return labels;
    }
    QList<Label> bounded;
    qsizetype left = MostTogether;
    for (const Label &label : labels) {
        const qsizetype room = std::clamp<qsizetype>(left, 0, LongestText);
        bounded.append(label.value.size() > room ? Label {label.name, cutText(label.value, room)} : label);
        left -= bounded.back().value.size();
    }
    return Labels::of(std::move(bounded));
}

void boundLine(LogLine &line)
{
    if (line.text.size() > LongestOfLine) {
        const QByteArray mark = markOf(line.text.size()).toUtf8();
        qsizetype end = LongestOfLine;
        // Not within a character.
        while (end > LongestOfLine - 4 && (line.text[end] & 0xC0) == 0x80) {
            --end;
        }
        line.text = line.text.first(end) + mark;
    }
    line.fields = boundValues(line.fields);
    for (QString *name : {&line.service, &line.host}) {
        if (name->size() > LongestText) {
            *name = cutText(*name, LongestText);
        }
    }
}

} // namespace quarterdeck
