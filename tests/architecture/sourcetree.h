#pragma once

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <cstdio>
#include <vector>

namespace quarterdeck::architecture {

/// One source file as text, by its path from the root of the project.
struct SourceFile {
    QString path;
    QString raw;
    QString code; ///< Comments blanked, strings kept. Same length and lines as raw.
    QString bare; ///< Comments and the insides of strings blanked. Same length and lines as raw.

    QString folder() const { return path.section(u'/', 0, -2); }
    bool isHeader() const { return path.endsWith(QLatin1StringView(".h")); }
    /// "path:line" of a position, as compilers write it.
    QString at(qsizetype position) const { return path + u':' + QString::number(QStringView(raw).left(position).count(u'\n') + 1); }
};

/// Blanks comments, and with `withStrings` what stands between quotation marks.
inline QString blanked(const QString &text, bool withStrings)
{
    QString out = text;
    const auto blank = [&out](qsizetype from, qsizetype to) {
        for (qsizetype i = from; i < to && i < out.size(); ++i) {
            if (out.at(i) != u'\n') {
                out[i] = u' ';
            }
        }
    };
    qsizetype i = 0;
    while (i < text.size()) {
        const QStringView rest = QStringView(text).mid(i);
        if (rest.startsWith(u"//")) {
            const qsizetype end = text.indexOf(u'\n', i) < 0 ? text.size() : text.indexOf(u'\n', i);
            blank(i, end);
            i = end;
        } else if (rest.startsWith(u"/*")) {
            const qsizetype close = text.indexOf(QLatin1StringView("*/"), i + 2);
            const qsizetype end = close < 0 ? text.size() : close + 2;
            blank(i, end);
            i = end;
        } else if (rest.startsWith(u"R\"")) {
            const qsizetype open = text.indexOf(u'(', i);
            const QString closing = u')' + text.mid(i + 2, open - i - 2) + u'"';
            const qsizetype close = open < 0 ? -1 : text.indexOf(closing, open);
            const qsizetype end = close < 0 ? text.size() : close + closing.size();
            if (withStrings) {
                blank(i + 2, end - 1);
            }
            i = end;
        } else if (text.at(i) == u'"' || (text.at(i) == u'\'' && (i == 0 || !text.at(i - 1).isLetterOrNumber() || text.at(i - 1) == u'u'))) {
            const QChar mark = text.at(i);
            qsizetype end = i + 1;
            while (end < text.size() && text.at(end) != mark && text.at(end) != u'\n') {
                end += text.at(end) == u'\\' ? 2 : 1;
            }
            if (withStrings) {
                blank(i + 1, end);
            }
            i = end + 1;
        } else {
            ++i;
        }
    }
    return out;
}

/// Every .h and .cpp below the given folders of the project, sorted by path.
inline std::vector<SourceFile> sources(const QStringList &folders)
{
    const QString root = QStringLiteral(QUARTERDECK_SOURCE_DIR);
    QStringList paths;
    for (const QString &folder : folders) {
        QDirIterator it(root + u'/' + folder, {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            paths.append(it.next().mid(root.size() + 1));
        }
    }
    paths.sort();
    std::vector<SourceFile> out;
    for (const QString &path : paths) {
        QFile file(root + u'/' + path);
        if (file.open(QIODevice::ReadOnly)) {
            SourceFile source;
            source.path = path;
            source.raw = QString::fromUtf8(file.readAll());
            source.code = blanked(source.raw, false);
            source.bare = blanked(source.raw, true);
            out.push_back(std::move(source));
        }
    }
    return out;
}

/// The folders that hold the product.
inline QStringList productFolders()
{
    return {QStringLiteral("app"), QStringLiteral("models"), QStringLiteral("ui"), QStringLiteral("resources")};
}

/// One #include "..." line.
struct Include {
    QString target;
    qsizetype position = 0;
};

/// The includes of a file that are written with quotation marks.
inline std::vector<Include> ownIncludes(const SourceFile &file)
{
    static const QRegularExpression Line(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*\"([^\"]+)\""), QRegularExpression::MultilineOption);
    std::vector<Include> out;
    auto matches = Line.globalMatch(file.code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out.push_back({match.captured(1), match.capturedStart(1)});
    }
    return out;
}

/// The includes of a file that are written with angle brackets.
inline std::vector<Include> systemIncludes(const SourceFile &file)
{
    static const QRegularExpression Line(QStringLiteral("^[ \\t]*#[ \\t]*include[ \\t]*<([^>]+)>"), QRegularExpression::MultilineOption);
    std::vector<Include> out;
    auto matches = Line.globalMatch(file.code);
    while (matches.hasNext()) {
        const auto match = matches.next();
        out.push_back({match.captured(1), match.capturedStart(1)});
    }
    return out;
}

/// What a failing test says. Qt Test cuts long messages, so every finding is printed beside it.
inline QByteArray report(const QStringList &findings)
{
    for (const QString &finding : findings) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(finding));
    }
    return QByteArray::number(findings.size()) + " finding(s)\n" + findings.join(u'\n').toUtf8();
}

} // namespace quarterdeck::architecture
