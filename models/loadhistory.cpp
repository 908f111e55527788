#include "models/loadhistory.h"

namespace quarterdeck {

LoadHistory::LoadHistory(Reader &reader, QObject *parent)
    : QObject(parent)
    , m_reader(reader)
{
}

void LoadHistory::ask(const LoadScope &scope, const ResponderZones &zones, const QString &me)
{
    const int question = ++m_question;
    if (m_table && m_window == scope.window && m_table->zones() == zones) {
        view(scope, me);
        return;
    }
    m_table.reset();
    then(
        m_reader.incidents(loadHistoryRange(scope.window)), this, [this, question, scope, zones, me](const Result<std::vector<Incident>> &incidents) {
            if (question != m_question) {
                return;
            }
            if (!incidents) {
                emit failed(incidents.error());
                return;
            }
            then(makeLoadTableLater(*incidents, zones), this, [this, question, scope, me](const Result<LoadTable> &table) {
                if (table && question == m_question) {
                    m_table = *table;
                    m_window = scope.window;
                    view(scope, me);
                }
            });
        });
}

void LoadHistory::view(const LoadScope &scope, const QString &me)
{
    const int question = m_question;
    then(computeLoadViewLater(*m_table, scope, scope.window.to, me), this, [this, question](const Result<LoadView> &view) {
        if (view && question == m_question) {
            emit answered(*view);
        }
    });
}

} // namespace quarterdeck
