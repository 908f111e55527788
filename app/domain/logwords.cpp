#include "app/domain/logwords.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace quarterdeck {

namespace {

constexpr std::array OwnFields {QLatin1StringView("service"), QLatin1StringView("level"), QLatin1StringView("text")};

/// One piece of an argument: up to a space that stands outside of quotes.
struct Word {
    QString text;
    bool isQuoted = false; ///< It begins with a quote.
};

std::vector<Word> wordsOf(const QString &argument)
{
    std::vector<Word> words;
    Word word;
    bool isOpen = false;
    bool hasAny = false;
    const auto close = [&] {
        if (hasAny) {
            words.push_back(word);
        }
        word = {};
        hasAny = false;
    };
    for (qsizetype i = 0; i < argument.size(); ++i) {
        const QChar c = argument.at(i);
        // A quote that nothing closes is a letter like any other.
        if (c == u'"' && (isOpen || argument.indexOf(u'"', i + 1) > 0)) {
            word.isQuoted = word.isQuoted || !hasAny;
            isOpen = !isOpen;
            hasAny = true;
        } else if (c == u' ' && !isOpen) {
            close();
        } else {
            word.text += c;
            hasAny = true;
        }
    }
    close();
    return words;
}

/// True where one letter more, less, other or two swapped make one word of the other.
bool isNear(QStringView a, QStringView b)
{
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    if (b.size() - a.size() > 1 || a == b) {
        return a == b;
    }
    qsizetype at = 0;
    while (at < a.size() && a.at(at) == b.at(at)) {
        ++at;
    }
    if (a.size() < b.size()) {
        return a.mid(at) == b.mid(at + 1);
    }
    const bool isSwapped = at + 1 < a.size() && a.at(at) == b.at(at + 1) && a.at(at + 1) == b.at(at) && a.mid(at + 2) == b.mid(at + 2);
    return a.mid(at + 1) == b.mid(at + 1) || isSwapped;
}

/// A word that begins like one of our fields and goes on in a way that none does: searched as text it would find nothing that was meant.
std::optional<Error> misread(const QString &word)
{
    static const QRegularExpression Odd(QStringLiteral("^(service|level|text)(?:=$|(!=|=~|!~|==|>=|<=|>|<|:))(.*)$"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption);
    const auto match = Odd.match(word);
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const QString name = match.captured(1);
    const QString what = match.captured(2).isEmpty()
        ? QStringLiteral("%1= needs a value").arg(name)
        : QStringLiteral("\"%1\" is not understood: a field takes = alone, as in %2=%3").arg(word, name, match.captured(3));
    return Error {ErrorKind::Rejected, what + QStringLiteral(". In quotes it is searched as text"), {}, 0, std::nullopt};
}

class Reading {
public:
    Result<Done> take(const QString &argument);
    LogWords finish();

private:
    Result<Done> takeWord(const Word &word);
    Result<Done> takeLevel(const QString &value);

    LogWords m_words;
    QStringList m_text;
};

Result<Done> Reading::takeLevel(const QString &value)
{
    for (const QString &name : value.split(u',')) {
        const auto level = logLevelFromName(name);
        if (!level) {
            return fail(ErrorKind::Rejected,
                QStringLiteral("There is no level \"%1\": it is one of %2. In quotes it is searched as text").arg(name, logLevelWords()));
        }
        m_words.levels.push_back(*level);
        const QString word = name.trimmed().toLower();
        if (*level == LogLevel::Error && word != QLatin1StringView("error") && word != QLatin1StringView("err") && word != QLatin1StringView("errors")
            && word != QLatin1StringView("3")) {
            m_words.notes.append(QStringLiteral("level=%1 finds every error: emerg, alert, crit and err are one level here.").arg(name));
        }
    }
    return Done {};
}

Result<Done> Reading::takeWord(const Word &word)
{
    static const QRegularExpression Match(QStringLiteral("^([A-Za-z_][A-Za-z0-9_.-]*)=(.+)$"), QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression JournalName(QStringLiteral("^[A-Z_][A-Z0-9_]*$"));
    if (const auto refused = word.isQuoted ? std::nullopt : misread(word.text)) {
        return tl::unexpected(*refused);
    }
    const auto match = Match.match(word.text);
    if (word.isQuoted || !match.hasMatch()) {
        m_text.append(word.text);
        return Done {};
    }
    const QString name = match.captured(1);
    const QString own = name.toLower();
    const QString value = match.captured(2);
    if (JournalName.match(name).hasMatch()) {
        m_words.fields.push_back({name, value});
        if (std::ranges::find(OwnFields, own, [](QLatin1StringView field) { return QString(field); }) != OwnFields.end()) {
            m_words.notes.append(
                QStringLiteral("%1 is searched as a field of the source; %2= in small letters searches what Quarterdeck reads from each line.")
                    .arg(name, own));
        }
    } else if (own == QLatin1StringView("service")) {
        if (!m_words.service.isEmpty() && m_words.service != value) {
            return fail(ErrorKind::Rejected, QStringLiteral("service= appears twice: only one service can be searched at a time"));
        }
        m_words.service = value;
    } else if (own == QLatin1StringView("level")) {
        return takeLevel(value);
    } else if (own == QLatin1StringView("text")) {
        m_text.append(value);
    } else {
        const auto *const near = std::ranges::find_if(OwnFields, [&own](QLatin1StringView field) { return isNear(own, QString(field)); });
        if (near != OwnFields.end()) {
            return fail(ErrorKind::Rejected,
                QStringLiteral("There is no field \"%1\": it is service, level, text or a name in capitals like _HOSTNAME. In quotes it is "
                               "searched as text: \"%2\"")
                    .arg(name, word.text));
        }
        m_words.notes.append(QStringLiteral("\"%1\" is searched as text: %2 is not a field here.").arg(word.text, name));
        m_text.append(word.text);
    }
    return Done {};
}

Result<Done> Reading::take(const QString &argument)
{
    constexpr QLatin1StringView TextField("text=");
    if (argument.size() > TextField.size() && argument.startsWith(TextField) && !argument.startsWith(QLatin1StringView("text=\""))) {
        m_text.append(argument.mid(TextField.size()));
        return Done {};
    }
    const std::vector<Word> words = wordsOf(argument);
    const bool isPlain = std::ranges::none_of(
        words, [](const Word &word) { return word.isQuoted || word.text.contains(u'=') || misread(word.text).has_value(); });
    if (isPlain && !argument.contains(u'"')) {
        // As it was typed, with every space.
        m_text.append(argument);
        return Done {};
    }
    for (const Word &word : words) {
        if (const auto taken = takeWord(word); !taken) {
            return taken;
        }
    }
    return Done {};
}

LogWords Reading::finish()
{
    m_text.removeAll(QString());
    m_words.text = m_text.join(u' ');
    return std::move(m_words);
}

} // namespace

Result<LogWords> parseLogWords(const QStringList &arguments)
{
    Reading reading;
    for (const QString &argument : arguments) {
        if (const auto taken = reading.take(argument); !taken) {
            return tl::unexpected(taken.error());
        }
    }
    return reading.finish();
}

} // namespace quarterdeck
