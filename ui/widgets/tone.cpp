#include "ui/widgets/tone.h"

#include <QStyle>
#include <QToolButton>
#include <QVariant>

namespace quarterdeck {

void setTone(QToolButton &button, const QString &tone)
{
    if (button.property("tone").toString() != tone) {
        button.setProperty("tone", tone);
        // The sheet looks at properties only when a widget is polished.
        button.style()->unpolish(&button);
        button.style()->polish(&button);
    }
}

} // namespace quarterdeck
