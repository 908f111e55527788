#include "app/sources/api/textbounds.h"

#include <QLocale>

#include <algorithm>

namespace quarterdeck {

namespace {

// All annotations of one alert together; a database takes rows of 16 MB, and text in UTF-8 needs up to three bytes a unit.
constexpr qsizetype MostText = 1024 * 1024;
constexpr qsizetype MostOfOne = 4 * 1024 * 1024;

QString sizeText(qsizetype units)
{
    return QLocale::c().formattedDataSize(units, 0, QLocale::DataSizeSIFormat);
}

QString cut(const QString &text, qsizetype size)
{
    const qsizetype end = size > 0 && text[size - 1].isHighSurrogate() ? size - 1 : size;
    return text.first(end) + QStringLiteral("… [cut, %1]").arg(sizeText(text.size()));
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
    const auto isLong = [](const Label &label) { return label.value.size() > LongestText; };
    if (alert.generatorUrl.size() > LongestText) {
        alert.generatorUrl.clear();
    }
    if (std::none_of(alert.annotations.begin(), alert.annotations.end(), isLong) && sizeOf(alert.annotations) <= MostText) {
        return;
    }
    QList<Label> bounded;
    qsizetype left = MostText;
    for (const Label &label : alert.annotations) {
        const qsizetype room = std::clamp<qsizetype>(left, 0, LongestText);
        bounded.append(label.value.size() > room ? Label {label.name, cut(label.value, room)} : label);
        left -= bounded.back().value.size();
    }
    alert.annotations = Labels::of(std::move(bounded));
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
