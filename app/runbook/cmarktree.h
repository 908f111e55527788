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

/// Goes through a tree in document order: `enter(node)` before what is in a node, `leave(node)` after it; a leaf is entered only.
template <class Enter, class Leave> void walkCmark(cmark_node *root, Enter enter, Leave leave)
{
    const CmarkIter iter(cmark_iter_new(root));
    for (cmark_event_type event = cmark_iter_next(iter.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(iter.get())) {
        cmark_node *node = cmark_iter_get_node(iter.get());
        if (event == CMARK_EVENT_ENTER) {
            enter(node);
        } else {
            leave(node);
        }
    }
}

} // namespace quarterdeck
