#pragma once

#include <QByteArray>

namespace quarterdeck {

/// A document rewritten so that yaml-cpp reads what YAML 1.2 allows and it refuses: plain scalars of a flow collection that hold a "?"
/// are quoted, pairs of surrogates in double quotes become one escape. Lines stay where they are. The same bytes where there is
/// nothing to do; only worth asking for where a document was refused.
QByteArray repairedYaml(const QByteArray &document);

} // namespace quarterdeck
