// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingsdialog.h"

#include "clusters/clustermonitor.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/translations.h"

#include <QtCore/QStandardPaths>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <algorithm>
#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

SettingsDialog::SettingsDialog(Settings &settings, ClusterMonitor &monitor, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_monitor(monitor)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Settings"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    buildEngine(layout);
    buildCreation(layout);
    buildWatching(layout);
    buildWindow(layout);
    layout->addStretch();
    m_buttons = new QDialogButtonBox(
        QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::RestoreDefaults, this);
    layout->addWidget(m_buttons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::store);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            &SettingsDialog::showDefaults);
    for (const Field &field : m_fields)
        field.show(m_settings.value(field.key));
    check();
    askContexts();
}

void SettingsDialog::buildEngine(QVBoxLayout *layout)
{
    QFormLayout *form = addGroup(layout, tr("Docker"));
    m_executable = addText(SettingKey::DockerExecutable, tr("Docker command"));
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setObjectName(u"settingsBrowse"_s);
    browse->setAutoDefault(false);
    browse->setAccessibleName(tr("Choose the docker command"));
    connect(browse, &QPushButton::clicked, this, &SettingsDialog::browse);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_executable, 1);
    row->addWidget(browse);
    auto *label = new QLabel(tr("&Docker command:"), this);
    label->setBuddy(m_executable);
    form->addRow(label, row);
    m_context = new QComboBox(this);
    m_context->setEditable(true);
    m_context->setInsertPolicy(QComboBox::NoInsert);
    m_context->setAccessibleName(tr("Docker context"));
    m_context->setToolTip(tr("The engine that is watched from the start and that new clusters are made on."));
    m_context->lineEdit()->setAccessibleName(tr("Name of the Docker context"));
    m_context->lineEdit()->setPlaceholderText(tr("Docker's current context"));
    m_context->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_context, &QComboBox::currentTextChanged, this, &SettingsDialog::check);
    addField({SettingKey::DockerContext,
              [this](const QVariant &value) { m_context->setCurrentText(value.toString()); },
              [this] { return m_context->currentText().trimmed(); }});
    form->addRow(tr("Conte&xt:"), m_context);
    m_engineRemark = addRemark(form);
}

