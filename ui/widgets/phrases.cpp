#include "ui/widgets/phrases.h"

#include <QCoreApplication>
#include <QLocale>

namespace quarterdeck::phrases {

namespace {

struct Phrase {
    const char *words;
    const char *meaning;
};

QString say(const Phrase &phrase)
{
    return QCoreApplication::translate("Phrases", phrase.words, phrase.meaning);
}

} // namespace

QString pair(const QString &name, const QString &value)
{
    // In one go: a name that holds "%2" is no placeholder.
    return say(QT_TRANSLATE_NOOP3("Phrases", "%1: %2", "a name and its value")).arg(name, value);
}

QString list(const QStringList &items)
{
    return items.join(say(QT_TRANSLATE_NOOP3("Phrases", ", ", "between the items of a list")));
}

QString clauses(const QStringList &items)
{
    return items.join(say(QT_TRANSLATE_NOOP3("Phrases", "; ", "between the parts of a sentence")));
}

QString stopped(const QString &sentence)
{
    static const QString Ends = QStringLiteral(".!?…。！？");
    return sentence.isEmpty() || Ends.contains(sentence.back()) ? sentence : sentence + say(QT_TRANSLATE_NOOP3("Phrases", ".", "ends a sentence"));
}

QString sentences(const QStringList &all)
{
    QString whole;
    for (const QString &sentence : all) {
        if (whole.isEmpty() || sentence.isEmpty()) {
            whole += sentence;
        } else {
            whole = say(QT_TRANSLATE_NOOP3("Phrases", "%1 %2", "one sentence after another")).arg(stopped(whole), sentence);
        }
    }
    return whole;
}

QString day(const QDate &date)
{
    return QLocale().toString(date, say(QT_TRANSLATE_NOOP3("Phrases", "d MMM", "day and month, as Qt writes date formats")));
}

} // namespace quarterdeck::phrases
