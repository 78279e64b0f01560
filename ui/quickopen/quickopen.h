// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/elsewhere.h"
#include "ui/quickopen/quickmatch.h"

#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace zoodock
{

class ClusterStore;
class ZnodesPage;

/// A field and a list: part of a name is typed, Enter goes there. Finds clusters, members, and of the cluster
/// that is shown bookmarks, znodes that were looked at and znodes that are known; a path that is typed is
/// completed (Tab). Deletes itself.
class QuickOpen : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(QuickOpen)
public:
    static constexpr int mostRows = 50;

    QuickOpen(const ClusterStore &store, ZnodesPage &znodes, QWidget *window);

    /// Below the window's upper edge, ready to be typed into.
    void popUp();
    void done(int result) override;
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QTreeWidget *list() const { return m_list; }

Q_SIGNALS:
    void clusterWanted(const QString &cluster);
    void memberWanted(const QString &cluster, int memberId);
    void znodeWanted(const zoodock::ZnodePath &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Found
    {
        quint64 question = 0;
        QList<QuickPlace> places;
    };

    void build();
    void gather();
    void askForChildren();
    bool expand(const ZnodePath &path);
    void search();
    void showPlaces(const QList<QuickPlace> &places);
    bool onKey(const QKeyEvent &event);
    void complete();
    void openChosen();

    const ClusterStore &m_store;
    ZnodesPage &m_znodes;
    std::shared_ptr<const QuickPlaces> m_places;
    QList<QuickPlace> m_shown;
    QString m_shownFor;     ///< what was typed then
    quint64 m_question = 0; ///< late answers to earlier ones are dropped
    Elsewhere<Found> m_searching;
    QTimer m_gathering;
    QList<ZnodePath> m_expanded; ///< by us
    std::optional<ZnodePath> m_goal;
    bool m_wasActive = false;
    QLineEdit *m_field;
    QTreeWidget *m_list;
    QLabel *m_hint;
};

} // namespace zoodock
