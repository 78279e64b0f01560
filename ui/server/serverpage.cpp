// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/server/serverpage.h"

#include "clusters/clustermonitor.h"
#include "clusters/clusterstore.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"
#include "ui/overview/lifecycle.h"
#include "ui/server/answerview.h"
#include "ui/server/serverquestions.h"
#include "ui/server/serverside.h"

#include <QtGui/QClipboard>
#include <QtGui/QDesktopServices>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QToolButton>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int filterLetters = 16; // of the filter, before the title is cut

QToolButton *makeButton(const QString &icon, const QString &text, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    if (!icon.isEmpty())
        button->setIcon(actionIcon(icon));
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    return button;
}

/// nullptr: there is none.
const MemberStatus *memberIn(const ClusterStore &store, const QString &cluster, int memberId)
{
    const ClusterStatus *status = store.cluster(cluster);
    return status ? status->member(memberId) : nullptr;
}

} // namespace

ServerPage::ServerPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_questions(new ServerQuestions(services.engines, services.store, this))
    , m_lifecycle(new Lifecycle(services, this))
{
    build();
    connectParts();
}

ServerPage::~ServerPage() = default;

void ServerPage::build()
{
    m_side = new ServerSide(this);
    m_title = new ElidedLabel(this);
    setTextScale(m_title, 1.2, true);
    m_state = new QLabel(this);
    setQuietText(m_state);
    m_problem = new ProblemLine(this);
    m_filter = new QLineEdit(this);
    m_filter->setPlaceholderText(tr("Show only rows with…"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * filterLetters);
    m_filter->setAccessibleName(tr("Show only rows with this text"));
    m_filter->setToolTip(tr("Show only rows with this text (Ctrl+F)"));
    m_refresh = makeButton(u"refresh"_s, tr("Ask Again"), this);
    m_refresh->setToolTip(tr("Ask the server again (F5)"));
    m_copy = makeButton(u"copy"_s, tr("Copy"), this);
    m_copy->setToolTip(tr("Copy the whole answer as a table"));
    m_browser = makeButton({}, tr("Open in Browser"), this);
    m_view = new AnswerView(this);

    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_state);
    head->addWidget(m_filter, 1);
    for (QToolButton *button : {m_refresh, m_copy, m_browser})
        head->addWidget(button);
    auto *main = new QWidget(this);
    auto *mainLayout = new QVBoxLayout(main);
    mainLayout->setContentsMargins(4, 0, 0, 0); // the splitter's handle is narrow
    mainLayout->addLayout(head);
    mainLayout->addWidget(m_problem);
    mainLayout->addWidget(m_view, 1);
    auto *split = new QSplitter(this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_side);
    split->addWidget(main);
    split->setStretchFactor(1, 1);
    split->setSizes({fontMetrics().averageCharWidth() * 48, fontMetrics().averageCharWidth() * 110});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 12, 20, 12);
    layout->addWidget(split);
}

void ServerPage::showCluster(const QString &name)
{
    if (name == m_cluster)
        return;
    m_cluster = name;
    refreshMembers();
}

void ServerPage::showMember(int memberId)
{
    m_side->chooseMember(memberId);
}

int ServerPage::member() const
{
    return m_side->member();
}

void ServerPage::refreshMembers()
{
    m_side->setMembers(m_services.store.cluster(m_cluster));
    onMemberChosen();
}

void ServerPage::onMemberChosen()
{
    m_questions->setMember(m_cluster, member());
    m_side->setPages({});
    (void) noteMember();
    refresh();
}

/// True where another answer is to be expected: the container runs or halts, or its server begins to serve.
bool ServerPage::noteMember()
{
    const MemberStatus *shown = memberIn(m_services.store, m_cluster, member());
    const ContainerLife life = shown ? shown->container.life : ContainerLife::Unknown;
    const bool serving = shown && isServing(shown->state);
    const bool otherLife = std::exchange(m_life, life) != life;
    const bool serves = !std::exchange(m_serving, serving) && serving;
    return otherLife || serves;
}

/// What could not be answered is asked again by itself. An answer that stands there says when it was given,
/// and is asked for again when the member halts: that says what the member is now.
void ServerPage::onMemberChanged()
{
    if (noteMember() && (m_failed || (m_life != ContainerLife::Running && m_life != ContainerLife::Unknown)))
        refresh();
    else
        offerRemedy();
}

void ServerPage::offerRemedy()
{
    if (!m_failed)
        return;
    const ClusterStatus *status = m_services.store.cluster(m_cluster);
    m_problem->offerFor(status, member(),
                        m_services.store.engine(status ? status->ensemble.context : QString()));
}

