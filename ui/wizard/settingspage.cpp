// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/settingspage.h"

#include "ensemble/serversetting.h"
#include "itemmodels/settingtablemodel.h"
#include "ui/look/labels.h"
#include "ui/wizard/celldelegate.h"
#include "ui/wizard/findingarea.h"

#include <QtCore/QEvent>
#include <QtCore/QSignalBlocker>
#include <QtCore/QSortFilterProxyModel>
#include <QtGui/QFontDatabase>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTableView>

#include <algorithm>
#include <array>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

const QString linesKey = u"extra"_s;
constexpr int leastRows = 6;   // of the table, its header among them
constexpr int leastValue = 18; // characters
constexpr int gridLine = 1;

/// In characters.
struct ColumnWidth
{
    int column;
    int usual;
    int least;
};
/// But for the value, which gets the rest; those first whose cells can best be cut.
constexpr std::array columnWidths{
    ColumnWidth{SettingTableModel::DefaultColumn, 20, 8}, ColumnWidth{SettingTableModel::NameColumn, 36, 25},
    ColumnWidth{SettingTableModel::RangeColumn, 18, 14}, ColumnWidth{SettingTableModel::SinceColumn, 9, 7},
    ColumnWidth{SettingTableModel::UnitColumn, 8, 6}};

/// Numbers, units and headers are read whole; names and defaults may be long.
int usualWidth(const QTableView &table, const ColumnWidth &width)
{
    int usual = std::max(width.usual * table.fontMetrics().averageCharWidth(),
                         table.horizontalHeader()->sectionSizeHint(width.column));
    if (width.column == SettingTableModel::NameColumn || width.column == SettingTableModel::DefaultColumn)
        return usual;
    const int margins = 2 * (table.style()->pixelMetric(QStyle::PM_FocusFrameHMargin, nullptr, &table) + 1);
    for (int row = 0; row < table.model()->rowCount(); ++row) {
        const QString text = table.model()->index(row, width.column).data().toString();
        usual = std::max(usual, table.fontMetrics().horizontalAdvance(text) + margins + gridLine);
    }
    return usual;
}

int leastWidth(const QTableView &table, const ColumnWidth &width)
{
    return std::max(width.least * table.fontMetrics().averageCharWidth(),
                    table.horizontalHeader()->sectionSizeHint(width.column));
}

/// Finds in names, keys and explanations.
class SettingFilter : public QSortFilterProxyModel
{
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, 0, parent);
        for (const int role : {int(Qt::DisplayRole), int(SettingTableModel::KeyRole),
                               int(SettingTableModel::ExplanationRole)}) {
            if (index.data(role).toString().contains(filterRegularExpression()))
                return true;
        }
        return false;
    }
};

} // namespace

SettingsPage::SettingsPage(WizardDraft &draft, QWidget *parent)
    : WizardPage(draft, parent)
{
    m_explanation = new QLabel(this);
    m_explanation->setObjectName(u"wizardSettingExplanation"_s);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_explanation->setMinimumHeight(fontMetrics().height() * 3);
    m_explanation->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeTable(), 1);
    if (draft.purpose() == WizardDraft::Purpose::Change)
        m_model->setFixed({{SettingTableModel::volumesKey(),
                            tr("This can only be chosen for a new cluster. Duplicate this one and change the "
                               "copy.")}});
    layout->addWidget(m_explanation);
    layout->addWidget(makeLines());
    m_findings = new FindingArea(this);
    offerRemedies(m_findings->list(), draft);
    layout->addWidget(m_findings);
}

QWidget *SettingsPage::makeTable()
{
    auto *box = new QWidget(this);
    m_find = new QLineEdit(box);
    m_find->setObjectName(u"wizardFindSetting"_s);
    m_find->setPlaceholderText(tr("Find a setting"));
    m_find->setAccessibleName(tr("Find a setting"));
    m_find->setClearButtonEnabled(true);
    m_defaults = new QPushButton(tr("All &Defaults"), box);
    m_defaults->setObjectName(u"wizardDefaults"_s);
    m_defaults->setAutoDefault(false);
    makeView(box);
    auto *head = new QHBoxLayout;
    head->addWidget(m_find, 1);
    head->addWidget(m_defaults);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_table, 1);
    connect(m_find, &QLineEdit::textChanged, m_found, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_defaults, &QPushButton::clicked, this, &SettingsPage::takeDefaults);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SettingsPage::explain);
    connect(m_model, &SettingTableModel::valueChosen, this, [this](const QString &key, const QString &value) {
        draft().edit([&](Ensemble &ensemble) { applyChoice(ensemble, key, value); });
    });
    return box;
}

