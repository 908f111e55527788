#pragma once

#include "app/domain/alert.h"

#include <QByteArrayView>

#include <memory>
#include <optional>
#include <vector>

namespace quarterdeck::alertmanager {

/// Reads the alerts of a reply whose every value is as Alertmanager writes it, each in one pass over its bytes. Nothing for any other
/// element: it is then read value by value, by which is said what is wrong with it. Texts that come again share memory.
class PlainReader {
public:
    explicit PlainReader(const SourceId &source);
    ~PlainReader();
    std::optional<Alert> read(QByteArrayView element);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// The alerts of a GET /alerts reply that are all of that kind; nothing for any other reply.
std::optional<std::vector<Alert>> readPlainAlerts(QByteArrayView body, const SourceId &source);

/// An instant as the API writes it; the invalid time for Go's zero time and for anything that is none.
UtcTime timeFromApi(std::string_view text);

/// Cuts texts that are too long, and sets the state and the fields derived from labels.
void finishAlert(Alert &alert);
/// Sets the state by rawState and the lists of what keeps the alert quiet; one that is quiet by the clock alone is "muted".
void judgeState(Alert &alert);

} // namespace quarterdeck::alertmanager
