#pragma once

#include "app/core/endpoint.h"
#include "app/domain/action.h"
#include "app/domain/face.h"

#include <algorithm>
#include <vector>

namespace quarterdeck {

/// What one opened source is and can do. Pages and commands ask this, never which kind it is of.
struct SourceInfo {
    SourceId id;
    QString kind; ///< For people to read.
    Faces faces;
    std::vector<Verb> verbs; ///< What its ActFace takes; empty where it has none.
    int members = 1;
    bool isInsecure = false; ///< tls_config.insecure_skip_verify is on.

    bool takes(Verb verb) const { return std::ranges::find(verbs, verb) != verbs.end(); }
};

} // namespace quarterdeck
