#pragma once

#include <QStringList>

namespace quarterdeck {

class ConfigReport;
struct YamlNode;

/// Tells of values that go on over the end of a line, as those do whose quote is not closed: such a value holds what should have been read.
class SpanningValues {
public:
    /// `yaml` is the whole file.
    explicit SpanningValues(const QByteArray &yaml);
    /// Whether a scalar, in quotes or plain, spans lines; a block ("|", ">") never does.
    bool spans(const YamlNode &scalar) const;
    /// Takes out of a configuration what spans lines where a name, a path or a URL is expected, and text that swallowed other keys.
    /// Each is left out with its line.
    void refuseBelow(YamlNode &root, ConfigReport &report) const;

private:
    enum class Place : quint8 { Backend, Name, Text };
    void check(const QString &key, YamlNode &node, Place place, ConfigReport &report) const;
    bool swallows(const YamlNode &scalar) const;
    QString following(int line) const;

    QStringList m_lines;
};

} // namespace quarterdeck
