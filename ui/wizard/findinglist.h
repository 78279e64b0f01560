// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ensemble/finding.h"
#include "ui/look/meaning.h"

#include <QtWidgets/QWidget>

#include <functional>

class QIcon;
class QVBoxLayout;

namespace zoodock
{

[[nodiscard]] Look lookOf(Severity severity);
[[nodiscard]] QString wordFor(Severity severity); ///< translated
/// Its shape as high as the widget's text; also for a selected row.
[[nodiscard]] QIcon findingIcon(Severity severity, const QWidget &widget);

/// Findings, a row each: shape, sentence and what to do. With remedies, a button where one click helps.
class FindingList : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindingList)
public:
    explicit FindingList(QWidget *parent = nullptr);

    /// The label of a finding's button; empty: it has none.
    using Labels = std::function<QString(const Finding &finding)>;
    void setLabels(Labels labels) { m_labels = std::move(labels); }
    void setFindings(const QList<Finding> &findings);
    [[nodiscard]] const QList<Finding> &findings() const { return m_findings; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void remedyClicked(const zoodock::Finding &finding);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void addRow(const Finding &finding);

    Labels m_labels;
    QList<Finding> m_findings;
    QStringList m_shown; ///< what the rows say, to leave them alone while they say the same
    QVBoxLayout *m_rows;
    bool m_laidOut = false; ///< its width means something
};

} // namespace zoodock
