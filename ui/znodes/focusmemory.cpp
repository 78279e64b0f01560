// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/focusmemory.h"

#include <QtWidgets/QApplication>

namespace zoodock
{

namespace
{

constexpr qsizetype mostRemembered = 8;

} // namespace

FocusMemory::FocusMemory(QWidget *page)
    : QObject(page)
    , m_page(page)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { note(now); });
}

FocusMemory::~FocusMemory() = default;

void FocusMemory::note(QWidget *focused)
{
    if (!focused || !m_page->isAncestorOf(focused))
        return;
    m_before.removeAll(QPointer(focused));
    m_before.append(focused);
    if (m_before.size() > mostRemembered)
        m_before.removeFirst();
}

bool FocusMemory::giveBack(QWidget *otherwise) const
{
    const QWidget *const hidden = QApplication::focusWidget();
    if (!hidden || hidden->isVisible() || !m_page->isVisible() || !m_page->isAncestorOf(hidden))
        return false;
    for (qsizetype at = m_before.size() - 1; at >= 0; --at) {
        QWidget *const before = m_before.at(at);
        if (before && before->isVisible() && before->isEnabled()) {
            before->setFocus(Qt::OtherFocusReason);
            return true;
        }
    }
    otherwise->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace zoodock