void ServerPage::takeRemedy(ProblemLine::Remedy remedy)
{
    switch (remedy) {
    case ProblemLine::Remedy::None:
        break;
    case ProblemLine::Remedy::Start:
        m_lifecycle->act(MemberAction::Start, {{m_cluster, {member()}}});
        break;
    case ProblemLine::Remedy::Resume:
        m_lifecycle->act(MemberAction::Unpause, {{m_cluster, {member()}}});
        break;
    case ProblemLine::Remedy::LookAgain:
        m_services.monitor.refresh();
        refresh();
        break;
    case ProblemLine::Remedy::CopyAddress:
        QGuiApplication::clipboard()->setText(shownUrl().toString());
        Q_EMIT said(tr("The address is copied."));
        break;
    }
}

void ServerPage::refresh()
{
    askForPages();
    ask();
}

void ServerPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

/// F5 is the window's; here it asks this server as well.
bool ServerPage::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F5) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void ServerPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_F5) {
        QWidget::keyPressEvent(event);
        return;
    }
    m_services.monitor.refresh();
    refresh();
}

void ServerPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_questions->forget();
}

/// The member's container is part of it: another one of the same name has not answered.
QString ServerPage::whatIsAsked() const
{
    const MemberStatus *shown = memberIn(m_services.store, m_cluster, member());
    return QStringList{m_cluster, QString::number(member()), shown ? shown->container.id : QString(),
                       m_side->question().name}
        .join(u'\n');
}

QString ServerPage::askedAt(const QDateTime &at) const
{
    return tr("asked at %1").arg(locale().toString(at.toLocalTime().time(), u"HH:mm:ss"_s));
}

void ServerPage::ask()
{
    const QuestionList::Question chosen = m_side->question();
    if (m_browser->isEnabled())
        m_browser->setToolTip(tr("Open %1").arg(shownUrl().toString()));
    if (!isVisible() || chosen.name.isEmpty() || member() == 0)
        return;
    m_browserTold = false;
    m_title->setFullText(chosen.title);
    m_state->setText(tr("asking…"));
    if (chosen.isPage)
        m_questions->askPage(chosen.name);
    else
        m_questions->askWord(chosen.name);
}

void ServerPage::take(const ServerAnswer &answer, const QString &problem)
{
    m_failed = !problem.isEmpty();
    if (m_failed || !m_browserTold) // an answer on its way then leaves what was just told
        m_problem->tell(problem);
    offerRemedy();
    const bool isOld = m_failed && !m_serving && m_answered == whatIsAsked();
    m_view->setOld(isOld);
    if (isOld) {
        m_state->setText(askedAt(m_answer.at));
        return;
    }
    m_answer = answer;
    m_answered = m_failed ? QString() : whatIsAsked();
    m_state->setText(m_failed ? QString() : askedAt(m_answer.at));
    m_view->setTables(m_side->question().name, m_answer.tables);
    m_copy->setEnabled(!m_failed);
}

void ServerPage::askForPages()
{
    const QUrl url = m_questions->adminUrl();
    m_browser->setVisible(!url.isEmpty() || (!m_serving && m_side->hasPages()));
    if (isVisible() && member() != 0)
        m_questions->askForPages();
}

void ServerPage::takePages(const QStringList &pages, const QString &problem)
{
    const bool halted = !problem.isEmpty() && !m_serving && m_side->hasPages();
    m_browser->setEnabled(!halted);
    if (halted) {
        m_side->disablePages(problem);
        m_browser->setToolTip(problem);
        return;
    }
    m_browser->setToolTip(tr("Open %1").arg(shownUrl().toString()));
    m_browser->setVisible(problem.isEmpty());
    m_side->setPages(pages, m_life == ContainerLife::Running ? problem : QString());
}

void ServerPage::copy()
{
    QString text;
    for (const TextTable &table : std::as_const(m_answer.tables))
        text += table.tabbed();
    if (text.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(text);
    Q_EMIT said(tr("The answer is copied."));
}

/// Of the page that is chosen, or of all pages; empty: there is none. The AdminServer knows the four-letter
/// words as other names of its pages.
QUrl ServerPage::shownUrl() const
{
    QUrl url = m_questions->adminUrl();
    if (const QuestionList::Question chosen = m_side->question(); !url.isEmpty() && !chosen.name.isEmpty())
        url.setPath(url.path() + u'/' + chosen.name);
    return url;
}

/// The desktop may say yes and yet have no browser.
void ServerPage::openInBrowser()
{
    const QUrl url = shownUrl();
    if (url.isEmpty())
        return;
    const QString address = url.toString();
    const bool asked = QDesktopServices::openUrl(url);
    m_failed = false;
    m_browserTold = true;
    m_problem->tell(
        asked ? tr("The desktop was asked to open %1. If nothing opens, copy that address into a browser.")
                    .arg(address)
              : tr("No browser could be started. Open this address in one: %1").arg(address),
        asked);
    m_problem->offerCopying();
}

} // namespace zoodock
