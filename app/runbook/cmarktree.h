#pragma once

#include <QByteArray>

#include <cmark-gfm.h>

#include <memory>

namespace quarterdeck {

/// Gives back what cmark hands out.
struct CmarkFree {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
    void operator()(cmark_iter *iter) const { cmark_iter_free(iter); }
    void operator()(cmark_parser *parser) const { cmark_parser_free(parser); }
};

using CmarkTree = std::unique_ptr<cmark_node, CmarkFree>;
using CmarkIter = std::unique_ptr<cmark_iter, CmarkFree>;

/// Markdown (GitHub flavour, with the blocks of MkDocs) as a tree. Never fails.
CmarkTree cmarkTree(const QByteArray &markdown);
/// Whether a node is of a type of an extension: those have no public types, only names. False for null.
bool isCmarkType(cmark_node *node, const char *name);

} // namespace quarterdeck
