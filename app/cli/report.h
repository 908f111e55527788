#pragma once

#include "app/cli/clisession.h"
#include "app/cli/table.h"
#include "app/domain/verdict.h"
#include "app/json/jsonreader.h"

#include <functional>

namespace quarterdeck {

/// What a command says: for people as text, for programs as one JSON envelope, with the sources that are not live in both. A list can be had
/// as CSV or as bare names too; what else there is to say stands on standard error then.
class Report {
public:
    /// Writes one value into the open JSON text. Thread: any, several at once.
    using Writer = std::function<void(JsonWriter &)>;

    /// `noun` names the schema: "quarterdeck.<noun>/1".
    Report(CliSession &session, QString noun);

    /// Adds one element of "items".
    void add(Writer item);
    /// Adds a member beside "items".
    void addMember(const QString &name, Writer value);
    /// Takes over every source that is not live, and with --cached how old what is known of each is.
    void addStale(const std::vector<SourceStatus> &statuses);
    /// Takes over what live sources remark, as that one of their lists could not be read: what they do not say means nothing then.
    void addRemarks(const std::vector<SourceStatus> &statuses);
    /// addStale(), and what else keeps a list without rows from being an all-clear: sources with remarks, no source of alerts at all.
    void addVerdict(const Verdict &verdict, const std::vector<SourceStatus> &statuses);
    /// The same for one source: `since` is the age of what is shown of it.
    void addStale(const SourceId &backend, UtcTime since, const QString &why);
    /// Text for people, in order.
    void say(const QString &text);
    /// The list that the command is about, or what to say when it has no rows. Where as many items were added, they follow its order.
    void say(const Table &table, const QString &otherwise);
    /// Something that was asked for did not work: makes the exit code Partial at least.
    void failed(const QString &why);
    /// Prints, and returns the exit code: Partial when a source is not live or something failed, Error when nothing worked.
    int finish();

private:
    void printJson() const;
    void printItems(JsonWriter &json) const;
    QStringList leftOut() const;
    void addLeftOut();
    void addDoubts();
    void sort();
    void printText() const;
    void printList() const;

    struct Stale {
        SourceId backend;
        UtcTime since;
        QString why;
    };
    CliSession &m_session;
    QString m_noun;
    std::vector<Writer> m_items;
    std::vector<std::pair<QString, Writer>> m_members;
    std::vector<Stale> m_stale;
    std::vector<std::pair<SourceId, UtcTime>> m_ages; ///< Of --cached: when each source was last heard whole.
    QStringList m_failures;
    QStringList m_unread; ///< What live sources could not give, for programs.
    QStringList m_text;
    std::optional<Table> m_table;
    qsizetype m_tableAt = 0; ///< Before which text the table stands.
    QString m_otherwise;
};

/// Prints an error and returns the exit code for it.
int refuse(const Error &error);
/// The same for a command that was typed wrongly.
int refuseUsage(const QString &why);

} // namespace quarterdeck
