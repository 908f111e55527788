#include "tests/fuzz/fuzz.h"

#include "app/sources/journal/exportparser.h"
#include "app/sources/journal/parse.h"

using namespace quarterdeck;

namespace {

// What the parser says of a body that arrives in pieces of one size.
QByteArray readInPieces(const QByteArray &body, qsizetype piece)
{
    journal::ExportParser parser;
    QByteArray seen;
    for (qsizetype at = 0; at < body.size(); at += piece) {
        const auto fed = parser.feed(QByteArrayView(body).sliced(at, std::min(piece, body.size() - at)), [&seen](const journal::Entry &entry) {
            for (const journal::EntryField &field : entry.fields) {
                seen.append(field.name.toByteArray()).append('=').append(field.value.toByteArray()).append('\n');
            }
            seen.append('\n');
        });
        if (!fed) {
            return seen + "refused";
        }
    }
    return seen + (parser.isInsideEntry() ? "cut" : "whole");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray body = fuzzBytes(data, size);
    const QByteArray whole = readInPieces(body, std::max<qsizetype>(1, body.size()));
    require(readInPieces(body, 1) == whole && readInPieces(body, 7) == whole, "where the network cuts makes no difference");
    const journal::LineRules rules {QStringLiteral("j"), {QStringLiteral("_SYSTEMD_UNIT"), QStringLiteral("SYSLOG_IDENTIFIER")}};
    journal::parsePage(body, rules, {}, {});
    journal::parseFieldValues(body, QStringLiteral("_SYSTEMD_UNIT"));
    journal::parseMachine(body);
    return 0;
}
