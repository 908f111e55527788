#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QLineEdit;

namespace quarterdeck {

class PlainLabel;

/// One line of a form: what is asked for, the field, what it means, and what is wrong with what stands there.
class FieldRow final : public QWidget {
    Q_OBJECT

public:
    /// `field` becomes a part of it and is named by `title`.
    FieldRow(const Theme &theme, const QString &title, QWidget *field, QWidget *parent);
    /// What the field means, in a sentence.
    void setHelp(const QString &help);
    /// What is wrong with it, at the field and for who cannot see it; empty for nothing.
    void setProblem(const QString &problem);
    bool hasProblem() const;
    QWidget *field() const { return m_field; }

private:
    void describe();

    QWidget *m_field;
    PlainLabel *m_help;
    PlainLabel *m_problem;
};

/// A path that is typed or chosen.
class PathField final : public QWidget {
    Q_OBJECT

public:
    /// `name` is that of the line; its button is called the same with "Choose" behind. Relative paths count from `folder`.
    PathField(const Theme &theme, const QString &name, QString folder, QWidget *parent);
    QLineEdit *line() const { return m_line; }
    /// Absolute and clean; empty where nothing is typed.
    QString path() const;
    /// Whether there is a file that can be read.
    bool isFile() const;

private:
    void choose();

    QString m_folder;
    QLineEdit *m_line;
};

} // namespace quarterdeck
