#include "app/cli/commands.h"

#include "app/bootstrap/configcheck.h"
#include "app/bootstrap/iothread.h"
#include "app/bootstrap/secretlookup.h"
#include "app/bootstrap/signin.h"
#include "app/cli/browser.h"
#include "app/cli/options.h"
#include "app/cli/report.h"
#include "app/core/nearnames.h"
#include "app/core/text.h"
#include "app/secrets/keyringacts.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <iterator>

namespace quarterdeck {

namespace {

constexpr Millis SignInFor {300'000};
// A code is asked for and the keyring twice.
constexpr Millis ExchangeFor {60'000};
constexpr Millis SignInKeyringFor {45'000};

// The backend that is named, where people sign in to it.
Result<Endpoint> backendOf(CliSession &session)
{
    const QString name = QString::fromStdString(session.arguments().words.front());
    auto config = loadConfig(session.configFile());
    if (!config) {
        return tl::unexpected(config.error());
    }
    completeBackends(*config);
    const auto at = std::ranges::find(config->backends, name, &Endpoint::id);
    if (at == config->backends.end()) {
        for (const ConfigOmission &omission : config->omissions) {
            if (omission.backend == name) {
                return fail(ErrorKind::Rejected, omission.text);
            }
        }
        QStringList names;
        std::ranges::transform(config->backends, std::back_inserter(names), &Endpoint::id);
        return fail(ErrorKind::Usage, QStringLiteral("There is no source named \"%1\".%2").arg(name, didYouMean(name, names)));
    }
    if (!at->http.oauth2 || !at->http.oauth2->isByPerson()) {
        return fail(ErrorKind::Usage,
            QStringLiteral("%1 has no browser sign-in: its configuration needs oauth2 with grant_type: authorization_code").arg(name));
    }
    return *at;
}

// For people at once: what the report says stands at the end.
void tellNow(const CliSession &session, const QString &text)
{
    if (session.arguments().isJson) {
        std::fputs(qPrintable(text + u'\n'), stderr);
    } else {
        print(text);
        std::fflush(stdout);
    }
}

void show(const CliSession &session, const QUrl &address)
{
    const QString shown = address.toString(QUrl::FullyEncoded);
    if (session.arguments().isWithoutBrowser) {
        tellNow(session, QStringLiteral("Sign in at this address, with a browser on this machine:\n%1").arg(shown));
    } else if (openInBrowser(address)) {
        tellNow(session, QStringLiteral("Sign in in the browser. If none opens, open this address in one on this machine:\n%1").arg(shown));
    } else {
        tellNow(session, QStringLiteral("There is no xdg-open here. Open this address in a browser on this machine:\n%1").arg(shown));
    }
}

Result<SignedIn> signInTo(CliSession &session, const Endpoint &backend)
{
    const auto store = makeKeychainStore();
    SecretDesk desk(*store);
    // Before anybody signs in for nothing.
    if (const auto kept = CliSession::wait(desk.signIn(signInKey(*backend.http.oauth2)), SignInKeyringFor); !kept) {
        return tl::unexpected(kept.error());
    }
    SignIn signIn(backend.http, SignInFor);
    const auto address = signIn.begin();
    if (!address) {
        return tl::unexpected(address.error());
    }
    show(session, *address);
    const auto code = CliSession::wait(signIn.code(), SignInFor + ExchangeFor);
    if (!code) {
        return tl::unexpected(code.error());
    }
    IoThread io(std::make_shared<SecretLookup>(&desk), session.clock());
    return CliSession::wait(io.signIn(backend.http, *code), ExchangeFor);
}

Result<SignedIn> signOutOf(const Endpoint &backend)
{
    const auto store = makeKeychainStore();
    QObject guard;
    return CliSession::wait(removeSecret(*store, &guard, signInKey(*backend.http.oauth2)), SignInKeyringFor)
        .map([](Done) { return SignedIn {}; })
        .map_error([&backend](Error error) {
            if (error.kind == ErrorKind::NotFound) {
                error.what = QStringLiteral("Nobody is signed in to %1 here").arg(backend.id);
            }
            return error;
        });
}

int finish(CliSession &session, const Endpoint &backend, const SignedIn &signedIn, const QString &said)
{
    Report report(session, QStringLiteral("signin"));
    report.add([backend, signedIn](JsonWriter &json) {
        json.beginObject().key(u"name").value(backend.id).key(u"missingScopes").beginArray();
        for (const QString &scope : signedIn.missingScopes) {
            json.value(scope);
        }
        json.endArray().endObject();
    });
    report.say(text::plain(said));
    if (!signedIn.missingScopes.isEmpty()) {
        report.failed(QStringLiteral("The server did not grant %1: requests that need it will be rejected")
                          .arg(signedIn.missingScopes.join(QStringLiteral(", "))));
    }
    return report.finish();
}

int refused(const Error &error)
{
    return error.kind == ErrorKind::Usage ? refuseUsage(error.what) : refuse(error);
}

int runSignIn(CliSession &session)
{
    const auto backend = backendOf(session);
    if (!backend) {
        return refused(backend.error());
    }
    const auto signedIn = signInTo(session, *backend);
    return signedIn ? finish(session, *backend, *signedIn, QStringLiteral("Signed in to %1. The sign-in is stored in the keyring").arg(backend->id))
                    : refused(signedIn.error());
}

int runSignOut(CliSession &session)
{
    const auto backend = backendOf(session);
    if (!backend) {
        return refused(backend.error());
    }
    const auto signedOut = signOutOf(*backend);
    return signedOut ? finish(session, *backend, *signedOut,
               QStringLiteral("Signed out of %1: the sign-in was removed from the keyring. The server may list it until it expires there")
                   .arg(backend->id))
                     : refused(signedOut.error());
}

} // namespace

void addSignIn(CLI::App &app, Arguments &arguments, Command &chosen)
{
    const auto add = [&](const char *name, const char *help, int (*run)(CliSession &)) {
        CLI::App *command = app.add_subcommand(name, help);
        command->add_option("name", arguments.words, "Source to sign in to, as named in the configuration")
            ->required()
            ->expected(1)
            ->type_name(kinds::Source);
        command->callback([&chosen, run] { chosen = run; });
        return command;
    };
    add("signin", "Sign in to a source with the browser; the sign-in is stored in the keyring", runSignIn)
        ->add_flag("--no-browser", arguments.isWithoutBrowser, "Only print the address");
    add("signout", "Remove the sign-in to a source from the keyring", runSignOut);
}

} // namespace quarterdeck
