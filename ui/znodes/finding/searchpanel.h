// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/znodes/changes/znodeactivity.h"
#include "znodes/znodepath.h"

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace zoodock
{

class ElidedLabel;
class ZnodeSearch;
class ZnodeSession;
struct ZnodeQuery;

/// Finds znodes below one by name and value; results appear as they come. A search that lasts stands in the
/// activity, too.
class SearchPanel : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPanel)
public:
    static constexpr int mostResults = 10'000;

    SearchPanel(ZnodeSession &session, QWidget *parent);
    ~SearchPanel() override;

    /// Shows itself, ready to be typed into.
    void searchBelow(const ZnodePath &path);
    /// Shows itself, and searches for this instead of what it has searched for.
    void search(const ZnodeQuery &query);
    /// Forgets everything and hides.
    void reset();
    /// The same: paths mean other znodes from now on.
    void leave();
    /// The same is about to come, since the cluster is just being removed.
    void noteRemoval() { m_activity.sayThatItIsGone(); }
    /// The activity's row of what runs; null: nothing that lasts.
    [[nodiscard]] const OperationTask *lastingWork() const;
    [[nodiscard]] QString status() const;
    [[nodiscard]] QLineEdit *field() const { return m_text; }
    [[nodiscard]] QTreeWidget *results() const { return m_results; }

Q_SIGNALS:
    void pathWanted(const zoodock::ZnodePath &path);
    void ended();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void setBelow(const ZnodePath &path);
    [[nodiscard]] ZnodeQuery query() const;
    void start();
    void showInActivity(const ZnodeQuery &query);
    void take(qsizetype first);
    void end();
    [[nodiscard]] QString outcomeOf(const ZnodeSearch &search) const;
    void forgetFailure();
    void showProgress();
    void say(const QString &outcome);
    void refresh();

    ZnodeSession &m_session;
    ZnodeActivity m_activity;
    QPointer<ZnodeSearch> m_search;
    quint64 m_generation = 0; ///< of the connection, when the search began
    ZnodePath m_below;
    ZnodePath m_searched; ///< where the results are from
    QString m_outcome;    ///< of it
    ElidedLabel *m_title;
    QLineEdit *m_text;
    QCheckBox *m_names;
    QCheckBox *m_values;
    QCheckBox *m_regular;
    QCheckBox *m_case;
    QPushButton *m_start;
    QPushButton *m_close;
    QTreeWidget *m_results;
    QLabel *m_status;
};

} // namespace zoodock
