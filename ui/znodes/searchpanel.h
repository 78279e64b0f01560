// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
class ZnodeConnection;
class ZnodeSearch;

/// Finds znodes below one by name and value; results appear as they come.
class SearchPanel : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPanel)
public:
    static constexpr int mostResults = 10'000;

    SearchPanel(ZnodeConnection &connection, QWidget *parent);

    /// Shows itself, ready to be typed into.
    void searchBelow(const ZnodePath &path);
    /// Forgets everything and hides: another cluster.
    void reset();
    [[nodiscard]] QString status() const;
    [[nodiscard]] QLineEdit *field() const { return m_text; }
    [[nodiscard]] QTreeWidget *results() const { return m_results; }

Q_SIGNALS:
    void pathWanted(const zoodock::ZnodePath &path);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void start();
    void take(qsizetype first);
    void end();
    void showProgress();
    void refresh();

    ZnodeConnection &m_connection;
    QPointer<ZnodeSearch> m_search;
    ZnodePath m_below;
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
