// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/searchpanel.h"

#include "clusters/operationtask.h"
#include "core/sentences.h"
#include "ui/look/labels.h"
#include "ui/znodes/changes/znodechanger.h"
#include "ui/znodes/connection/znodesession.h"
#include "znodes/znodesearch.h"

#include <QtCore/QLocale>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QTreeWidget>

namespace zoodock
{

namespace
{

/// However it ended, what was found by then stays.
QString progressOf(const ZnodeSearch &search)
{
    const QLocale locale;
    return SearchPanel::tr("%1 found; looked at %2 of %3 znodes known so far.")
        .arg(locale.toString(search.matches().size()), locale.toString(search.visited()),
             locale.toString(search.known()));
}

/// For a title.
QString shortForTitle(const QString &text)
{
    constexpr qsizetype most = 40;
    if (text.size() <= most)
        return text;
    const qsizetype size = text.at(most - 2).isHighSurrogate() ? most - 2 : most - 1;
    return text.first(size) + u'…';
}

} // namespace

SearchPanel::SearchPanel(ZnodeSession &session, QWidget *parent)
    : QFrame(parent)
    , m_session(session)
    , m_activity(session)
    , m_title(new ElidedLabel(this))
    , m_text(new QLineEdit(this))
    , m_names(new QCheckBox(tr("Names"), this))
    , m_values(new QCheckBox(tr("Values"), this))
    , m_regular(new QCheckBox(tr("Regular expression"), this))
    , m_case(new QCheckBox(tr("Match case"), this))
    , m_start(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
    , m_results(new QTreeWidget(this))
    , m_status(new QLabel(this))
{
    build();
    connect(m_text, &QLineEdit::returnPressed, this, &SearchPanel::start);
    connect(m_text, &QLineEdit::textChanged, this, &SearchPanel::refresh);
    for (QCheckBox *box : {m_names, m_values})
        connect(box, &QCheckBox::toggled, this, &SearchPanel::refresh);
    connect(m_start, &QPushButton::clicked, this, [this] {
        if (m_search)
            m_search->cancel();
        else
            start();
    });
    connect(m_close, &QPushButton::clicked, this, &SearchPanel::reset);
    connect(m_results, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT pathWanted(ZnodePath::trusted(item->data(0, Qt::UserRole).toString()));
    });
    hide();
    refresh();
}

SearchPanel::~SearchPanel()
{
    forgetFailure();
    m_session.setSearching(false);
}

void SearchPanel::build()
{
    m_status->setTextFormat(Qt::PlainText);
    m_status->setWordWrap(true);
    m_text->setAccessibleName(tr("Search for"));
    m_names->setChecked(true);
    m_values->setChecked(true);
    m_results->setAccessibleName(tr("Znodes found"));
    m_results->setHeaderLabels({tr("Path"), tr("In its value")});
    m_results->setRootIsDecorated(false);
    m_results->setUniformRowHeights(true);
    m_results->header()->setSectionResizeMode(0, QHeaderView::Interactive);
    m_results->header()->resizeSection(0, fontMetrics().averageCharWidth() * 60);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_title->setMaximumWidth(fontMetrics().averageCharWidth() * 48);
    row->addWidget(m_title);
    row->addWidget(m_text, 1);
    for (QWidget *widget : {static_cast<QWidget *>(m_names), static_cast<QWidget *>(m_values),
                            static_cast<QWidget *>(m_regular), static_cast<QWidget *>(m_case),
                            static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_close)})
        row->addWidget(widget);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(row);
    layout->addWidget(m_results, 1);
    layout->addWidget(m_status);
    setMinimumHeight(fontMetrics().height() * 12);
}

void SearchPanel::setBelow(const ZnodePath &path)
{
    m_below = path;
    m_title->setFullText(tr("Search below %1:").arg(legibleName(path.text())));
    m_text->setAccessibleName(tr("Search below %1 for").arg(legibleName(path.text())));
    say(m_outcome);
}

/// What was found elsewhere stays, and is not taken for what is below the path in the title.
void SearchPanel::say(const QString &outcome)
{
    m_outcome = outcome;
    const bool isElsewhere = !outcome.isEmpty() && m_searched != m_below;
    m_status->setText(
        isElsewhere ? paragraphOf({tr("Searched below %1.").arg(legibleName(m_searched.text())), outcome})
                    : outcome);
}

void SearchPanel::searchBelow(const ZnodePath &path)
{
    if (!m_search)
        setBelow(path);
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    refresh();
}

void SearchPanel::reset()
{
    delete m_search;
    m_session.setSearching(false);
    forgetFailure();
    m_results->clear();
    say({});
    hide();
    refresh();
    Q_EMIT ended();
}

void SearchPanel::leave()
{
    if (m_search)
        m_activity.cancelRow(tr("Its znodes were left before the search came to its end."));
    reset();
}

void SearchPanel::search(const ZnodeQuery &query)
{
    reset();
    setBelow(query.below);
    m_text->setText(query.text);
    m_regular->setChecked(query.regularExpression);
    m_case->setChecked(query.caseSensitive);
    m_names->setChecked(query.names);
    m_values->setChecked(query.values);
    show();
    start();
}

