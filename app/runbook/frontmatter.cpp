#include "app/runbook/frontmatter.h"

#include "app/yaml/yamlnode.h"

#include <QRegularExpression>

#include <algorithm>

namespace quarterdeck {

namespace {

constexpr qsizetype LargestFile = 1024 * 1024;
// Longer lines only come from hostile input, where nested markers on one line would cost quadratic time.
constexpr qsizetype LongestLine = 8192;

QByteArray limited(QByteArray bytes, QStringList &warnings)
{
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        bytes.remove(0, 3);
    }
    if (bytes.size() > LargestFile) {
        bytes.truncate(LargestFile);
        warnings.append(QStringLiteral("line 1: only the first megabyte is read"));
    }
    bytes.replace("\r\n", "\n");
    bytes.replace('\r', '\n');
    bytes.replace('\0', ' ');
    QByteArray out;
    out.reserve(bytes.size());
    int number = 0;
    for (const QByteArray &line : bytes.split('\n')) {
        ++number;
        if (number > 1) {
            out.append('\n');
        }
        if (line.size() > LongestLine) {
            warnings.append(QStringLiteral("line %1: cut after 8,192 bytes").arg(number));
        }
        out.append(line.left(LongestLine));
    }
    return out;
}

/// True where the first line that says something is a field: between two rulers stands text.
bool areFields(QByteArrayView between, bool isToml)
{
    static const QRegularExpression YamlField(QStringLiteral("^(\\{|[\"']?[A-Za-z_][A-Za-z0-9_.-]*[\"']?\\s*:(\\s|$))"));
    static const QRegularExpression TomlField(QStringLiteral("^(\\[|[A-Za-z0-9_\"'.-]+\\s*=)"));
    for (const QByteArray &line : between.toByteArray().split('\n')) {
        const QString text = QString::fromUtf8(line).trimmed();
        if (!text.isEmpty() && !text.startsWith(u'#')) {
            return (isToml ? TomlField : YamlField).match(text).hasMatch();
        }
    }
    return true;
}

// Moves front matter out of `text`.
void cutFrontMatter(RunbookText &text)
{
    const qsizetype end = frontMatterEnd(text.markdown);
    if (end == 0) {
        const QByteArray fence = text.markdown.left(4);
        const bool begins = (fence == "---\n" || fence == "+++\n") && text.markdown.indexOf('\n' + fence.left(3) + '\n', 3) < 0;
        if (begins && areFields(QByteArrayView(text.markdown).sliced(4), fence == "+++\n") && !text.markdown.mid(4).trimmed().isEmpty()) {
            text.warnings.append(
                QStringLiteral("line 1: the front matter is not closed by %1: it is read as text").arg(QLatin1StringView(fence.left(3))));
        }
        return;
    }
    text.isToml = text.markdown.startsWith('+');
    const qsizetype fields = text.markdown.indexOf('\n') + 1;
    text.frontMatter = text.markdown.mid(fields, text.markdown.lastIndexOf('\n', end - 1) + 1 - fields);
    text.markdown = QByteArray(text.markdown.left(end).count('\n'), '\n') + text.markdown.mid(end);
}

void cutTemplates(RunbookText &text)
{
    static const QRegularExpression Tag(
        QStringLiteral("<%(=?)(.{0,2000}?)-?%>|\\{\\{[<%].{0,2000}?[>%]\\}\\}"), QRegularExpression::DotMatchesEverythingOption);
    const QString source = QString::fromUtf8(text.markdown);
    QString out;
    out.reserve(source.size());
    qsizetype last = 0;
    auto matches = Tag.globalMatch(source);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out += QStringView(source).mid(last, match.capturedStart() - last);
        if (!text.hasTemplates) {
            text.hasTemplates = true;
            const auto line = QStringView(source).left(match.capturedStart()).count(u'\n') + 1;
            text.warnings.append(QStringLiteral("line %1: template not rendered").arg(line));
        }
        if (!match.capturedView(1).isEmpty()) {
            out += QChar(0x2039) + match.captured(2).simplified() + QChar(0x203A);
        }
        out += QString(match.capturedView().count(u'\n'), u'\n');
        last = match.capturedEnd();
    }
    if (text.hasTemplates) {
        out += QStringView(source).mid(last);
        text.markdown = out.toUtf8();
    }
}

