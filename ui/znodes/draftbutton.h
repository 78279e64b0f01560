// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/uiservices.h"
#include "ui/znodes/znodedrafts.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QToolButton>

namespace zoodock
{

/// Unsaved changes of the znodes that are not shown just now, also of those that are gone: keeps them, and
/// lists them in a menu. Hidden while there are none here.
class DraftButton : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DraftButton)
public:
    DraftButton(const UiServices &services, ZnodeDrafts &drafts, QWidget *parent);

    /// A path means one znode of one cluster below one root.
    void setPlace(const QString &cluster, const QString &chroot);
    void store(const ZnodePath &path, const ZnodeDraft &draft);
    [[nodiscard]] bool contains(const ZnodePath &path) const;
    [[nodiscard]] ZnodeDraft take(const ZnodePath &path);
    void remove(const ZnodePath &path);
    /// The cluster is gone. If it is made anew, its znodes are others than those that were edited.
    void noteRemoved(const QString &cluster);
    /// Here and elsewhere.
    [[nodiscard]] bool isEmpty() const { return m_drafts.isEmpty(); }
    [[nodiscard]] QStringList paths() const;
    /// Here and elsewhere, to look at.
    [[nodiscard]] QStringList names() const;

Q_SIGNALS:
    void pathWanted(const zoodock::ZnodePath &path);

private:
    void refresh();
    void fill();

    UiServices m_services;
    ZnodeDrafts &m_drafts;
    QString m_place;
};

} // namespace zoodock
