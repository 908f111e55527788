#include "app/cli/commands.h"

#include "app/cli/report.h"
#include "app/core/text.h"
#include "app/secrets/keyringacts.h"

#include <CLI/CLI.hpp>

#include <cstdio>

#include <termios.h>
#include <unistd.h>

namespace quarterdeck {

namespace {

// More than any secret: what is longer is refused, not read to its end.
constexpr qsizetype MostRead = 80 * 1024;
// Each of the steps of an act may take ten.
constexpr Millis KeyringFor {45'000};

/// Types into a terminal without being seen, as long as it lives.
class SilentTyping {
public:
    SilentTyping()
    {
        m_isTerminal = ::isatty(STDIN_FILENO) == 1 && ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (m_isTerminal) {
            termios silent = m_before;
            silent.c_lflag &= ~tcflag_t(ECHO);
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
            std::fputs("Secret (not shown): ", stderr);
        }
    }
    ~SilentTyping()
    {
        if (m_isTerminal) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
            std::fputs("\n", stderr);
        }
    }
    SilentTyping(const SilentTyping &) = delete;
    SilentTyping &operator=(const SilentTyping &) = delete;
    bool isTerminal() const { return m_isTerminal; }

private:
    termios m_before {};
    bool m_isTerminal = false;
};

// Of a terminal one line, else everything; the line break that echo and editors add is not part of it.
Result<Secret> fromInput()
{
    QByteArray bytes;
    {
        const SilentTyping typing;
        for (int c = std::getchar(); c != EOF && !(typing.isTerminal() && c == '\n'); c = std::getchar()) {
            bytes.append(char(c));
            if (bytes.size() > MostRead) {
                break;
            }
        }
    }
    if (bytes.trimmed().isEmpty()) {
        return fail(
            ErrorKind::Rejected, QStringLiteral("Nothing was given: the secret is read from standard input, as in qdeck secret set NAME < FILE"));
    }
    return secretFromText(std::move(bytes));
}

QString nameOf(const CliSession &session)
{
    const QString name = QString::fromStdString(session.arguments().words.front()).trimmed();
    const QLatin1StringView prefix("keychain:");
    return name.startsWith(prefix) ? name.mid(prefix.size()) : name;
}

int refuseKeyring(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Unsupported:
        return refuse(Error {error.kind,
            QStringLiteral(
                "There is no keyring on this desktop that can keep secrets. Put the secret into a file that only you can read and name it by "
                "the key that ends in _file, or into an environment variable (_env)"),
            {}, 0, {}});
    case ErrorKind::Unauthorized:
        return refuse(
            Error {error.kind, QStringLiteral("The keyring is locked. Unlock it (your desktop asks for its password) and try again"), {}, 0, {}});
    default:
        return refuse(error);
    }
}

int withStore(CliSession &session, const std::function<Result<QString>(SecretStore &, QObject *, const QString &)> &act)
{
    const QString name = nameOf(session);
    if (name.isEmpty()) {
        return refuseUsage(QStringLiteral("A secret needs a name, as in keychain:NAME of the configuration"));
    }
    const auto store = makeKeychainStore();
    QObject guard;
    const auto said = act(*store, &guard, name);
    if (!said) {
        return said.error().kind == ErrorKind::Rejected ? refuseUsage(said.error().what) : refuseKeyring(said.error());
    }
    Report report(session, QStringLiteral("secret"));
    report.add([name](JsonWriter &json) { json.beginObject().key(u"name").value(name).endObject(); });
    report.say(text::plain(*said));
    return report.finish();
}

int runSet(CliSession &session)
{
    return withStore(session, [](SecretStore &store, QObject *guard, const QString &name) -> Result<QString> {
        const auto secret = fromInput();
        if (!secret) {
            return tl::unexpected(secret.error());
        }
        return CliSession::wait(storeSecret(store, guard, name, *secret), KeyringFor).map([&name](Done) {
            return QStringLiteral("Stored in the keyring. In the configuration it is keychain:%1").arg(name);
        });
    });
}

int runTest(CliSession &session)
{
    return withStore(session, [](SecretStore &store, QObject *, const QString &name) {
        return CliSession::wait(store.read(name), KeyringFor).map([&name](const Secret &secret) {
            return QStringLiteral("The keyring holds %1 (%2 bytes)").arg(name).arg(secret.reveal().size());
        });
    });
}

int runRemove(CliSession &session)
{
    return withStore(session, [](SecretStore &store, QObject *guard, const QString &name) {
        return CliSession::wait(removeSecret(store, guard, name), KeyringFor).map([&name](Done) {
            return QStringLiteral("Removed %1 from the keyring").arg(name);
        });
    });
}

} // namespace

void addSecret(CLI::App &app, Arguments &arguments, Command &chosen)
{
    CLI::App *command = app.add_subcommand("secret", "Secrets in the desktop keyring, keychain:NAME in the configuration");
    command->require_subcommand(1);
    const auto add = [&](const char *name, const char *help, int (*run)(CliSession &)) {
        CLI::App *verb = command->add_subcommand(name, help);
        verb->add_option("name", arguments.words, "Name of the secret")->required()->expected(1);
        verb->callback([&chosen, run] { chosen = run; });
    };
    add("set", "Read a secret from standard input and store it", runSet);
    add("test", "Check whether there is one of this name, without showing it", runTest);
    add("remove", "Remove it", runRemove);
}

} // namespace quarterdeck
