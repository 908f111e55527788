#include "app/runbook/codeblock.h"

#include "app/runbook/shellsession.h"

#include <QRegularExpression>
#include <QSet>

namespace quarterdeck {

namespace {

using namespace Qt::StringLiterals;

bool isQueryLanguage(const QString &language)
{
    static const QSet<QString> Names {QStringLiteral("promql"), QStringLiteral("logql"), QStringLiteral("sql"), QStringLiteral("mysql"),
        QStringLiteral("pgsql"), QStringLiteral("postgresql"), QStringLiteral("traceql"), QStringLiteral("influxql"), QStringLiteral("kql")};
    return Names.contains(language);
}

bool isShellLanguage(const QString &language)
{
    static const QSet<QString> Names {QString(), QStringLiteral("sh"), QStringLiteral("bash"), QStringLiteral("shell"), QStringLiteral("zsh"),
        QStringLiteral("console"), QStringLiteral("terminal"), QStringLiteral("shell-session"), QStringLiteral("shellsession"),
        QStringLiteral("none")};
    return Names.contains(language);
}

// The fence itself says that it shows a terminal; in a script "#" begins a comment.
bool isConsoleLanguage(const QString &language)
{
    static const QSet<QString> Names {
        QStringLiteral("console"), QStringLiteral("terminal"), QStringLiteral("shell-session"), QStringLiteral("shellsession")};
    return Names.contains(language);
}

bool mayBeConsole(const QString &language)
{
    return language.isEmpty() || language == u"shell" || language == u"none";
}

void readCommands(CodeBlock &block)
{
    const ShellSession session = readSession(block.text, isConsoleLanguage(block.language), mayBeConsole(block.language));
    if (session.hasPrompt) {
        block.commands = session.commands;
        block.expectedOutput = session.output.join(u'\n');
        if (session.isDatabase) {
            block.kind = CodeBlock::Kind::Query;
            block.language = QStringLiteral("sql");
        }
    } else if (!block.text.trimmed().isEmpty()) {
        block.commands = {block.text.trimmed()};
    }
}

// A language tag is no proof of shell: openshift/runbooks has PromQL in a console fence. A single word such as "uptime" is a command.
bool looksLikePromQl(const QString &text)
{
    static const QRegularExpression Selector(QStringLiteral("^[a-zA-Z_:][\\w:]*(\\{.*\\})?(\\[\\w+\\])?$"));
    static const QRegularExpression Function(
        QStringLiteral("^(sum|avg|min|max|count|rate|irate|increase|topk|bottomk|histogram_quantile|absent|predict_linear|delta|label_replace|time)"
                       "\\s*(by|without)?\\s*\\("));
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    bool hasLine = false;
    for (const QString &line : lines) {
        const QString trimmed = line.trimmed();
        if (trimmed.isEmpty()) {
            continue;
        }
        hasLine = true;
        const bool isMetric = Selector.match(trimmed).hasMatch() && (trimmed.contains(u'_') || trimmed.contains(u':') || trimmed.contains(u'{'));
        if (!isMetric) {
            return Function.match(text.trimmed()).hasMatch();
        }
    }
    return hasLine;
}

bool looksLikeData(const QString &text)
{
    const QString start = text.trimmed().left(40);
    return start.startsWith(u'{') || start.startsWith(u'[') || start.startsWith(u"apiVersion:"_s) || start.startsWith(u'<');
}

QStringList findPlaceholders(const QString &text)
{
    static const QRegularExpression Form(QStringLiteral("(?<![<\\w])<([A-Za-z](?:[\\w .:/-]{0,60}[\\w.])?)>|\\bTODO\\b"));
    QStringList out;
    auto matches = Form.globalMatch(text);
    while (matches.hasNext()) {
        out.append(matches.next().captured());
    }
    out.removeDuplicates();
    return out;
}

bool isMutatingText(const QString &text)
{
    static const QRegularExpression Lint(
        QStringLiteral(
            "\\b(?:kubectl|oc)\\b[^|;\\n]*\\s(?:delete|scale|drain|cordon|uncordon|patch|edit|apply|create|replace|rollout\\s+(?:restart|undo|pause|"
            "resume)"
            "|label|annotate|taint|set|expose|autoscale|adm|cp)\\b"
            "|\\bhelm\\b[^|;\\n]*\\s(?:install|upgrade|rollback|uninstall|delete)\\b"
            "|\\b(?:systemctl|service|supervisorctl|rc-service)\\b[^|;\\n]*\\s(?:start|stop|restart|reload|enable|disable|mask|unmask|kill)\\b"
            "|\\b(?:docker|podman|crictl|nerdctl)\\b[^|;\\n]*\\s(?:rm|rmi|rmp|stop|stopp|restart|kill|prune|run)\\b"
            "|(?:^|[\\s;&|(])(?:rm|rmdir|mv|dd|reboot|shutdown|poweroff|halt|kill|pkill|killall|truncate|chmod|chown|mkfs\\S*|fsck\\S*|umount|mount"
            "|tee|vgextend|lvextend|resize2fs|xfs_growfs|swapoff|swapon|iptables|nft)(?:\\s|$)"
            "|\\bsed\\s+-[a-zA-Z]*i|\\bsysctl\\s+-w|\\bgit\\s+push\\b"
            "|\\b(?:terraform|tofu|pulumi)\\s+(?:apply|destroy|up|import|state\\s+rm|taint)\\b"
            "|\\betcdctl\\b[^|;\\n]*\\s(?:del|put|defrag|compact|compaction|move-leader|member\\s+(?:remove|add|update)|snapshot\\s+restore|alarm\\s+"
            "disarm)\\b"
            "|\\baws\\b[^|;\\n]*\\s(?:delete|terminate|modify|create|put|update|stop|start|reboot|restore|set)-?"
            "|\\bgcloud\\b[^|;\\n]*\\s(?:delete|create|update|reset|stop|start|resize)\\b"
            "|\\bcurl\\b[^|\\n]*(?:-X\\s*|--request[ =])(?:POST|PUT|PATCH|DELETE)\\b"
            "|\\bcurl\\b[^|\\n]*\\s(?:-d|--data\\S*)\\s"
            "|\\bamtool\\b[^|;\\n]*\\s(?:add|expire|import)\\b"
            "|\\brabbitmqctl\\b[^|;\\n]*\\s(?:purge_queue|delete_\\w+|stop_app|start_app|reset|force_\\w+)\\b"
            "|\\bredis-cli\\b[^|\\n]*\\s(?:flushall|flushdb|del|set|config\\s+set|failover)\\b"
            "|\\b(?:insert\\s+into|update\\s+\\S+\\s+set|delete\\s+from|drop\\s+(?:table|database|index|user)|alter\\s+(?:table|system|user|role)|"
            "truncate\\s+table"
            "|create\\s+(?:table|index|user|database)|grant\\s+\\w+|revoke\\s+\\w+|pg_terminate_backend|pg_cancel_backend)\\b"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::MultilineOption);
    QString joined = text;
    joined.replace(QLatin1StringView("\\\n"), QLatin1StringView(" "));
    const auto match = Lint.match(joined);
    // A text so odd that the search gave up is rather warned of than not.
    return match.hasMatch() || !match.isValid();
}

} // namespace

CodeBlock readCodeBlock(const QString &info, const QString &text)
{
    static const QRegularExpression FirstWord(QStringLiteral("^\\s*\\{?\\.?([A-Za-z0-9_+#-]*)"));
    CodeBlock block;
    block.language = FirstWord.match(info.left(200)).captured(1).toLower();
    block.text = text;
    while (block.text.endsWith(u'\n')) {
        block.text.chop(1);
    }
    if (isQueryLanguage(block.language)) {
        block.kind = CodeBlock::Kind::Query;
    } else if (isShellLanguage(block.language) && looksLikePromQl(block.text)) {
        block.kind = CodeBlock::Kind::Query;
        block.language = QStringLiteral("promql");
    } else if (!isShellLanguage(block.language) || (block.language.isEmpty() && looksLikeData(block.text))) {
        block.kind = CodeBlock::Kind::Other;
    }
    if (block.kind == CodeBlock::Kind::Shell) {
        readCommands(block);
        if (block.language.isEmpty()) {
            block.language = QStringLiteral("sh");
        }
    } else if (block.kind == CodeBlock::Kind::Query) {
        block.commands = {block.text.trimmed()};
    }
    if (block.kind != CodeBlock::Kind::Other) {
        block.placeholders = findPlaceholders(block.commands.join(u'\n'));
        block.isMutating = isMutatingText(block.commands.join(u'\n'));
    }
    return block;
}

} // namespace quarterdeck
