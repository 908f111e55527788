#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace quarterdeck {

/// A text and, for each of its bytes and its end, where that came from in the text it was made of.
struct MappedText {
    QByteArray bytes;
    std::vector<qsizetype> from; ///< One more than `bytes`.
};

/// How a text was escaped: for a string of JSON or Go, percents of a URL, the same with '+' for a space, entities of HTML.
enum class Escapes : quint8 { Json, Url, Form, Html };

/// The text with these escapes read; what is none stays. Nothing where there is none in it.
std::optional<MappedText> unescaped(const MappedText &text, Escapes escapes);

} // namespace quarterdeck
