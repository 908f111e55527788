#pragma once

#include "app/domain/alert.h"

#include <QByteArrayView>

#include <optional>
#include <vector>

namespace quarterdeck::alertmanager {

/// The alerts of a GET /alerts reply whose every value is as Alertmanager writes it, in one pass over the bytes. Nothing for any other
/// reply: parseAlerts() then reads it value by value and says what is wrong with it.
std::optional<std::vector<Alert>> readPlainAlerts(QByteArrayView body, const SourceId &source);

/// An instant as the API writes it; the invalid time for Go's zero time and for anything that is none.
UtcTime timeFromApi(std::string_view text);

/// Sets state from rawState and the lists of what keeps the alert quiet, and the fields derived from labels.
void finishAlert(Alert &alert, bool isMuted);

} // namespace quarterdeck::alertmanager
