// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

#include <QtCore/QPointer>

class QComboBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace zoodock
{

class FindingList;
class GlyphLabel;
class ImageTask;

/// Which image, whether the engine has it, and how it gets there: pulled, or built by the local recipe.
class ImagePage : public WizardPage
{
    Q_OBJECT
public:
    /// `recipe`: the script that builds the local image; empty: there is none, and nothing is said of it.
    ImagePage(WizardDraft &draft, QString recipe, QWidget *parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString explanation() const override;
    void refresh() override;
    [[nodiscard]] QWidget *firstField() const override;

private:
    void build();
    QWidget *makeProgress();
    void fillChoices();
    void showState();
    void run(ImageTask *task);
    void showTask();
    void onTaskFinished();
    void showFailure(const Error &error);
    void placeFailure();
    [[nodiscard]] bool isWorking() const;
    [[nodiscard]] bool isMissing() const;

    QString m_recipe;
    QPointer<ImageTask> m_task;
    QString m_tried; ///< the image of the task
    QComboBox *m_reference = nullptr;
    GlyphLabel *m_glyph = nullptr;
    QLabel *m_state = nullptr;
    QPushButton *m_pull = nullptr;
    QPushButton *m_build = nullptr;
    QWidget *m_progress = nullptr;
    QLabel *m_doing = nullptr;
    QProgressBar *m_bar = nullptr;
    QListWidget *m_steps = nullptr;
    QPushButton *m_cancel = nullptr;
    QWidget *m_failure = nullptr;
    FindingList *m_findings = nullptr;
};

} // namespace zoodock
