#include "tests/fuzz/fuzz.h"

#include "app/core/redact.h"
#include "app/core/text.h"

using namespace quarterdeck;

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // Half of the inputs as UTF-16 units, so that broken surrogates occur too.
    const bool isWide = size > 0 && data[0] % 2 == 1;
    const QString text = isWide ? QString(reinterpret_cast<const QChar *>(fuzzBytes(data, size / 2 * 2).constData()), qsizetype(size / 2))
                                : QString::fromUtf8(fuzzBytes(data, size));
    for (const qsizetype limit : {qsizetype(8), qsizetype(4096)}) {
        const QString line = text::plain(text, limit);
        require(line.size() <= limit + 1, "plain text keeps its limit");
        require(text::plain(line, limit) == line, "plain text stays as it is");
        const QString block = text::plainBlock(text, limit);
        require(text::plainBlock(block, limit) == block, "a plain block stays as it is");
        for (const QChar c : block) {
            require(c.unicode() >= 0x20 || c == u'\n' || c == u'\t', "no control character is left");
            require(c.unicode() < 0x202A || c.unicode() > 0x202E, "no direction override is left");
        }
    }
    require(!text::escaped(text).contains(u'<'), "escaped text holds no tag");
    const QString cell = text::csvCell(text);
    require(!cell.startsWith(u'=') && !cell.startsWith(u'@'), "no cell begins a formula");
    redacted(text.left(10'000));
    return 0;
}
