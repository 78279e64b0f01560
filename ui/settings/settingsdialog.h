// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"

#include <QtCore/QVariant>
#include <QtWidgets/QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace zoodock
{

class ClusterMonitor;

/// The preferences that have an effect, each with its own field. OK stores what was changed; whoever an
/// effect concerns hears of it by Settings::changed().
class SettingsDialog : public QDialog
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SettingsDialog)
public:
    SettingsDialog(Settings &settings, ClusterMonitor &monitor, QWidget *parent = nullptr);

private:
    /// One preference: how its field shows a value, and what the field says.
    struct Field
    {
        SettingKey key;
        std::function<void(const QVariant &)> show;
        std::function<QVariant()> said;
    };

    void buildEngine(QVBoxLayout *layout);
    void buildCreation(QVBoxLayout *layout);
    void buildWatching(QVBoxLayout *layout);
    void buildWindow(QVBoxLayout *layout);
    QFormLayout *addGroup(QVBoxLayout *layout, const QString &title);
    QLineEdit *addText(SettingKey key, const QString &accessibleName);
    QSpinBox *addNumber(SettingKey key, const QString &accessibleName, int least, int most, int step);
    QComboBox *addChoice(SettingKey key, const QString &accessibleName,
                         const QList<std::pair<QString, QString>> &choices);
    QLabel *addRemark(QFormLayout *form);
    void addField(Field field);
    void askContexts();
    [[nodiscard]] bool isUnknownContext(const QString &name) const;
    void browse();
    void check();
    void showDefaults();
    void store();

    Settings &m_settings;
    ClusterMonitor &m_monitor;
    QList<Field> m_fields;
    QLineEdit *m_executable = nullptr;
    QComboBox *m_context = nullptr;
    QLineEdit *m_image = nullptr;
    QLabel *m_engineRemark = nullptr;
    QLabel *m_imageRemark = nullptr;
    QDialogButtonBox *m_buttons = nullptr;
};

} // namespace zoodock
