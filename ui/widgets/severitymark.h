#pragma once

#include "app/domain/alert.h"
#include "app/domain/severity.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QPainter;

namespace quarterdeck {

/// "Critical", "Warning", ...: translated.
QString severityWord(Severity severity);
Token severityToken(Severity severity);
/// The shape of a severity: triangle, octagon, diamond, ring; a dashed ring when unknown. At most 10 px wide, centred.
void paintSeverityShape(QPainter &painter, const QRectF &rect, Severity severity, const Theme &theme);
/// The same shape in another colour: grey where it is not known to be so any more.
void paintSeverityShape(QPainter &painter, const QRectF &rect, Severity severity, Token token, const Theme &theme);
/// Shape and word, left aligned and vertically centred: what a delegate draws in a severity column.
void paintSeverity(QPainter &painter, const QRectF &rect, Severity severity, const Theme &theme);
/// A tick in the colour of "ok": only for what rests on live sources.
void paintOkShape(QPainter &painter, const QRectF &rect, const Theme &theme);
/// "Triggered", "Acknowledged", ...: translated.
QString alertStateWord(AlertState state);

/// Shape, colour and word of a severity as a widget.
class SeverityMark final : public QWidget {
    Q_OBJECT

public:
    explicit SeverityMark(const Theme &theme, QWidget *parent = nullptr);
    /// Shape, word and accessible name change together.
    void setSeverity(Severity severity);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Severity m_severity = Severity::Unknown;
};

} // namespace quarterdeck