/// It was said here, and is not any more.
void SearchPanel::forgetFailure()
{
    if (OperationTask *row = m_activity.row())
        row->setFailureOnPage(false);
}

const OperationTask *SearchPanel::lastingWork() const
{
    return m_search ? m_activity.underWay() : nullptr;
}

QString SearchPanel::status() const
{
    return m_status->text();
}

ZnodeQuery SearchPanel::query() const
{
    ZnodeQuery query;
    query.below = m_below;
    query.text = m_text->text();
    query.regularExpression = m_regular->isChecked();
    query.caseSensitive = m_case->isChecked();
    query.names = m_names->isChecked();
    query.values = m_values->isChecked();
    query.resultLimit = mostResults;
    return query;
}

void SearchPanel::start()
{
    if (m_search || !m_start->isEnabled())
        return;
    m_results->clear();
    forgetFailure();
    m_session.setSearching(true);
    m_generation = m_session.connection().generation();
    m_searched = m_below;
    m_search = new ZnodeSearch(&m_session.connection(), query(), this);
    showInActivity(m_search->query());
    connect(m_search, &ZnodeSearch::found, this, &SearchPanel::take);
    connect(m_search, &ZnodeSearch::progress, this, &SearchPanel::showProgress);
    connect(m_search, &Operation::finished, this, &SearchPanel::end);
    m_search->start();
    refresh();
}

/// What is searched for is seen, but not written down: values may hold secrets.
void SearchPanel::showInActivity(const ZnodeQuery &query)
{
    const QStringList place{query.below.text(), m_activity.clusterName()};
    OperationTask *row =
        m_activity.begin(ZnodeActivity::title<SearchPanel>(QT_TR_NOOP("Search for “%1” below %2 in %3"),
                                                           QStringList{shortForTitle(query.text)} + place),
                         {tr("Look through the znodes")}, ZnodeActivity::Row::IfItLasts);
    row->setLastingTitle(ZnodeActivity::title<SearchPanel>(QT_TR_NOOP("Search below %1 in %2"), place));
    row->follow(m_search, 0);
    ZnodeChanger::setAgain(*row, m_session.cluster(), m_session.connection().target().chroot,
                           [query](ZnodeChanger &changer) {
                               if (auto *panel = changer.parent()->findChild<SearchPanel *>())
                                   panel->search(query);
                           });
    connect(m_search, &ZnodeSearch::progress, row, [row](qint64 visited, qint64 known) {
        row->tell(0, visited, known, ZnodeActivity::progressWords(visited, known));
    });
}

void SearchPanel::take(qsizetype first)
{
    const QList<ZnodeMatch> &matches = m_search->matches();
    QList<QTreeWidgetItem *> items;
    for (qsizetype i = first; i < matches.size(); ++i) {
        const QString path = matches.at(i).path.text();
        auto *item = new QTreeWidgetItem(QStringList{legibleName(path), legible(matches.at(i).excerpt)});
        item->setData(0, Qt::UserRole, path);
        items.append(item);
    }
    m_results->addTopLevelItems(items);
    showProgress();
}

void SearchPanel::showProgress()
{
    QStringList sentences;
    if (m_search->isWaiting())
        sentences += tr("The connection is lost. The search goes on when it is back.");
    say(paragraphOf(sentences + QStringList{progressOf(*m_search)}));
}

QString SearchPanel::outcomeOf(const ZnodeSearch &search) const
{
    const QString found = QLocale().toString(search.matches().size());
    if (search.succeeded() && search.isComplete())
        return tr("%1 found in %Ln znode(s).", nullptr, int(search.visited())).arg(found);
    if (search.succeeded())
        return tr("The first %1 are shown; there may be more. Search for something longer.").arg(found);
    if (search.error().kind() == ErrorKind::InvalidInput) // it has not begun
        return search.error().message();
    if (search.error().kind() != ErrorKind::Cancelled)
        return paragraphOf({progressOf(search), search.error().message()});
    if (m_generation != m_session.connection().generation())
        return paragraphOf({progressOf(search), tr("Then the connection was made anew. Search again to "
                                                   "find the rest.")});
    return tr("Stopped: %1 found, %Ln znode(s) looked at.", nullptr, int(search.visited())).arg(found);
}

void SearchPanel::end()
{
    ZnodeSearch *search = m_search;
    m_search = nullptr;
    search->deleteLater();
    m_session.setSearching(false);
    QStringList sentences{outcomeOf(*search)};
    if (search->forbidden() > 0)
        sentences +=
            tr("%Ln znode(s) could not be read for want of permission.", nullptr, int(search->forbidden()));
    if (search->givenUp() > 0)
        sentences +=
            tr("The expression took too long on %Ln znode(s), which were passed over. Make it simpler.",
               nullptr, int(search->givenUp()));
    say(paragraphOf(sentences));
    refresh();
    Q_EMIT ended();
}

void SearchPanel::refresh()
{
    m_start->setText(m_search ? tr("Stop") : tr("Search"));
    const bool ready = !m_text->text().isEmpty() && (m_names->isChecked() || m_values->isChecked());
    m_start->setEnabled(m_search || ready);
}

void SearchPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        reset();
    else
        QFrame::keyPressEvent(event);
}

} // namespace zoodock
