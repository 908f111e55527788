#pragma once

#include "app/ports/preferences.h"
#include "app/ports/sources.h"
#include "models/roles.h"

#include <QAbstractTableModel>

namespace quarterdeck {

/// Where the connection test of a backend stands.
enum class ProbeState : quint8 { Untested, Running, Passed, Failed };

/// The configured backends with how fresh each is and the last verdict of its test. Rows never move.
class BackendListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column : int { NameColumn, KindColumn, AddressColumn, AuthenticationColumn, FreshnessColumn, ColumnCount };
    /// Roles of this model alone.
    enum BackendRole : int {
        ProbeStateRole = FirstFreeRole, ///< int of ProbeState.
        VerdictRole,                    ///< QStringList: what the last test found, worst first.
        ProbeErrorRole,                 ///< Error: why the last test failed; invalid where it did not, or where the findings say why.
        ErrorRole,                      ///< Error of the last poll; invalid where it did not fail.
        IsInsecureRole,                 ///< bool: certificates are not verified.
        IsConfiguredRole,               ///< bool: false for a source that runs but is not in the configuration any more.
    };
    explicit BackendListModel(QObject *parent = nullptr);

    /// Takes configuration and freshness as they are now.
    void setBackends(const std::vector<ConfiguredBackend> &backends, const std::vector<SourceStatus> &statuses);
    /// Takes the freshness of one source.
    void setStatus(const SourceStatus &status);
    /// A test has begun.
    void setProbeRunning(const QString &id);
    /// A test has ended.
    void setProbe(const QString &id, const Result<ProbeReport> &report);
    /// Row of a source; -1 when there is none.
    int rowOf(const QString &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Row {
        ConfiguredBackend backend;
        SourceStatus status;
        ProbeState probe = ProbeState::Untested;
        QStringList verdict;
        std::optional<Error> probeError;
        bool isConfigured = true;
    };
    void rowChanged(int row);

    std::vector<Row> m_rows;
};

} // namespace quarterdeck
