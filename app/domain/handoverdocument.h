#pragma once

#include "app/domain/handover.h"
#include "app/domain/oncall.h"

namespace quarterdeck {

/// A hand-over as Markdown for the people of both shifts. Every part is there, also where there is nothing in it; times are UTC. Untranslated:
/// it is a document for the team. `duties`: who is on call in the next shift. `doubts`: why something may be missing, in words. Pure.
QString handoverDocument(const Handover &handover, const std::vector<Duty> &duties, const QStringList &doubts);

} // namespace quarterdeck
