#include "app/cli/commands.h"

#include "app/bootstrap/configcheck.h"
#include "app/bootstrap/ipcclient.h"
#include "app/cli/answers.h"
#include "app/cli/jsonitems.h"
#include "app/cli/report.h"
#include "app/core/text.h"
#include "app/secrets/secretstore.h"

#include <CLI/CLI.hpp>
#include <QFileInfo>

#include <optional>

#include <unistd.h>

namespace quarterdeck {

namespace {

constexpr Millis ProbeFor {15'000};
constexpr Millis AskedRange {300'000};

/// One finding: what was looked at, whether it is well, and what to know.
struct Check {
    QString what;
    bool isOk = true;
    QStringList sentences;
};

Check checkFolder(const QString &what, const QString &path, bool isNeeded)
{
    const QFileInfo info(path);
    Check check {what, true, {path}};
    if (!info.exists()) {
        check.isOk = !isNeeded;
        check.sentences.append(QStringLiteral("It does not exist yet."));
        return check;
    }
    if (!info.isDir()) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("It is not a folder."));
        return check;
    }
    if (info.ownerId() != ::getuid()) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("It belongs to somebody else."));
    }
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    if (info.permissions() & others) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("Others can read or write it: chmod 700 it."));
    }
    if (info.isDir() && !info.isWritable()) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("It cannot be written: nothing can be acknowledged."));
    }
    return check;
}

// The configuration holds no secrets: that others read it is no fault, that they write it is.
Check checkConfig(CliSession &session)
{
    Check check {QStringLiteral("configuration"), true, {session.configFile()}};
    const QFileInfo info(session.configFile());
    if (!info.exists()) {
        check.sentences.append(QStringLiteral("There is none yet, so there are no sources."));
        return check;
    }
    if (info.permissions() & (QFileDevice::WriteGroup | QFileDevice::WriteOther)) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("Others can change it: chmod go-w it."));
    }
    const Config &config = session.engine().config();
    check.isOk = check.isOk && config.omissions.empty();
    check.sentences += config.warnings + findingsOf(config);
    return check;
}

Check checkCatalogs(CliSession &session)
{
    const Catalogs &catalogs = session.engine().catalogs();
    Check check {QStringLiteral("catalogs"), catalogs.problems.isEmpty(), catalogs.problems + catalogs.warnings};
    if (check.sentences.isEmpty()) {
        check.sentences.append(catalogs.files.empty() ? QStringLiteral("None is configured.") : QStringLiteral("All files are read."));
    }
    return check;
}

Check checkKeyring(SecretStore &secrets)
{
    Check check {QStringLiteral("keyring"), true, {secrets.name()}};
    switch (secrets.state()) {
    case SecretStore::State::Ok:
        check.sentences.append(QStringLiteral("It is open."));
        break;
    case SecretStore::State::Locked:
        check.isOk = false;
        check.sentences.append(QStringLiteral("It is locked: unlock it, or secrets in it cannot be used."));
        break;
    case SecretStore::State::Absent:
        check.sentences.append(QStringLiteral("There is none on this desktop: keep secrets in files (0600) or environment variables."));
        break;
    }
    return check;
}

Check checkStore(CliSession &session)
{
    const OpenReport &opened = session.engine().store().report();
    Check check {QStringLiteral("store"), true, opened.sentences};
    if (opened.lostRows > 0) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("%1 damaged rows were set aside.").arg(opened.lostRows));
    }
    if (opened.isReadOnly) {
        const bool isWindow = isWindowListening(session.folders().runtime);
        check.isOk = check.isOk && isWindow;
        check.sentences.append(isWindow ? QStringLiteral("The window is running; changes go through it.")
                                        : QStringLiteral("It can only be read: nothing can be acknowledged."));
    }
    if (check.sentences.isEmpty()) {
        check.sentences.append(QStringLiteral("No damage found."));
    }
    return check;
}

// Why an answer of one source is not its own of now; nothing where it is.
template <class T> std::optional<Error> errorOf(const Result<Dated<T>> &answer)
{
    if (!answer) {
        return answer.error();
    }
    return answer->failures.empty() ? answer->error : std::optional(answer->failures.front().error);
}

