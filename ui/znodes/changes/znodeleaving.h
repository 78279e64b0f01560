// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>

#include <functional>
#include <optional>

class QMessageBox;
class QWidget;

namespace zoodock
{

class LastingWork;
class ZnodeSession;

/// Another cluster is to be shown while lasting work goes on in the present one. As long as nobody looks at
/// the page the work goes on, and its end is waited for; else the person is asked.
class ZnodeLeaving : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ZnodeLeaving)
public:
    ZnodeLeaving(ZnodeSession &session, const LastingWork &work, QWidget *page);

    /// False: nothing speaks against showing this cluster now. Else left() says when, or stayed().
    [[nodiscard]] bool postpones(const QString &cluster);
    /// The cluster that is shown is not the one that is meant.
    [[nodiscard]] bool isPending() const { return m_wanted.has_value(); }
    /// To be done once the wanted cluster is shown.
    void setNext(std::function<void()> next) { m_next = std::move(next); }
    /// Somebody looks at the page.
    void askSoon();

Q_SIGNALS:
    /// This cluster is to be shown now.
    void left(const QString &cluster);
    /// The person stays at this one.
    void stayed(const QString &cluster);

private:
    void ask();
    void go();
    void stay();

    ZnodeSession &m_session;
    const LastingWork &m_work;
    QWidget *m_page;
    QPointer<QMessageBox> m_box;
    std::optional<QString> m_wanted;
    std::function<void()> m_next;
};

} // namespace zoodock
