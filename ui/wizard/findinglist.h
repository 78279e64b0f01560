// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/finding.h"
#include "ui/look/meaning.h"

#include <QtCore/QPointer>
#include <QtWidgets/QWidget>

#include <functional>

class QIcon;
class QPushButton;
class QVBoxLayout;

namespace zoodock
{

[[nodiscard]] Look lookOf(Severity severity);
[[nodiscard]] QString wordFor(Severity severity); ///< translated
/// Its shape as high as the widget's text; also for a selected row.
[[nodiscard]] QIcon findingIcon(Severity severity, const QWidget &widget);

/// Findings, a row each: shape, sentence and what to do. With remedies, a button for each click that helps.
class FindingList : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingList)
public:
    explicit FindingList(QWidget *parent = nullptr);

    /// The labels of a finding's buttons, one below the other.
    using Labels = std::function<QStringList(const Finding &finding)>;
    void setLabels(Labels labels) { m_labels = std::move(labels); }
    void setFindings(const QList<Finding> &findings);
    /// Where there is more room than its rows need.
    void keepAtTop() { m_keepsAtTop = true; }
    /// Tab comes to the buttons after this one; without it, where the list stands among its siblings.
    void setTabAfter(QWidget *widget) { m_tabAfter = widget; }
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// `button`: which of the finding's labels it has.
    void remedyClicked(const zoodock::Finding &finding, int button);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    /// Returns its buttons.
    QList<QPushButton *> addRow(const Finding &finding);
    [[nodiscard]] QStringList labelsOf(const Finding &finding) const;
    void orderTabs(const QList<QPushButton *> &buttons);

    Labels m_labels;
    QList<Finding> m_findings;
    QStringList m_shown; ///< what the rows say, to leave them alone while they say the same
    QVBoxLayout *m_rows;
    QPointer<QWidget> m_tabAfter;
    bool m_keepsAtTop = false;
    bool m_laidOut = false; ///< its width means something
};

} // namespace zoodock
