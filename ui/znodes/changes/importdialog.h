// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "znodes/znodetransfer.h"

#include <QtCore/QPointer>
#include <QtCore/QTimer>
#include <QtWidgets/QDialog>

class QButtonGroup;
class QGroupBox;
class QLabel;
class QPushButton;
class QTreeWidget;

namespace zoodock
{

class PathField;
class ZnodeSession;

/// Asks before an export is imported: where to, what will be created, what is there already and differs, and
/// what to do about that. Changes nothing itself.
class ImportDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ImportDialog)
public:
    /// `under`: what the dump's top becomes unless the person chooses another place.
    ImportDialog(ZnodeSession &session, ZnodeDump dump, const QString &fileName, const ZnodePath &under,
                 QWidget *parent);

    /// How many of each, or how far the comparison is.
    [[nodiscard]] QString counts() const;

Q_SIGNALS:
    /// With `preview`: what the person has seen of what is there.
    void wanted(const zoodock::ZnodePath &under, zoodock::ImportConflict onConflict,
                const zoodock::ImportPreview &preview);

private:
    void build(const QString &fileName, const ZnodePath &under);
    QGroupBox *buildChoices();
    void compareLater();
    void compare();
    void onCompared();
    void fillList();
    void refresh();
    [[nodiscard]] ImportConflict chosen() const;

    ZnodeSession &m_session;
    ZnodeDump m_dump;
    std::optional<ZnodePath> m_under; ///< compared, or being compared
    QPointer<ImportComparison> m_comparison;
    std::optional<ImportPreview> m_found;
    QTimer m_pause; ///< while somebody types
    PathField *m_place;
    QLabel *m_counts;
    QTreeWidget *m_list;
    QGroupBox *m_choices = nullptr;
    QButtonGroup *m_choice;
    QLabel *m_losses;
    QLabel *m_problem;
    QPushButton *m_import = nullptr;
};

} // namespace zoodock
