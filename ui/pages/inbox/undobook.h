#pragma once

#include "app/domain/action.h"
#include "ui/pages/api/page.h"

#include <QHash>

namespace quarterdeck {

/// What a person did last in the inbox, and how it is taken back: what still waits is withdrawn, what was sent is undone by its opposite.
/// Thread: main.
class UndoBook final : public QObject {
    Q_OBJECT

public:
    /// What came of one press of a key: some acts, or a note.
    struct Deed {
        QString name; ///< "Acknowledgement: HighLatency". Plain.
        std::vector<QUuid> actions {};
        QUuid note {};
        std::vector<AlertAction> again {}; ///< What makes anew what the acts end.

        friend bool operator==(const Deed &, const Deed &) = default;
    };

    /// `page` is the parent of questions.
    UndoBook(const PageContext &context, QWidget *page);
    /// Remembers what was done and says so; the sentence comes with a button that takes it back.
    void remember(Deed deed, const QString &sentence);
    /// Takes back what was done last. Where that was taken back already, what was done before it is named and asked about first.
    void undoLast();

signals:
    /// Something could not be stored.
    void failed(const quarterdeck::Error &error);

private:
    void undo(const Deed &deed);
    void removeNote(const Deed &deed);
    void undoSent(Deed deed, int withdrawn);
    /// The silence that stands in the place of one that was ended and made anew; empty where that is not known.
    QString standing(const QString &silence, const std::vector<OutboxEntry> &entries) const;
    void tell(const Deed &deed, const QStringList &told);

    PageContext m_context;
    QWidget *m_page;
    std::vector<Deed> m_deeds;
    QHash<QString, QUuid> m_madeAnew; ///< By silence that was ended: the act that made it anew.
    bool m_isFresh = false;           ///< The last of them is what the person did last.
};

} // namespace quarterdeck