// What a connection test asks may be answered where every question of a page is refused: one of those is asked too, where one can be made that
// every such source answers.
std::optional<Error> refusalOf(CliSession &session, const Endpoint &endpoint)
{
    const UtcTime now = session.clock().now();
    const TimeRange range {now - AskedRange, now};
    if (sourcesOfPromQl(session).contains(endpoint.id)) {
        const auto answer = CliSession::wait(
            session.engine().sync().range({{endpoint.id}, QStringLiteral("vector(1)"), range, Millis(60'000)}), ProbeFor);
        return errorOf(answer);
    }
    if (sourcesWith(session, Face::Logs).contains(endpoint.id)) {
        LogQuery query;
        query.sources = {endpoint.id};
        query.range = range;
        query.limit = 1;
        return errorOf(CliSession::wait(session.engine().sync().logs(query), ProbeFor));
    }
    for (const SourceStatus &status : session.statuses()) {
        const bool isRefused = status.freshness == Freshness::NeedsSignIn || status.freshness == Freshness::Misconfigured;
        // Where its alerts cannot be read, or not all of them, it can never tell that none is open.
        const bool isNoAllClear = status.tellsAlerts() && status.error && status.error->kind != ErrorKind::Settling && !isBelieved(status);
        if (status.id == endpoint.id && (isRefused || isNoAllClear)) {
            return status.error;
        }
    }
    return std::nullopt;
}

Check checkSource(CliSession &session, const Endpoint &endpoint)
{
    Check check {QStringLiteral("source %1").arg(endpoint.id), false, {}};
    const auto report = CliSession::wait(session.engine().sync().probe(endpoint.id), ProbeFor);
    if (!report) {
        check.sentences.append(QStringLiteral("It has not answered for %1 s.").arg(ProbeFor.count() / 1000));
        return check;
    }
    check.isOk = report->isOk;
    if (!report->version.isEmpty()) {
        check.sentences.append(QStringLiteral("%1 %2, answers in %3 ms").arg(endpoint.kind, report->version).arg(report->latency.count()));
    }
    if (report->error) {
        check.sentences.append(report->error->what);
    }
    check.sentences += report->sentences;
    if (check.isOk) {
        if (const auto refusal = refusalOf(session, endpoint)) {
            check.isOk = false;
            check.sentences.append(QStringLiteral("It passes the test, but its data cannot be read: %1").arg(refusal->what));
        }
    }
    if (endpoint.http.skipsVerification()) {
        check.isOk = false;
        check.sentences.append(QStringLiteral("Its certificate is not verified: anyone on the network path can read the token and forge alerts."));
    }
    return check;
}

int runDoctor(CliSession &session)
{
    if (const auto opened = session.open(); !opened) {
        return refuse(opened.error());
    }
    session.refresh(ProbeFor);
    const Folders &folders = session.engine().folders();
    std::vector<Check> checks {checkConfig(session), checkCatalogs(session), checkFolder(QStringLiteral("data folder"), folders.data, true),
        checkFolder(QStringLiteral("cache folder"), folders.cache, true), checkFolder(QStringLiteral("runtime folder"), folders.runtime, false),
        checkStore(session), checkKeyring(session.engine().secrets())};
    for (const Endpoint &endpoint : session.engine().endpoints()) {
        checks.push_back(checkSource(session, endpoint));
    }
    Report report(session, QStringLiteral("doctor"));
    for (const Check &check : checks) {
        report.add([check](JsonWriter &json) {
            json.beginObject().key(u"check").value(check.what).key(u"ok").value(check.isOk).key(u"sentences");
            writeStrings(json, check.sentences);
            json.endObject();
        });
        QStringList plain;
        for (const QString &sentence : check.sentences) {
            plain.append(text::plain(sentence));
        }
        const QString mark = check.isOk ? inked(QStringLiteral("ok  "), Ink::Good) : inked(QStringLiteral("BAD "), Ink::Bad);
        report.say(QStringLiteral("%1 %2: %3").arg(mark, text::plain(check.what), plain.join(QStringLiteral("\n       "))));
        if (!check.isOk) {
            report.failed(QStringLiteral("%1 has problems").arg(check.what));
        }
    }
    return report.finish();
}

} // namespace

void addDoctor(CLI::App &app, Arguments &, Command &chosen)
{
    CLI::App *command = app.add_subcommand("doctor", "Check folders, keyring and every source, in plain words");
    command->callback([&chosen] { chosen = runDoctor; });
}

} // namespace quarterdeck
