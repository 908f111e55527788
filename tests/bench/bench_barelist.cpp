// The least that can show an Alertmanager's alerts: one request, one parse on a thread, one table. No store, no rules, no safety.
// Usage: bench_barelist START-EPOCH URL. Prints when it first painted and when all rows were painted, like --trace-start.
#include <QAbstractTableModel>
#include <QApplication>
#include <QPaintEvent>
#include <QTableView>
#include <QTimer>

#include <curl/curl.h>
#include <simdjson.h>

#include <chrono>
#include <cstdio>
#include <thread>

namespace {

using Row = std::array<QString, 6>;
constexpr std::array<std::string_view, 3> Names {"severity", "alertname", "service"};

double epoch()
{
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

QString toText(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

size_t append(char *bytes, size_t size, size_t count, void *body)
{
    static_cast<std::string *>(body)->append(bytes, size * count);
    return size * count;
}

std::vector<Row> fetch(const std::string &url)
{
    std::string body;
    CURL *easy = curl_easy_init();
    curl_easy_setopt(easy, CURLOPT_URL, (url + "/api/v2/alerts").c_str());
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, &body);
    curl_easy_perform(easy);
    curl_easy_cleanup(easy);
    std::vector<Row> rows;
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.parse(body);
    for (const simdjson::dom::element alert : simdjson::dom::array(root.get_array())) {
        Row &row = rows.emplace_back();
        for (std::size_t i = 0; i < Names.size(); ++i) {
            row[i] = toText(alert["labels"][Names[i]]);
        }
        row[3] = toText(alert["annotations"]["summary"]);
        row[4] = toText(alert["status"]["state"]);
        row[5] = toText(alert["startsAt"]);
    }
    return rows;
}

class Model final : public QAbstractTableModel {
public:
    void load(std::vector<Row> rows)
    {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex & = {}) const override { return int(Row().size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(m_rows[std::size_t(index.row())][std::size_t(index.column())]) : QVariant();
    }

private:
    std::vector<Row> m_rows;
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
        std::vector<Row> rows = fetch(url);
        QMetaObject::invokeMethod(&model, [&model, rows = std::move(rows)]() mutable { model.load(std::move(rows)); });
    });
    const int code = app.exec();
    worker.join();
    return code;
}
