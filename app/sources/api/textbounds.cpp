#include "app/sources/api/textbounds.h"

#include "app/domain/longtext.h"

#include <QLocale>

namespace quarterdeck {

namespace {

constexpr qsizetype MostOfOne = 4 * 1024 * 1024;

QString sizeText(qsizetype units)
{
    return QLocale::c().formattedDataSize(units, 0, QLocale::DataSizeSIFormat);
}

qsizetype sizeOf(const Labels &labels)
{
    qsizetype size = 0;
    for (const Label &label : labels) {
        size += label.name.size() + label.value.size();
    }
    return size;
}

qsizetype sizeOf(const Holds &holds)
{
    qsizetype size = 0;
    for (const Hold &hold : holds) {
        size += hold.id.size() + hold.by.size() + hold.receiver.size() + 1;
    }
    return size;
}

QString ifTooLarge(qsizetype size)
{
    return size > MostOfOne ? QStringLiteral("too large to be kept (%1)").arg(sizeText(size)) : QString();
}

} // namespace

void boundTexts(Alert &alert)
{
    if (alert.generatorUrl.size() > LongestText) {
        alert.generatorUrl.clear();
    }
    alert.annotations = boundValues(alert.annotations);
}

QString tooLarge(const Alert &alert)
{
    return ifTooLarge(sizeOf(alert.labels) * 2 + sizeOf(alert.annotations) + sizeOf(alert.holds) + alert.key.id.size());
}

QString tooLarge(const Silence &silence)
{
    qsizetype size = silence.comment.size() + silence.createdBy.size() + silence.id.size() + sizeOf(silence.annotations);
    for (const Matcher &matcher : silence.matchers) {
        size += matcher.name.size() + matcher.value.size();
    }
    return ifTooLarge(size);
}

} // namespace quarterdeck
