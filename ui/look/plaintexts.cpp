// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/look/plaintexts.h"

#include <QtCore/QEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLabel>

namespace zoodock
{

namespace
{

class PlainTexts : public QObject
{
public:
    using QObject::QObject;

    /// Labels are polished before they are shown for the first time; a tool tip is a label, too.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Polish) {
            auto *label = qobject_cast<QLabel *>(watched);
            if (label && label->textFormat() == Qt::AutoText)
                label->setTextFormat(Qt::PlainText);
        }
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

void showTextsPlain()
{
    const QString name = QStringLiteral("zoodockPlainTexts");
    if (qApp->findChild<QObject *>(name, Qt::FindDirectChildrenOnly))
        return;
    auto *texts = new PlainTexts(qApp);
    texts->setObjectName(name);
    qApp->installEventFilter(texts);
}

} // namespace zoodock
