// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

namespace zoodock
{

/// Where the focus was on a page. When what has it is hidden, Qt would send it to whatever comes next, maybe
/// out of the page, whose keys are dead then.
class FocusMemory : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusMemory)
public:
    explicit FocusMemory(QWidget *page);
    ~FocusMemory() override;

    /// For the page's focusNextPrevChild(), which Qt calls then. True: the focus was hidden, and is back
    /// where it was before; `otherwise` gets it where that is not to be seen either.
    [[nodiscard]] bool giveBack(QWidget *otherwise) const;

private:
    void note(QWidget *focused);

    QWidget *m_page;
    QList<QPointer<QWidget>> m_before; ///< the newest last
};

} // namespace zoodock
