// The floor of a start: an empty window of the same libraries. Prints the moment of its first paint, like --trace-start.
#include <QApplication>
#include <QMainWindow>
#include <QPaintEvent>
#include <QTimer>
#include <QtCharts/QChart>

#include <chrono>
#include <cstdio>
#include <curl/curl.h>
#include <sqlite3.h>

namespace {

class Window final : public QMainWindow {
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QMainWindow::paintEvent(event);
        if (!m_isPainted) {
            m_isPainted = true;
            const double now = std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
            std::printf("first-paint 0 %.4f\n", now);
            QTimer::singleShot(0, qApp, &QApplication::quit);
        }
    }

private:
    bool m_isPainted = false;
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    curl_global_init(CURL_GLOBAL_ALL);
    sqlite3_initialize();
    const QChart chart;
    Window window;
    window.resize(1440, 900);
    window.show();
    return app.exec();
}
