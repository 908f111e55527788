#pragma once

#include <QObject>
#include <QTimer>

class QCompleter;
class QLineEdit;
class QStandardItemModel;

namespace quarterdeck {

class AlertIndex;

/// Offers how the word at the cursor of the filter may go on: fields by name, then values with how many of the alerts have them. Arrow keys
/// and Enter, Tab or the mouse take one; Ctrl+Space asks for the list. Thread: main.
class FilterCompleter final : public QObject {
    Q_OBJECT

public:
    /// Both have to live as long as it does.
    FilterCompleter(QLineEdit *edit, const AlertIndex &alerts);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offer();
    void take(int row);
    bool takesKey(int key);

    QLineEdit *m_edit;
    const AlertIndex &m_alerts;
    QStandardItemModel *m_rows;
    QCompleter *m_completer;
    QTimer m_pause;
};

} // namespace quarterdeck