void SettingsPage::makeView(QWidget *box)
{
    m_model = new SettingTableModel(this);
    m_found = new SettingFilter(this);
    m_found->setSourceModel(m_model);
    m_found->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_table = new QTableView(box);
    m_table->setObjectName(u"wizardSettings"_s);
    m_table->setModel(m_found);
    m_table->setItemDelegate(new CellDelegate(
        {SettingTableModel::SeverityRole, SettingTableModel::ChoicesRole, SettingTableModel::ChoiceTextsRole,
         SettingTableModel::ChangedRole, SettingTableModel::UnavailableRole},
        m_table));
    m_table->setAccessibleName(tr("Settings"));
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                             QAbstractItemView::AnyKeyPressed);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->setMinimumHeight(leastRows * (fontMetrics().height() + 10));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setSectionResizeMode(SettingTableModel::ValueColumn, QHeaderView::Stretch);
    for (const ColumnWidth &width : columnWidths) {
        m_usualWidths.insert(width.column, usualWidth(*m_table, width));
        m_table->setColumnWidth(width.column, m_usualWidths.value(width.column));
    }
    m_table->viewport()->installEventFilter(this);
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::Resize)
        fitColumns();
    return WizardPage::eventFilter(watched, event);
}

/// A small window shall show what is edited: the others become narrower, one after the other.
void SettingsPage::fitColumns()
{
    const int character = fontMetrics().averageCharWidth();
    int room = m_table->viewport()->width() - leastValue * character;
    for (const ColumnWidth &width : columnWidths) {
        if (m_table->columnWidth(width.column) == leastWidth(*m_table, width))
            m_table->setColumnWidth(width.column, m_usualWidths.value(width.column));
        room -= m_table->columnWidth(width.column);
    }
    for (const ColumnWidth &width : columnWidths) {
        const int spare = m_table->columnWidth(width.column) - leastWidth(*m_table, width);
        if (room >= 0 || spare <= 0)
            continue;
        m_table->setColumnWidth(width.column, leastWidth(*m_table, width));
        room += spare;
    }
}

QWidget *SettingsPage::makeLines()
{
    const ServerSetting *setting = serverSetting(linesKey);
    auto *box = new QWidget(this);
    auto *label = new QLabel(tr("Mo&re lines of zoo.cfg, one key=value each:"), box);
    m_lines = new QPlainTextEdit(box);
    m_lines->setObjectName(u"wizardLines"_s);
    m_lines->setAccessibleName(setting->title());
    m_lines->setToolTip(setting->explanation());
    m_lines->setTabChangesFocus(true);
    m_lines->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_lines->setFixedHeight(fontMetrics().height() * 4);
    label->setBuddy(m_lines);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(label);
    layout->addWidget(m_lines);
    connect(m_lines, &QPlainTextEdit::textChanged, this, [this, setting] {
        draft().edit(
            [&](Ensemble &ensemble) { applyChoice(ensemble, setting->key, m_lines->toPlainText()); });
    });
    return box;
}

QString SettingsPage::title() const
{
    return tr("Settings");
}

QString SettingsPage::explanation() const
{
    return tr("How the servers and their containers behave. Type a value, or press F2, to change one.");
}

QWidget *SettingsPage::firstField() const
{
    return m_find;
}

void SettingsPage::refresh()
{
    m_model->setEnsemble(draft().ensemble(), draft().findings());
    const QString lines = draft().ensemble().settings.value(linesKey);
    if (m_lines->toPlainText() != lines) {
        const QSignalBlocker silent(m_lines);
        m_lines->setPlainText(lines);
    }
    if (!m_table->currentIndex().isValid())
        m_table->setCurrentIndex(m_found->index(0, SettingTableModel::ValueColumn));
    m_findings->setFindings(findingsOf(WizardStep::Settings));
    explain();
}

void SettingsPage::explain()
{
    const QModelIndex current = m_table->currentIndex();
    const QString title = current.siblingAtColumn(SettingTableModel::NameColumn).data().toString();
    const QString text = current.data(SettingTableModel::ExplanationRole).toString();
    const QString key = current.data(SettingTableModel::KeyRole).toString();
    if (!current.isValid())
        m_explanation->setText(tr("No setting is called so."));
    else if (serverSetting(key) != nullptr)
        m_explanation->setText(tr("%1 (%2): %3", "setting, its key, explanation").arg(title, key, text));
    else
        m_explanation->setText(tr("%1: %2", "setting, explanation").arg(title, text));
}

void SettingsPage::takeDefaults()
{
    draft().edit([](Ensemble &ensemble) {
        ensemble.settings.clear();
        ensemble.restart = RestartPolicy::UnlessStopped;
        ensemble.volumes = VolumePolicy::Named;
    });
}

} // namespace zoodock
