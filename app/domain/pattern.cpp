#include "app/domain/pattern.h"

#include <re2/re2.h>

namespace quarterdeck {

namespace {

// Go has no such limit; 64 MB hold every expression that Go itself takes for labels, and a slip like (\pL{1000}){1000} does not eat the machine.
constexpr int64_t MostMemory = 64LL << 20;

// RE2 knows \C (one byte), Go does not.
bool holdsByteEscape(QStringView expression)
{
    bool isLiteral = false; // between \Q and \E
    for (qsizetype i = 0; i + 1 < expression.size(); ++i) {
        if (expression[i] != u'\\') {
            continue;
        }
        const QChar next = expression[i + 1];
        if (isLiteral) {
            isLiteral = next != u'E';
            continue;
        }
        if (next == u'C') {
            return true;
        }
        isLiteral = next == u'Q';
        ++i;
    }
    return false;
}

QString reasonOf(const re2::RE2 &expression)
{
    const QString part = QString::fromStdString(expression.error_arg());
    if (expression.error_code() == re2::RE2::ErrorPatternTooLarge) {
        return QStringLiteral("it is too large");
    }
    if (part.startsWith(u"(?=") || part.startsWith(u"(?!") || part.startsWith(u"(?<")) {
        return QStringLiteral("“%1”: the server's expressions have no look-ahead and no look-behind; say what is not to match by a second matcher "
                              "with !~")
            .arg(part);
    }
    if (part.size() == 2 && part[0] == u'\\' && part[1].isDigit()) {
        return QStringLiteral("“%1”: the server's expressions have no back references").arg(part);
    }
    switch (expression.error_code()) {
    case re2::RE2::ErrorMissingParen:
        return QStringLiteral("a round bracket is not closed");
    case re2::RE2::ErrorUnexpectedParen:
        return QStringLiteral("a round bracket is closed that was not opened");
    case re2::RE2::ErrorMissingBracket:
        return QStringLiteral("a square bracket is not closed");
    case re2::RE2::ErrorTrailingBackslash:
        return QStringLiteral("it ends with a backslash");
    case re2::RE2::ErrorBadEscape:
        return QStringLiteral("the server does not support the escape “%1”").arg(part);
    case re2::RE2::ErrorRepeatArgument:
    case re2::RE2::ErrorRepeatOp:
        return QStringLiteral("there is nothing before “%1” to repeat").arg(part);
    case re2::RE2::ErrorRepeatSize:
        return QStringLiteral("“%1” repeats more often than 1,000 times").arg(part);
    default:
        return part.isEmpty() ? QString::fromStdString(expression.error()) : QStringLiteral("“%1” cannot be read").arg(part);
    }
}

} // namespace

Result<Pattern> Pattern::compile(QStringView expression)
{
    const auto refuse = [](const QString &why) {
        return fail(ErrorKind::Rejected, QStringLiteral("The regular expression does not compile: ") + why);
    };
    if (holdsByteEscape(expression)) {
        return refuse(QStringLiteral("the server does not support the escape “\\C”"));
    }
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(MostMemory);
    // Alertmanager checks an expression as it stands (silence/silence.go) and matches by "^(?:…)$" (pkg/labels/matcher.go): both must compile.
    const std::string bare = expression.toUtf8().toStdString();
    if (const re2::RE2 alone(bare, options); !alone.ok()) {
        return refuse(reasonOf(alone));
    }
    auto whole = std::make_shared<const re2::RE2>("^(?:" + bare + ")$", options);
    if (!whole->ok()) {
        return refuse(reasonOf(*whole));
    }
    return Pattern(std::move(whole));
}

bool Pattern::matchesWhole(QStringView text) const
{
    const QByteArray utf8 = text.toUtf8();
    return re2::RE2::PartialMatch(re2::StringPiece(utf8.constData(), std::size_t(utf8.size())), *m_expression);
}

} // namespace quarterdeck