// TOML front matter of Hugo: only `key = "text"` and `key = ["a", "b"]` are of interest here.
QMap<QString, QStringList> readToml(const QByteArray &toml)
{
    static const QRegularExpression Line(QStringLiteral("^\\s*([A-Za-z0-9_-]+)\\s*=\\s*(.*)$"));
    static const QRegularExpression Quoted(QStringLiteral("\"([^\"]*)\"|'([^']*)'"));
    QMap<QString, QStringList> out;
    for (const QString &line : QString::fromUtf8(toml).split(u'\n')) {
        const auto match = Line.match(line);
        if (!match.hasMatch()) {
            continue;
        }
        QStringList values;
        auto quoted = Quoted.globalMatch(match.captured(2));
        while (quoted.hasNext()) {
            const auto value = quoted.next();
            values.append(value.captured(1) + value.captured(2));
        }
        out.insert(match.captured(1), values.isEmpty() ? QStringList(match.captured(2).trimmed()) : values);
    }
    return out;
}

void readYaml(const RunbookText &text, const QString &fileName, QMap<QString, QStringList> &fields, Runbook &runbook)
{
    for (const YamlDocument &document : parseYaml(text.frontMatter, fileName)) {
        if (!document.root) {
            runbook.warnings.append(QStringLiteral("line 1: front matter is left out: ") + document.root.error().what);
            continue;
        }
        for (const YamlEntry &entry : document.root->entries) {
            fields.insert(entry.key, entry.value.texts());
        }
        if (const YamlNode *params = document.root->find(u"params")) {
            for (const YamlEntry &entry : params->entries) {
                if (entry.value.isScalar()) {
                    runbook.params.insert(entry.key, entry.value.scalar.trimmed());
                }
            }
        }
    }
}

} // namespace

qsizetype frontMatterEnd(const QByteArray &markdown)
{
    const qsizetype first = markdown.indexOf('\n');
    const QByteArray fence = markdown.left(std::max<qsizetype>(first, 0)).trimmed();
    if ((fence != "---" && fence != "+++") || !markdown.startsWith(fence)) {
        return 0;
    }
    for (qsizetype at = first + 1; at < markdown.size();) {
        const qsizetype found = markdown.indexOf('\n', at);
        const qsizetype end = found < 0 ? markdown.size() : found;
        if (markdown.mid(at, end - at).trimmed() == fence) {
            return areFields(QByteArrayView(markdown).sliced(first + 1, at - first - 1), fence == "+++") ? end : 0;
        }
        at = end + 1;
    }
    return 0;
}

RunbookText splitRunbook(const QByteArray &file)
{
    RunbookText text;
    text.markdown = limited(file, text.warnings);
    cutFrontMatter(text);
    cutTemplates(text);
    return text;
}

void readFrontMatter(const RunbookText &text, const QString &fileName, Runbook &runbook)
{
    QMap<QString, QStringList> fields;
    if (text.isToml) {
        fields = readToml(text.frontMatter);
    } else if (!text.frontMatter.isEmpty()) {
        readYaml(text, fileName, fields, runbook);
    }
    const auto one = [&fields](const char *key) { return fields.value(QLatin1StringView(key)).value(0).left(500); };
    runbook.title = one("title");
    runbook.owner = one("owner");
    if (runbook.owner.isEmpty()) {
        runbook.owner = one("owner_slack");
    }
    runbook.service = one("service");
    runbook.tier = one("tier");
    runbook.lastReviewedOn = one("last_reviewed_on");
    runbook.reviewIn = one("review_in");
    runbook.alerts = fields.value(QStringLiteral("alerts"));
    runbook.alerts.append(fields.value(QStringLiteral("alert")));
}

} // namespace quarterdeck
