#pragma once

#include <QList>
#include <QString>

namespace quarterdeck {

/// One name and its value.
struct Label {
    QString name;
    QString value;
    friend bool operator==(const Label &, const Label &) = default;
};

/// Labels or annotations: sorted by name, names unique. Implicitly shared.
class Labels {
public:
    Labels() = default;
    Labels(std::initializer_list<Label> labels);

    /// Takes a whole list over. One that is not yet sorted by unique names is put in order; the last of equal names stays.
    static Labels of(QList<Label> labels);

    /// Sets or replaces one label.
    void insert(const QString &name, const QString &value);
    void remove(QStringView name);
    /// The value, or an empty string where there is none.
    QString value(QStringView name) const;
    bool contains(QStringView name) const;
    qsizetype size() const { return m_labels.size(); }
    bool isEmpty() const { return m_labels.isEmpty(); }
    auto begin() const { return m_labels.cbegin(); }
    auto end() const { return m_labels.cend(); }
    /// Prometheus notation: {a="b",c="d"}, values escaped.
    QString toString() const;
    /// A hash of names and values, stable over runs and machines.
    quint64 fingerprint() const;

    friend bool operator==(const Labels &, const Labels &) = default;

private:
    QList<Label> m_labels;
};

} // namespace quarterdeck
