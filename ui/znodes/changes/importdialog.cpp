// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/importdialog.h"

#include "core/sentences.h"
#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/finding/pathfield.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QGroupBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QTreeWidget>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int previewPause = 300;     // ms
constexpr qsizetype mostRows = 5'000; // of each sort

QString whatHappens(ImportConflict choice)
{
    switch (choice) {
    case ImportConflict::Skip:
        return ImportDialog::tr("Differs: stays as it is");
    case ImportConflict::Overwrite:
        return ImportDialog::tr("Differs: is overwritten");
    case ImportConflict::Stop:
        break;
    }
    return ImportDialog::tr("Differs");
}

} // namespace

ImportDialog::ImportDialog(ZnodeSession &session, ZnodeDump dump, const QString &fileName,
                           const ZnodePath &under, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_dump(std::move(dump))
    , m_place(new PathField(this))
    , m_counts(new QLabel(this))
    , m_list(new QTreeWidget(this))
    , m_choice(new QButtonGroup(this))
    , m_losses(new QLabel(this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Import Znodes"));
    build(fileName, under);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &ImportDialog::compare);
    connect(m_place, &QLineEdit::textChanged, this, &ImportDialog::compareLater);
    connect(m_choice, &QButtonGroup::idToggled, this, [this] {
        fillList();
        refresh();
    });
    connect(&session.connection(), &ZnodeConnection::stateChanged, this,
            [this](ZnodeConnection::State state) {
                if (state == ZnodeConnection::State::Connected && !m_found)
                    compareLater(); // it broke while it was being compared
            });
    compare();
}

void ImportDialog::build(const QString &fileName, const ZnodePath &under)
{
    auto *title = new QLabel(
        tr("Import %Ln znode(s) from %1?", nullptr, int(m_dump.records.size())).arg(fileName), this);
    setTextScale(title, 1.2, true);
    const QString from = legibleName(m_dump.exportedFrom.text());
    auto *origin =
        new QLabel(m_dump.exportedAt.isValid()
                       ? tr("They were exported from %1 on %2.").arg(from, exactTimeText(m_dump.exportedAt))
                       : tr("They were exported from %1.").arg(from),
                   this);
    setQuietText(origin);
    setQuietText(m_losses);
    m_losses->setObjectName(u"importLosses"_s);
    setTextMeaning(m_problem, Meaning::Down);
    for (QLabel *label : {title, origin, m_counts, m_losses, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_place->setPath(under.text());
    m_place->setToolTip(tr("The topmost znode of the file becomes this one, the others come below it."));
    m_list->setAccessibleName(tr("What the import does"));
    m_list->setHeaderLabels({tr("Znode"), tr("What happens")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_list->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_choices = buildChoices();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_import = buttons->addButton(tr("&Import"), QDialogButtonBox::AcceptRole);
    m_import->setObjectName(u"znodeImport"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("I&nto:"), m_place);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(origin);
    layout->addLayout(form);
    layout->addWidget(m_counts);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_choices);
    layout->addWidget(m_losses);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 96, fontMetrics().height() * 32);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT wanted(*m_under, chosen(), *m_found);
        accept();
    });
}

QGroupBox *ImportDialog::buildChoices()
{
    auto *box = new QGroupBox(tr("What is there already and differs"), this);
    auto *layout = new QVBoxLayout(box);
    for (const auto &[choice, text] :
         {std::pair{ImportConflict::Skip, tr("&Stays as it is")},
          std::pair{ImportConflict::Overwrite, tr("Is &overwritten with the file's value and access list")},
          std::pair{ImportConflict::Stop, tr("S&tops the import: nothing is changed")}}) {
        auto *button = new QRadioButton(text, box);
        m_choice->addButton(button, int(choice));
        layout->addWidget(button);
    }
    m_choice->button(int(ImportConflict::Skip))->setChecked(true);
    return box;
}

/// Where nothing differed it shall stay so: what appears meanwhile stops the import.
ImportConflict ImportDialog::chosen() const
{
    return m_found && m_found->existing.isEmpty() ? ImportConflict::Stop
                                                  : ImportConflict(m_choice->checkedId());
}

QString ImportDialog::counts() const
{
    return m_counts->text();
}

void ImportDialog::compareLater()
{
    delete m_comparison;
    m_under.reset();
    m_found.reset();
    refresh();
    m_pause.start(previewPause);
}

void ImportDialog::compare()
{
    const Result<ZnodePath> under = ZnodePath::parse(ZnodePath::cleaned(m_place->path()));
    m_problem->setText(under ? QString() : under.error().message());
    if (!under) {
        refresh();
        return;
    }
    m_under = *under;
    ZnodeTransfer transfer(&m_session.connection(), nullptr);
    transfer.setPacketLimit(m_session.editor().packetLimit());
    m_comparison = transfer.preview(m_dump, *m_under, this);
    connect(m_comparison, &ImportComparison::progress, this, [this](qint64 done, qint64 total) {
        const QLocale locale;
        m_counts->setText(
            tr("Comparing with what is there: %1 of %2.").arg(locale.toString(done), locale.toString(total)));
    });
    connect(m_comparison, &Operation::finished, this, &ImportDialog::onCompared);
    m_comparison->start();
    refresh();
}

void ImportDialog::onCompared()
{
    ImportComparison *comparison = m_comparison;
    m_comparison = nullptr;
    comparison->deleteLater();
    if (comparison->succeeded())
        m_found = comparison->value();
    else
        m_problem->setText(comparison->error().message());
    fillList();
    refresh();
}

void ImportDialog::fillList()
{
    m_list->clear();
    if (!m_found)
        return;
    QList<QTreeWidgetItem *> items;
    const auto add = [&items](const QList<ZnodePath> &paths, const QString &what) {
        for (qsizetype i = 0; i < paths.size() && i < mostRows; ++i)
            items.append(new QTreeWidgetItem({legibleName(paths.at(i).text()), what}));
        if (paths.size() > mostRows)
            items.append(new QTreeWidgetItem(
                {tr("… and %1 more").arg(QLocale().toString(paths.size() - mostRows)), what}));
    };
    QList<ZnodePath> emptied;
    QList<ZnodePath> others;
    for (const ZnodePath &path : m_found->existing)
        (m_found->emptied.contains(path) ? emptied : others).append(path);
    add(others, whatHappens(chosen()));
    //: %1 is “Differs: is overwritten” or the like
    add(emptied, tr("%1 (one of them has no value, the other one of 0 bytes)").arg(whatHappens(chosen())));
    add(m_found->toCreate, tr("Is created"));
    m_list->addTopLevelItems(items);
}

void ImportDialog::refresh()
{
    const bool differs = m_found && !m_found->existing.isEmpty();
    const bool creates = m_found && !m_found->toCreate.isEmpty();
    m_choices->setVisible(differs);
    m_losses->setText(m_found ? paragraphOf(lossesOf(*m_found, chosen())) : QString());
    m_losses->setVisible(!m_losses->text().isEmpty());
    m_problem->setVisible(!m_problem->text().isEmpty());
    if (m_found) {
        const QLocale locale;
        m_counts->setText(
            creates || differs
                ? tr("To create: %1. Already there and different: %2. Already there and the same: %3.")
                      .arg(locale.toString(m_found->toCreate.size()),
                           locale.toString(m_found->existing.size()), locale.toString(m_found->equal))
                : tr("Everything is there already: there is nothing to import."));
    } else {
        m_list->clear();
        m_counts->setText(m_comparison ? tr("Comparing with what is there …") : QString());
    }
    const ImportConflict choice = chosen();
    m_import->setEnabled(choice == ImportConflict::Stop        ? creates && !differs
                         : choice == ImportConflict::Overwrite ? creates || differs
                                                               : creates);
    m_import->setToolTip(differs && choice == ImportConflict::Stop
                             ? tr("Some znodes differ. Choose what happens to them.")
                             : QString());
}

} // namespace zoodock