void SettingsDialog::buildCreation(QVBoxLayout *layout)
{
    QFormLayout *form = addGroup(layout, tr("New clusters"));
    m_image = addText(SettingKey::DefaultImage, tr("Image of new clusters"));
    m_image->setPlaceholderText(tr("The local image if it is there, else zookeeper:3.9"));
    form->addRow(tr("&Image:"), m_image);
    m_imageRemark = addRemark(form);
    QSpinBox *port = addNumber(SettingKey::FirstClientPort, tr("First client port"), 1, 65'535, 1);
    port->setToolTip(tr("The first member of a new cluster gets this port, or the next one that is free."));
    form->addRow(tr("First client &port:"), port);
}

void SettingsDialog::buildWatching(QVBoxLayout *layout)
{
    QFormLayout *form = addGroup(layout, tr("Watching"));
    QSpinBox *settled = addNumber(SettingKey::SettledPace,
                                  tr("Pause between two questions to a settled member"), 200, 60'000, 100);
    settled->setSuffix(tr(" ms"));
    settled->setToolTip(tr("Every question costs the server a line in its log."));
    form->addRow(tr("Ask a &settled member every:"), settled);
    QSpinBox *unsettled =
        addNumber(SettingKey::UnsettledPace, tr("Pause between two questions while a cluster is not settled"),
                  50, 10'000, 50);
    unsettled->setSuffix(tr(" ms"));
    unsettled->setToolTip(tr("While there is no quorum, or a member does not answer."));
    form->addRow(tr("Ask in &unsettled times every:"), unsettled);
    QSpinBox *lines =
        addNumber(SettingKey::LogLimit, tr("Log lines kept of each member"), 1000, 1'000'000, 10'000);
    lines->setGroupSeparatorShown(true);
    lines->setToolTip(tr("Older lines are dropped from the page “Logs”; the member's own log keeps them."));
    form->addRow(tr("Log lines &kept of each member:"), lines);
}

void SettingsDialog::buildWindow(QVBoxLayout *layout)
{
    QFormLayout *form = addGroup(layout, tr("Window"));
    form->addRow(
        tr("&Language:"),
        addChoice(SettingKey::Language, tr("Language"),
                  QList<std::pair<QString, QString>>{{QString(), tr("As the system")}} + languages()));
    form->addRow(
        tr("&Theme:"),
        addChoice(SettingKey::Theme, tr("Theme"),
                  {{u"system"_s, tr("As the system")}, {u"light"_s, tr("Light")}, {u"dark"_s, tr("Dark")}}));
    auto *notifications =
        new QCheckBox(tr("&Notify me when a quorum is lost or regained while ZooDock is not in front"), this);
    notifications->setToolTip(tr("Through the desktop, while no window of ZooDock is in front."));
    addField({SettingKey::Notifications,
              [notifications](const QVariant &value) { notifications->setChecked(value.toBool()); },
              [notifications] { return notifications->isChecked(); }});
    form->addRow(notifications);
}

QFormLayout *SettingsDialog::addGroup(QVBoxLayout *layout, const QString &title)
{
    auto *group = new QGroupBox(title, this);
    auto *form = new QFormLayout(group);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->addWidget(group);
    return form;
}

QLineEdit *SettingsDialog::addText(SettingKey key, const QString &accessibleName)
{
    auto *edit = new QLineEdit(this);
    edit->setAccessibleName(accessibleName);
    edit->setMinimumWidth(fontMetrics().averageCharWidth() * 44);
    connect(edit, &QLineEdit::textChanged, this, &SettingsDialog::check);
    addField({key, [edit](const QVariant &value) { edit->setText(value.toString()); },
              [edit] { return edit->text().trimmed(); }});
    return edit;
}

QSpinBox *SettingsDialog::addNumber(SettingKey key, const QString &accessibleName, int least, int most,
                                    int step)
{
    auto *spin = new QSpinBox(this);
    spin->setRange(least, most);
    spin->setSingleStep(step);
    spin->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    spin->setAccessibleName(accessibleName);
    addField({key, [spin](const QVariant &value) { spin->setValue(value.toInt()); },
              [spin] { return spin->value(); }});
    return spin;
}

QComboBox *SettingsDialog::addChoice(SettingKey key, const QString &accessibleName,
                                     const QList<std::pair<QString, QString>> &choices)
{
    auto *box = new QComboBox(this);
    for (const auto &[value, text] : choices)
        box->addItem(text, value);
    box->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    box->setAccessibleName(accessibleName);
    addField({key, [box](const QVariant &value) { box->setCurrentIndex(std::max(box->findData(value), 0)); },
              [box] { return box->currentData(); }});
    return box;
}

/// What there is to say about the field above; takes no room while there is nothing.
QLabel *SettingsDialog::addRemark(QFormLayout *form)
{
    auto *remark = new QLabel(this);
    remark->setTextFormat(Qt::PlainText);
    remark->setWordWrap(true);
    remark->hide();
    form->addRow(remark);
    return remark;
}

void SettingsDialog::addField(Field field)
{
    m_fields.append(std::move(field));
}

void SettingsDialog::askContexts()
{
    ValueOperation<QList<ContextChoice>> *contexts = m_monitor.contexts(this);
    connect(contexts, &Operation::finished, this, [this, contexts] {
        contexts->deleteLater();
        const Result<QList<ContextChoice>> result = contexts->result();
        if (!result)
            return; // then it can be typed
        const QString now = m_context->currentText();
        for (const ContextChoice &choice : *result)
            m_context->addItem(choice.name);
        m_context->setCurrentText(now);
        check();
    });
    contexts->start();
}

/// Docker has told which there are, and this is none of them. It may be made later: no reason not to save.
bool SettingsDialog::isUnknownContext(const QString &name) const
{
    return !name.isEmpty() && m_context->count() > 0 &&
           m_context->findText(name, Qt::MatchExactly | Qt::MatchCaseSensitive) < 0;
}

void SettingsDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Choose the Docker Command"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, m_executable, &QLineEdit::setText);
    dialog->open();
}

void SettingsDialog::check()
{
    if (!m_buttons)
        return;
    const auto say = [](QLabel *remark, const QString &sentence) {
        remark->setText(sentence);
        remark->setVisible(!sentence.isEmpty());
        setTextMeaning(remark, Meaning::Down);
    };
    const QString program = m_executable->text().trimmed();
    QString engine;
    if (!Settings::accepts(SettingKey::DockerExecutable, program))
        engine = tr("Give the name or the path of the docker command.");
    else if (QStandardPaths::findExecutable(program).isEmpty())
        engine =
            tr("There is no program “%1” here. Install it, or give the path of another one.").arg(program);
    else if (!Settings::accepts(SettingKey::DockerContext, m_context->currentText().trimmed()))
        engine =
            tr("A context's name has letters, digits, and . _ + - only; leave it empty for docker's own.");
    else if (isUnknownContext(m_context->currentText().trimmed()))
        engine = tr("Docker has no context “%1” now. Choose another one, or make it with “docker context "
                    "create %1”.")
                     .arg(m_context->currentText().trimmed());
    say(m_engineRemark, engine);
    const bool image = Settings::accepts(SettingKey::DefaultImage, m_image->text().trimmed());
    say(m_imageRemark,
        image ? QString() : tr("An image is named like “zookeeper:3.9”; leave it empty for the default."));
    m_buttons->button(QDialogButtonBox::Ok)
        ->setEnabled(std::all_of(m_fields.cbegin(), m_fields.cend(), [](const Field &field) {
            return Settings::accepts(field.key, field.said());
        }));
}

void SettingsDialog::showDefaults()
{
    for (const Field &field : m_fields) {
        for (const SettingSpec &spec : Settings::table()) {
            if (spec.key == field.key)
                field.show(spec.defaultValue);
        }
    }
}

/// The dialog is gone before the effects come: a new language, or another docker command, makes the window
/// anew.
void SettingsDialog::store()
{
    QList<std::pair<SettingKey, QVariant>> values;
    for (const Field &field : m_fields)
        values.append({field.key, field.said()});
    Settings &settings = m_settings;
    accept();
    for (const auto &[key, value] : values)
        settings.setValue(key, value);
}

} // namespace zoodock
