#include "ui/widgets/outboxreason.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <vector>

namespace quarterdeck {

namespace {

// As the courier, the sources and the store write them. The placeholders stand in the order of their numbers.
const char *const Sentences[] = {
    QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing; it is resolved now: no member knows it any more"),
    QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing since %1; it is resolved now: no member knows it any more"),
    QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing since %1; it is resolved since %2"),
    QT_TRANSLATE_NOOP("OutboxReason", "You saw it firing since %1; it was resolved and fires again since %2"),
    QT_TRANSLATE_NOOP("OutboxReason", "You wished it silent until %1; an equal silence by %2 runs until %3: extend that one instead"),
    QT_TRANSLATE_NOOP("OutboxReason", "You saw this silence running; the server does not know it any more"),
    QT_TRANSLATE_NOOP("OutboxReason", "You saw this silence running; it ended at %1"),
    QT_TRANSLATE_NOOP("OutboxReason", "acknowledged by %1 until %2"),
    QT_TRANSLATE_NOOP("OutboxReason", "an equal silence by %1 runs until %2"),
    QT_TRANSLATE_NOOP("OutboxReason", "it already runs until %1"),
    QT_TRANSLATE_NOOP("OutboxReason", "the silence had ended before"),
    QT_TRANSLATE_NOOP("OutboxReason", "it had landed before"), // as 0.1.0 stored it
    QT_TRANSLATE_NOOP("OutboxReason", "It took effect, but the silence ended at %1"),
    QT_TRANSLATE_NOOP("OutboxReason", "The server took the silence but lets it begin only at %1: it hides nothing yet"),
    QT_TRANSLATE_NOOP("OutboxReason", "The silence is in force, but until %1 instead of %2"),
    QT_TRANSLATE_NOOP("OutboxReason", "the server made a new silence of it, until %1"),
    QT_TRANSLATE_NOOP("OutboxReason", "It could not be sent before %1 and has not been sent since."),
    QT_TRANSLATE_NOOP("OutboxReason", "It could not be delivered before %1 and is not tried again. At last: %2"),
    QT_TRANSLATE_NOOP("OutboxReason", "Read back: it had not arrived. It will be sent again."),
    QT_TRANSLATE_NOOP("OutboxReason", "Read back: it had not arrived. It will be sent again. The last answer: %1"),
    QT_TRANSLATE_NOOP("OutboxReason", "This context is read-only: nothing is sent from it."),
    QT_TRANSLATE_NOOP("OutboxReason", "taken back before it was sent"),
    QT_TRANSLATE_NOOP("OutboxReason", "sent again by its author"),
};

struct Known {
    QRegularExpression pattern;
    const char *words;
};

const std::vector<Known> &knownSentences()
{
    static const std::vector<Known> All = [] {
        static const QRegularExpression Placeholder(QStringLiteral("\\\\%\\d"));
        std::vector<Known> made;
        for (const char *words : Sentences) {
            QString pattern = QRegularExpression::escape(QString::fromLatin1(words));
            pattern.replace(Placeholder, QStringLiteral("(.+)"));
            made.push_back({QRegularExpression(QRegularExpression::anchoredPattern(pattern), QRegularExpression::DotMatchesEverythingOption), words});
        }
        return made;
    }();
    return All;
}

QString say(const char *words)
{
    return QCoreApplication::translate("OutboxReason", words);
}

QString nameOrTime(const QString &captured)
{
    return captured == QLatin1StringView("somebody") ? say(QT_TRANSLATE_NOOP("OutboxReason", "somebody")) : captured;
}

} // namespace

QString outboxReason(const QString &detail)
{
    for (const Known &known : knownSentences()) {
        const auto match = known.pattern.match(detail);
        if (!match.hasMatch()) {
            continue;
        }
        const QString words = say(known.words);
        const auto part = [&match](int nth) { return nameOrTime(match.captured(nth)); };
        // In one go: a name that holds "%2" is no placeholder.
        switch (match.lastCapturedIndex()) {
        case 0:
            return words;
        case 1:
            return words.arg(part(1));
        case 2:
            return words.arg(part(1), part(2));
        default:
            return words.arg(part(1), part(2), part(3));
        }
    }
    return detail;
}

} // namespace quarterdeck
