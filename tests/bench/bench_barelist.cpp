// The least that can show an Alertmanager's alerts: one request, one parse on a thread, one table. No store, no rules, no safety.
// Usage: bench_barelist START-EPOCH URL. Prints when it first painted and when all rows were painted, like --trace-start.
#include "tests/bench/barefetch.h"

#include <curl/curl.h>

#include <QAbstractTableModel>
#include <QApplication>
#include <QPaintEvent>
#include <QTableView>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <thread>

namespace {

double epoch()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

class Model final : public QAbstractTableModel {
public:
    void load(std::vector<BareRow> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex & = {}) const override { return int(BareRow().size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_rows[std::size_t(index.row())][std::size_t(index.column())]) : QVariant();
    }

private:
    std::vector<BareRow> m_rows;
};

class View final : public QTableView {
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QTableView::paintEvent(event);
        if (!m_isPainted) {
            m_isPainted = true;
            std::printf("first-paint 0 %.4f\n", epoch());
        }
        if (model()->rowCount() > 0 && !m_isShown) {
            m_isShown = true;
            std::printf("last-alerts 0 %.4f\nalerts %d\n", epoch(), model()->rowCount());
            QTimer::singleShot(0, qApp, &QApplication::quit);
        }
    }

private:
    bool m_isPainted = false;
    bool m_isShown = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 3) {
        return 2;
    }
    curl_global_init(CURL_GLOBAL_ALL);
    Model model;
    View view;
    view.setModel(&model);
    view.resize(1440, 900);
    view.show();
    std::thread worker([&model, url = std::string(argv[2])] {
        std::vector<BareRow> rows = bareFetch(url);
        QMetaObject::invokeMethod(&model, [&model, rows = std::move(rows)]() mutable { model.load(std::move(rows)); });
    });
    const int code = app.exec();
    worker.join();
    return code;
}
