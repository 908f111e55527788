#include "app/runbook/shellsession.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>

namespace quarterdeck {

namespace {

bool isKnownCommand(QStringView word)
{
    static const QSet<QString> Names {QStringLiteral("kubectl"), QStringLiteral("oc"), QStringLiteral("systemctl"), QStringLiteral("journalctl"),
        QStringLiteral("ls"), QStringLiteral("cat"), QStringLiteral("df"), QStringLiteral("du"), QStringLiteral("ps"), QStringLiteral("top"),
        QStringLiteral("curl"), QStringLiteral("docker"), QStringLiteral("crictl"), QStringLiteral("ssh"), QStringLiteral("sudo"),
        QStringLiteral("etcdctl"), QStringLiteral("ip"), QStringLiteral("free"), QStringLiteral("grep"), QStringLiteral("kill"),
        QStringLiteral("service"), QStringLiteral("amtool"), QStringLiteral("promtool"), QStringLiteral("chroot"), QStringLiteral("mount"),
        QStringLiteral("rm"), QStringLiteral("helm"), QStringLiteral("dmesg"), QStringLiteral("ping"), QStringLiteral("tail"), QStringLiteral("find"),
        QStringLiteral("ss"), QStringLiteral("netstat"), QStringLiteral("lsof"), QStringLiteral("vmstat")};
    return Names.contains(word.toString());
}

QString firstWord(const QString &text)
{
    return text.trimmed().section(u' ', 0, 0);
}

/// A line behind its prompt.
struct Prompted {
    QString command;
    bool isDatabase = false;
};

std::optional<Prompted> prompted(const QString &line)
{
    static const QRegularExpression Shell(
        QStringLiteral("^\\s*(?:\\([\\w.-]{1,40}\\)\\s*)?"
                       "(?:\\[[^\\]]{1,80}\\]|[\\w.-]{1,40}@[\\w.-]{1,80}(?::[^\\s$#]{0,80})?|(?:ba|z|da|k)?sh-[\\d.]{1,8})?"
                       "\\s?\\$\\s+(\\S.*)$"));
    static const QRegularExpression RootShell(
        QStringLiteral("^\\s*(?:\\[[^\\]]{1,80}\\]|[\\w.-]{1,40}@[\\w.-]{1,80}(?::[^\\s$#]{0,80})?|(?:ba|z|da|k)?sh-[\\d.]{1,8})\\s?#\\s+(\\S.*)$"));
    static const QRegularExpression Database(QStringLiteral(
        "^\\s*(?:[\\w-]{1,40}[=\\-'(*!][#>]|mysql>|MariaDB \\[[^\\]]{1,40}\\]>|sqlite>|redis>|(?:redis )?[\\d.]{7,15}:\\d{1,5}>)\\s+(\\S.*)$"));
    static const QRegularExpression Zsh(QStringLiteral("^\\s*([\\w.-]{1,40}@[\\w.-]{1,80}(?:[: ][^\\s%]{0,80})?\\s)?%\\s+(\\S.*)$"));
    if (const auto match = Zsh.match(line); match.hasMatch() && (!match.captured(1).isEmpty() || isKnownCommand(firstWord(match.captured(2))))) {
        return Prompted {match.captured(2)};
    }
    for (const QRegularExpression *form : {&Shell, &RootShell}) {
        if (const auto match = form->match(line); match.hasMatch()) {
            return Prompted {match.captured(1)};
        }
    }
    if (const auto match = Database.match(line); match.hasMatch()) {
        return Prompted {match.captured(1), true};
    }
    return std::nullopt;
}

/// What stands behind "# " where that may be the prompt of root: a comment begins with a capital letter, a command does not.
QString afterHash(const QString &line)
{
    static const QRegularExpression Root(QStringLiteral("^\\s*#\\s+([a-z./~_][\\w./+~-]*(?:\\s.*)?)$"));
    const auto match = Root.match(line);
    return match.hasMatch() ? match.captured(1) : QString();
}

/// Whether "#" is the prompt of root in this block.
bool isRootSession(const QStringList &lines, bool isConsole, bool mayBeConsole)
{
    if (!isConsole && !mayBeConsole) {
        return false;
    }
    bool hasKnown = false;
    bool hasAny = false;
    for (const QString &line : lines) {
        if (prompted(line)) {
            return false;
        }
        const QString command = afterHash(line);
        hasAny |= !command.isEmpty();
        hasKnown |= !command.isEmpty() && isKnownCommand(firstWord(command));
        // A command without a prompt: this is a script, and "#" begins its comments.
        if (command.isEmpty() && !line.trimmed().startsWith(u'#') && !hasAny && isKnownCommand(firstWord(line))) {
            return false;
        }
    }
    return isConsole ? hasAny : hasKnown;
}

/// Whether more lines belong to a command: a loop, a here-document, a quote or a line that goes on.
bool isIncomplete(const QString &command)
{
    static const QRegularExpression HereDocument(QStringLiteral("<<-?\\s*(['\"]?)([A-Za-z_]\\w*)\\1"));
    static const QRegularExpression Opening(QStringLiteral("(?:^|[;\\n])\\s*(?:for|while|until|if|case)\\b"));
    static const QRegularExpression Closing(QStringLiteral("(?:^|[;\\n])\\s*(?:done|fi|esac)\\b"));
    static const QRegularExpression GoesOn(QStringLiteral("(?:\\\\|\\|\\|?|&&)\\s*$"));
    if (const auto match = HereDocument.match(command); match.hasMatch()) {
        const QStringList lines = command.mid(match.capturedEnd()).split(u'\n');
        const auto isEnd = [&](const QString &line) { return line.trimmed() == match.captured(2); };
        return std::none_of(lines.begin() + 1, lines.end(), isEnd);
    }
    if (GoesOn.match(command).hasMatch() || command.count(u'"') % 2 != 0 || command.count(u'\'') % 2 != 0) {
        return true;
    }
    const auto count = [&command](const QRegularExpression &form) {
        int found = 0;
        for (auto matches = form.globalMatch(command); matches.hasNext(); matches.next()) {
            ++found;
        }
        return found;
    };
    return count(Opening) > count(Closing);
}

class Reader {
public:
    Reader(bool isRoot, ShellSession &session)
        : m_isRoot(isRoot)
        , m_session(session)
    {
    }
    void take(const QString &line)
    {
        if (!m_command.isEmpty() && isOpen(line)) {
            // The shell's own sign that it waits for more is not part of the command.
            static const QRegularExpression More(QStringLiteral("^\\s{0,3}>\\s(.*)$"));
            const auto more = More.match(line);
            m_command += u'\n' + (more.hasMatch() ? more.captured(1) : line);
            return;
        }
        endCommand();
        if (const auto found = typed(line)) {
            m_session.hasPrompt = true;
            m_session.isDatabase |= found->isDatabase;
            m_command = found->command;
        } else if (!line.trimmed().isEmpty()) {
            endTyping();
            m_session.output.append(line);
        }
    }
    void finish()
    {
        endCommand();
        endTyping();
    }

private:
    bool isOpen(const QString &line) const
    {
        // An apostrophe in a command is no quote that waits for more: a new prompt ends it.
        return isIncomplete(m_command) && !typed(line);
    }
    std::optional<Prompted> typed(const QString &line) const
    {
        if (m_isRoot) {
            const QString command = afterHash(line);
            return command.isEmpty() ? std::nullopt : std::optional(Prompted {command});
        }
        return prompted(line);
    }
    void endCommand()
    {
        if (!m_command.isEmpty()) {
            m_typed.append(m_command);
            m_command.clear();
        }
    }
    void endTyping()
    {
        if (!m_typed.isEmpty()) {
            m_session.commands.append(m_typed.join(u'\n'));
            m_typed.clear();
        }
    }

    bool m_isRoot;
    ShellSession &m_session;
    QString m_command;
    QStringList m_typed;
};

} // namespace

ShellSession readSession(const QString &text, bool isConsole, bool mayBeConsole)
{
    const QStringList lines = text.split(u'\n');
    ShellSession session;
    Reader reader(isRootSession(lines, isConsole, mayBeConsole), session);
    for (const QString &line : lines) {
        reader.take(line);
    }
    reader.finish();
    return session;
}

} // namespace quarterdeck
