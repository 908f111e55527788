#include "app/runbook/cmarktree.h"

#include "app/runbook/containers.h"
#include "app/runbook/mkdocs.h"

#include <cmark-gfm-core-extensions.h>

#include <mutex>

namespace quarterdeck {

CmarkTree cmarkTree(const QByteArray &markdown)
{
    static std::once_flag once;
    std::call_once(once, [] { cmark_gfm_core_extensions_ensure_registered(); });
    const std::unique_ptr<cmark_parser, CmarkFree> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
    for (const char *name : {"tasklist", "table", "strikethrough"}) {
        if (cmark_syntax_extension *extension = cmark_find_syntax_extension(name)) {
            cmark_parser_attach_syntax_extension(parser.get(), extension);
        }
    }
    const QByteArray plain = withoutContainers(withoutMkdocs(markdown));
    cmark_parser_feed(parser.get(), plain.constData(), std::size_t(plain.size()));
    return CmarkTree(cmark_parser_finish(parser.get()));
}

bool isCmarkType(cmark_node *node, const char *name)
{
    return node != nullptr && qstrcmp(cmark_node_get_type_string(node), name) == 0;
}

} // namespace quarterdeck
