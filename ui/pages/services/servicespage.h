#pragma once

#include "models/servicelistmodel.h"
#include "ui/pages/api/page.h"

#include <QStackedWidget>

namespace quarterdeck {

class ServiceDetail;
class ServiceList;

/// The services: list and page of one service.
class ServicesPage final : public Page {
    Q_OBJECT

public:
    ServicesPage(const PageContext &context, QWidget *parent);

    void show(const Destination &destination) override;
    Destination current() const override;
    QList<QAction *> verbs() const override;
    std::vector<PaletteItem> find(const QString &text, int limit) const override;
    QByteArray exportCsv() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addVerbs();
    QAction *addVerb(const QString &name, const QString &text, const QKeySequence &key, std::function<void()> run);
    void connectAll();
    void loadServices();
    void loadAlerts();
    void loadFigures();
    void openService(const QString &name);
    void backToList();
    void moveRange(double share);
    void zoomRange(double factor);
    bool isDetail() const { return m_stack->currentIndex() == 1; }

    const PageContext m_context;
    ServiceListModel m_model;
    QStackedWidget *m_stack;
    ServiceList *m_list;
    ServiceDetail *m_detail;
    QList<QAction *> m_verbs;
    UtcTime m_figuresAt;
    QString m_alertProblem;
    bool m_hasAlerts = false;
};

} // namespace quarterdeck
