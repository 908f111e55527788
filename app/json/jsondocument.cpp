#include "app/json/jsonreader.h"

#include "app/json/jsontape.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>

namespace quarterdeck {

namespace {

constexpr std::size_t DeepestLevel = 64;
constexpr std::size_t MostNodes = 2'000'000;

/// Receives what nlohmann's parser reads and lays it out flat. Returning false ends the parse.
class TapeBuilder {
public:
    explicit TapeBuilder(JsonTape &tape)
        : m_tape(tape)
    {
    }

    bool null() { return add(JsonKind::Null) != nullptr; }
    bool boolean(bool value)
    {
        JsonNode *node = add(JsonKind::Boolean);
        return node != nullptr && (node->boolean = value, true);
    }
    bool number_integer(std::int64_t value)
    {
        JsonNode *node = add(JsonKind::Integer);
        return node != nullptr && (node->integer = value, true);
    }
    bool number_unsigned(std::uint64_t value)
    {
        if (value <= std::uint64_t(std::numeric_limits<std::int64_t>::max())) {
            return number_integer(std::int64_t(value));
        }
        return addText(JsonKind::BigInteger, std::to_string(value));
    }
    bool number_float(double value, const std::string &literal)
    {
        if (literal.find_first_of(".eE") == std::string::npos) {
            return addText(JsonKind::BigInteger, literal);
        }
        JsonNode *node = add(JsonKind::Number);
        return node != nullptr && (node->number = value, true);
    }
    bool string(const std::string &value) { return addText(JsonKind::String, value); }
    bool binary(const std::vector<std::uint8_t> &) { return false; }
    bool key(const std::string &name)
    {
        m_nameAt = quint32(m_tape.text.size());
        m_nameSize = quint32(name.size());
        m_tape.text += name;
        return true;
    }
    bool start_object(std::size_t) { return open(JsonKind::Object); }
    bool end_object() { return close(); }
    bool start_array(std::size_t) { return open(JsonKind::Array); }
    bool end_array() { return close(); }
    bool parse_error(std::size_t position, const std::string &, const nlohmann::json::exception &problem)
    {
        m_errorAt = position;
        m_isBadText = std::string_view(problem.what()).find("UTF-8") != std::string_view::npos;
        m_isOverflow = problem.id == 406;
        return false;
    }

    void finish()
    {
        m_tape.root = quint32(m_tape.nodes.size());
        m_tape.nodes.push_back(m_pending.front());
        adopt(m_tape.root);
    }
    Error error(std::size_t total) const
    {
        const std::size_t at = m_errorAt == 0 ? 0 : m_errorAt - 1;
        Error error {ErrorKind::BadPayload, {}, QStringLiteral("byte %1").arg(at), 0, std::nullopt};
        error.byte = qint64(at);
        if (m_isTooDeep) {
            error.what = QStringLiteral("The answer is nested deeper than %1 levels.").arg(DeepestLevel);
            error.where = QStringLiteral("level %1").arg(DeepestLevel + 1);
            error.byte.reset();
        } else if (m_isTooMany) {
            error.what = QStringLiteral("The answer has more than %L1 values.").arg(MostNodes);
            error.where = QStringLiteral("value %1").arg(MostNodes + 1);
            error.byte.reset();
        } else if (m_isBadText) {
            error.what = QStringLiteral("The answer is not valid UTF-8 at byte %1.").arg(at);
        } else if (m_isOverflow) {
            error.what = QStringLiteral("The answer holds a number that is too large, at byte %1.").arg(at);
        } else if (total == 0) {
            error.what = QStringLiteral("The answer is empty.");
        } else if (at >= total) {
            error.what = QStringLiteral("The answer ends in the middle of a value: it was cut off after %1 bytes.").arg(total);
        } else {
            error.what = QStringLiteral("The answer is not JSON: the mistake is at byte %1.").arg(at);
        }
        return error;
    }

private:
    JsonNode *add(JsonKind kind)
    {
        if (++m_count > MostNodes) {
            m_isTooMany = true;
            return nullptr;
        }
        JsonNode &node = m_pending.emplace_back();
        node.kind = kind;
        node.nameAt = m_nameAt;
        node.nameSize = m_nameSize;
        m_nameSize = 0;
        return &node;
    }
    bool addText(JsonKind kind, const std::string &value)
    {
        JsonNode *node = add(kind);
        if (node == nullptr) {
            return false;
        }
        node->span = {quint32(m_tape.text.size()), quint32(value.size())};
        m_tape.text += value;
        return true;
    }
    bool open(JsonKind kind)
    {
        if (m_open.size() >= DeepestLevel) {
            m_isTooDeep = true;
            return false;
        }
        if (add(kind) == nullptr) {
            return false;
        }
        m_open.push_back(m_pending.size());
        return true;
    }
    /// Moves the finished children side by side to their final place.
    bool close()
    {
        const std::size_t start = m_open.back();
        m_open.pop_back();
        const auto first = quint32(m_tape.nodes.size());
        const auto count = quint32(m_pending.size() - start);
        m_tape.nodes.insert(m_tape.nodes.end(), m_pending.begin() + std::ptrdiff_t(start), m_pending.end());
        m_pending.resize(start);
        m_pending.back().span = {first, count};
        for (quint32 child = first; child < first + count; ++child) {
            adopt(child);
        }
        return true;
    }
    void adopt(quint32 parent)
    {
        const JsonNode &node = m_tape.nodes[parent];
        if (node.kind != JsonKind::Array && node.kind != JsonKind::Object) {
            return;
        }
        const JsonNode::Span span = node.span;
        for (quint32 child = span.first; child < span.first + span.count; ++child) {
            m_tape.nodes[child].parent = parent;
        }
    }

    JsonTape &m_tape;
    std::vector<JsonNode> m_pending;
    std::vector<std::size_t> m_open;
    std::size_t m_count = 0;
    std::size_t m_errorAt = 0;
    quint32 m_nameAt = 0;
    quint32 m_nameSize = 0;
    bool m_isTooDeep = false;
    bool m_isTooMany = false;
    bool m_isBadText = false;
    bool m_isOverflow = false;
};

} // namespace

Result<JsonDocument> JsonDocument::parse(QByteArrayView bytes)
{
    if (quint64(bytes.size()) > std::numeric_limits<quint32>::max() / 2) {
        return fail(ErrorKind::TooLarge, QStringLiteral("The answer is larger than 2 GB."), QStringLiteral("byte 0"));
    }
    // The parser takes a NUL for the end of its input and would leave the rest unread.
    if (const qsizetype at = bytes.indexOf('\0'); at >= 0) {
        Error error {ErrorKind::BadPayload, QStringLiteral("The answer is not JSON: the mistake is at byte %1.").arg(at),
            QStringLiteral("byte %1").arg(at), 0, std::nullopt};
        error.byte = at;
        return tl::unexpected(std::move(error));
    }
    auto tape = std::make_shared<JsonTape>();
    TapeBuilder builder(*tape);
    if (!nlohmann::json::sax_parse(bytes.begin(), bytes.end(), &builder)) {
        return tl::unexpected(builder.error(std::size_t(bytes.size())));
    }
    builder.finish();
    JsonDocument document;
    document.m_tape = std::move(tape);
    return document;
}

JsonValue JsonDocument::root() const
{
    return m_tape ? JsonValue(m_tape, m_tape->root) : JsonValue();
}

Result<Done> JsonDocument::verdict() const
{
    if (m_tape && m_tape->bad) {
        return tl::unexpected(*m_tape->bad);
    }
    return Done {};
}

} // namespace quarterdeck
