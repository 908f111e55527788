#include "app/core/reasonwords.h"

#include <algorithm>

namespace quarterdeck {

namespace {

bool hasParts(const Reason &reason, const ReasonSentence &sentence)
{
    return std::ranges::all_of(
        sentence.parts, [&reason](QLatin1StringView name) { return name.isEmpty() || name == reasonpart::By || reason.args.contains(name); });
}

QString partWords(const Reason &reason, QLatin1StringView name, const ReasonTable &table)
{
    if (name.isEmpty()) {
        return {};
    }
    const QVariant part = reason.args.value(name);
    if (name == reasonpart::By && !part.isValid()) {
        return table.say(table.somebody);
    }
    if (reasonpart::isTime(name)) {
        return table.time(part.value<UtcTime>());
    }
    return name == reasonpart::Last ? reasonWords(part.value<Reason>(), table) : part.toString();
}

} // namespace

QString reasonWords(const Reason &reason, const ReasonTable &table)
{
    if (reason.isEmpty()) {
        return {};
    }
    const auto at = std::ranges::find_if(
        table.sentences, [&reason](const ReasonSentence &sentence) { return sentence.code == reason.code && hasParts(reason, sentence); });
    if (at == table.sentences.end()) {
        // Text, and what a damaged row has lost the parts of.
        return reason.code == ReasonCode::Text ? reason.text() : QString(reasonCodeName(reason.code));
    }
    const QString words = table.say(at->words);
    const auto part = [&](std::size_t nth) { return partWords(reason, at->parts.at(nth), table); };
    // In one go: a name that holds "%2" is no placeholder.
    switch (std::ranges::count_if(at->parts, [](QLatin1StringView name) { return !name.isEmpty(); })) {
    case 0:
        return words;
    case 1:
        return words.arg(part(0));
    case 2:
        return words.arg(part(0), part(1));
    default:
        return words.arg(part(0), part(1), part(2));
    }
}

} // namespace quarterdeck
