#include "tests/architecture/layers.h"
#include "tests/architecture/sourcetree.h"

#include <QFileInfo>
#include <QTest>

#include <functional>

using namespace quarterdeck::architecture;

namespace {

bool isBelow(const QString &path, const QString &folder)
{
    return path == folder || path.startsWith(folder + u'/');
}

// Files that the build writes: the two registries and moc.
bool isGenerated(const QString &target)
{
    return target == u"connectors.h" || target == u"pages.h" || target.endsWith(QLatin1StringView(".moc"))
        || target.startsWith(QLatin1StringView("moc_"));
}

} // namespace

class TestIncludes : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_files = sources(productFolders());
        QVERIFY(m_files.size() > 20);
    }

    void everyFolderHasARow()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (layerOf(file.folder()).isEmpty()) {
                findings.append(
                    file.path + QStringLiteral(": its folder has no row in tests/architecture/layers.h; add one there and in ARCHITECTURE.md"));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void layersAreKept()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            const QString layer = layerOf(file.folder());
            const QSet<QString> allowed = reachable(layer);
            // A folder of a starred row is its own: its neighbours are not.
            const QString own = layer.endsWith(u'*') ? file.path.section(u'/', 0, 2) : layer;
            for (const Include &include : ownIncludes(file)) {
                const bool isAllowed = isGenerated(include.target) || isBelow(include.target, own)
                    || std::any_of(allowed.begin(), allowed.end(), [&](const QString &folder) { return isBelow(include.target, folder); });
                if (!isAllowed) {
                    findings.append(file.at(include.position)
                        + QStringLiteral(": %1 may not include %2; move the code, or the type down to a layer both may see")
                              .arg(layer, include.target));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void onlyMainsAndTestsKnowBootstrap()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            const bool isRoot = isBelow(file.path, QStringLiteral("app/bootstrap")) || isBelow(file.path, QStringLiteral("app/cli"))
                || isBelow(file.path, QStringLiteral("app/desktop"));
            for (const Include &include : ownIncludes(file)) {
                if (!isRoot && isBelow(include.target, QStringLiteral("app/bootstrap"))) {
                    findings.append(file.at(include.position) + QStringLiteral(": only app/cli, app/desktop and tests may include app/bootstrap"));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void includesAreWrittenFromTheRoot()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            for (const Include &include : ownIncludes(file)) {
                const bool isThere = QFileInfo(QStringLiteral(QUARTERDECK_SOURCE_DIR "/") + include.target).isFile();
                if (!isThere && !isGenerated(include.target)) {
                    findings.append(
                        file.at(include.position) + QStringLiteral(": \"%1\" is not a path from the root of the project").arg(include.target));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void ownHeaderComesFirst()
    {
        QStringList findings;
        for (const SourceFile &file : m_files) {
            const QString header = file.path.chopped(4) + QStringLiteral(".h");
            if (file.isHeader() || !QFileInfo::exists(QStringLiteral(QUARTERDECK_SOURCE_DIR "/") + header)) {
                continue;
            }
            const auto includes = ownIncludes(file);
            const auto system = systemIncludes(file);
            const bool isFirst = !includes.empty() && includes.front().target == header
                && (system.empty() || includes.front().position < system.front().position);
            if (!isFirst) {
                findings.append(
                    file.path + QStringLiteral(":1: its own header %1 must be the first include, so that the header stands alone").arg(header));
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    void foldersHaveNoCycle()
    {
        QHash<QString, QHash<QString, QString>> edges;
        for (const SourceFile &file : m_files) {
            for (const Include &include : ownIncludes(file)) {
                const QString from = file.folder();
                const QString to = include.target.section(u'/', 0, -2);
                if (from != to && !isGenerated(include.target)) {
                    edges[from].insert(to, file.at(include.position));
                }
            }
        }
        QStringList findings;
        QSet<QString> done;
        QStringList path;
        const std::function<void(const QString &)> visit = [&](const QString &folder) {
            if (path.contains(folder)) {
                QStringList cycle = path.mid(path.indexOf(folder)) + QStringList(folder);
                findings.append(edges.value(cycle.at(cycle.size() - 2)).value(folder) + QStringLiteral(": closes the circle ")
                    + cycle.join(QStringLiteral(" -> ")));
                return;
            }
            if (done.contains(folder)) {
                return;
            }
            path.append(folder);
            for (const QString &next : edges.value(folder).keys()) {
                visit(next);
            }
            path.removeLast();
            done.insert(folder);
        };
        for (const QString &folder : edges.keys()) {
            visit(folder);
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    // What works without a screen must not begin to need one.
    void noGuiBelowTheWindow()
    {
        static const QRegularExpression Gui(
            QStringLiteral("^(QtGui|QtWidgets|QtCharts|QtSvg|QtPrintSupport)\\b|^Q(Widget|Application|GuiApplication|Color|Painter|Icon|Font|Pixmap|"
                           "Image|Palette|Brush|Pen|Label|Dialog"
                           "|MainWindow|Action|Menu|Style\\w*|Clipboard|DesktopServices|Chart\\w*|TextDocument|StandardItemModel)$"));
        QStringList findings;
        for (const SourceFile &file : m_files) {
            if (isBelow(file.path, QStringLiteral("ui")) || isBelow(file.path, QStringLiteral("app/desktop"))) {
                continue;
            }
            for (const Include &include : systemIncludes(file)) {
                if (Gui.match(include.target).hasMatch()) {
                    findings.append(
                        file.at(include.position) + QStringLiteral(": <%1> needs a screen; only ui/ and app/desktop may use it").arg(include.target));
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

    // A header that another folder includes must not drag a library behind it.
    void publicHeadersAreFreeOfLibraries()
    {
        static const QRegularExpression Library(
            QStringLiteral("^(nlohmann/|curl/|sqlite3|yaml-cpp/|simdjson|re2/|cmark|CLI/|qt6keychain/|qtkeychain/)"));
        QHash<QString, const SourceFile *> headers;
        QSet<QString> publicOnes;
        for (const SourceFile &file : m_files) {
            if (file.isHeader()) {
                headers.insert(file.path, &file);
            }
            for (const Include &include : ownIncludes(file)) {
                if (include.target.section(u'/', 0, -2) != file.folder()) {
                    publicOnes.insert(include.target);
                }
            }
        }
        QStringList todo = publicOnes.values();
        QStringList findings;
        while (!todo.isEmpty()) {
            const SourceFile *file = headers.value(todo.takeFirst());
            if (file == nullptr) {
                continue;
            }
            for (const Include &include : systemIncludes(*file)) {
                if (Library.match(include.target).hasMatch()) {
                    findings.append(file->at(include.position)
                        + QStringLiteral(": a header that other folders see may not include <%1>; hide it behind a private class")
                              .arg(include.target));
                }
            }
            for (const Include &include : ownIncludes(*file)) {
                if (!publicOnes.contains(include.target)) {
                    publicOnes.insert(include.target);
                    todo.append(include.target);
                }
            }
        }
        QVERIFY2(findings.isEmpty(), report(findings));
    }

private:
    std::vector<SourceFile> m_files;
};

QTEST_GUILESS_MAIN(TestIncludes)
#include "tst_includes.moc"
