// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/valuepane.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/look/textformat.h"
#include "ui/znodes/connection/znodesession.h"
#include "ui/znodes/draftbutton.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

#include <utility>

namespace zoodock
{

namespace
{

constexpr qsizetype longestPath = 60; // in a sentence, which would make the window wide

/// Right after a save the follower still has what was there before.
bool isOlder(const ZnodeValue &followed, const std::optional<ZnodeValue> &shown)
{
    return shown && followed.stat.czxid == shown->stat.czxid && followed.stat.version < shown->stat.version;
}

/// As DraftButton::noteRemoved() marks it.
constexpr qint64 formerCluster = -1;

} // namespace

ValuePane::ValuePane(ZnodeSession &session, DraftButton &drafts, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_drafts(drafts)
    , m_view(new ValueView(this))
    , m_note(new QLabel(this))
    , m_createAgain(new QPushButton(tr("Create Again"), this))
    , m_signIn(new QPushButton(tr("Connection…"), this))
{
    build();
    connect(m_signIn, &QPushButton::clicked, this, &ValuePane::signInWanted);
    connect(m_createAgain, &QPushButton::clicked, this, &ValuePane::createAgain);
    connect(m_view, &ValueView::said, this, &ValuePane::said);
    connect(m_view, &ValueView::saveWanted, this, &ValuePane::save);
    connect(m_view, &ValueView::discarded, this, &ValuePane::showFollowed);
    connect(m_view, &ValueView::modifiedChanged, this, [this](bool modified) {
        if (modified)
            return;
        if (m_path)
            m_drafts.remove(*m_path);
        showNote();
    });
}

void ValuePane::build()
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->hide();
    setTextMeaning(m_note, Meaning::Looking);
    m_createAgain->hide();
    m_signIn->setToolTip(tr("Sign in as somebody who may read it"));
    m_signIn->hide();
    auto *note = new QHBoxLayout;
    note->setSpacing(8);
    note->addWidget(m_note, 1);
    note->addWidget(m_createAgain);
    note->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(note);
    layout->addWidget(m_view, 1);
}

void ValuePane::setPath(const std::optional<ZnodePath> &path)
{
    if (storeDraft())
        Q_EMIT said(tr("Your unsaved change of %1 is kept until you come back to it.")
                        .arg(legibleName(m_path->text())));
    m_path.reset(); // a draft of the znode to be shown stays while the view is emptied
    m_view->setMessage({});
    m_path = path;
    m_view->setMessage(loadingSentence());
    showNote();
}

void ValuePane::setNoServer(bool none)
{
    if (std::exchange(m_noServer, none) != none)
        showFollowed();
}

QString ValuePane::loadingSentence() const
{
    if (!m_path)
        return {};
    const ZnodeConnection::State state = m_session.connection().state();
    const bool asksNobody =
        state == ZnodeConnection::State::Closed || (m_noServer && state != ZnodeConnection::State::Connected);
    return asksNobody ? tr("There is no connection to the cluster.")
                      : tr("Reading %1 …").arg(legibleName(m_path->text()));
}

bool ValuePane::storeDraft()
{
    std::optional<ZnodeDraft> draft = m_view->draft();
    if (!draft || !m_path)
        return false;
    if (isOfFormerCluster())
        draft->base.stat.czxid = formerCluster;
    m_drafts.store(*m_path, *draft);
    return true;
}

void ValuePane::take(const ZnodeValue &value)
{
    const auto &base = m_view->base();
    if (!base || base->stat.czxid != value.stat.czxid || base->stat.mzxid != value.stat.mzxid)
        m_baseGeneration = m_session.connection().generation();
    m_view->setValue(value);
}

void ValuePane::noteMadeAnew()
{
    m_newHistory = m_session.connection().generation();
    showNote();
}

bool ValuePane::isOfFormerCluster() const
{
    return m_view->base()->stat.czxid == formerCluster || m_baseGeneration < m_newHistory;
}

void ValuePane::takeDraft()
{
    m_baseGeneration = m_session.connection().generation();
    m_view->setDraft(m_drafts.take(*m_path));
    showNote();
}

void ValuePane::showFollowed()
{
    const ZnodeFollower &follower = m_session.follower();
    if (!m_path || follower.path() != m_path)
        return;
    showNote();
    if (m_view->isModified())
        return;
    switch (follower.state()) {
    case ZnodeFollower::State::Present:
        if (m_drafts.contains(*m_path))
            takeDraft();
        else if (follower.value() && !isOlder(*follower.value(), m_view->base()))
            take(*follower.value());
        break;
    case ZnodeFollower::State::Absent:
        showAbsence();
        break;
    case ZnodeFollower::State::Failed:
        m_view->setMessage(follower.error() && !isForbidden() ? follower.error()->message() : QString());
        break;
    case ZnodeFollower::State::Loading:
    case ZnodeFollower::State::Idle:
        if (!m_view->base() || m_session.connection().state() == ZnodeConnection::State::Closed)
            m_view->setMessage(loadingSentence());
        break;
    }
}

void ValuePane::showAbsence()
{
    if (m_drafts.contains(*m_path))
        takeDraft();
    else if (m_view->base())
        return; // its last value
    else if (m_path->isRoot())
        m_view->setMessage(
            tr("There is no znode %1 in this cluster, below which this connection looks (its chroot).")
                .arg(legibleName(m_session.connection().target().chroot)));
    else
        m_view->setMessage(tr("There is no znode %1 now. It is shown again as soon as it is there.")
                               .arg(legibleName(m_path->text())));
}

void ValuePane::noteSaved(const ZnodePath &path, const ZnodeValue &value)
{
    m_drafts.remove(path);
    if (m_path != path)
        return;
    m_baseGeneration = m_session.connection().generation();
    m_view->noteSaved(value);
    showNote();
}

void ValuePane::takeTheirs(const ZnodePath &path)
{
    m_drafts.remove(path);
    if (m_path != path)
        return;
    m_view->setMessage({});
    m_session.follower().refresh();
    showFollowed();
}

void ValuePane::showNote()
{
    const QString sentence = note();
    m_note->setText(withShortWords(sentence, longestPath));
    m_note->setHidden(sentence.isEmpty());
    m_createAgain->setHidden(sentence.isEmpty() ||
                             m_session.follower().state() != ZnodeFollower::State::Absent);
    m_signIn->setVisible(isForbidden());
}

bool ValuePane::isForbidden() const
{
    const ZnodeFollower &follower = m_session.follower();
    return m_path && follower.path() == m_path && follower.state() == ZnodeFollower::State::Failed &&
           follower.error() && follower.error()->kind() == ErrorKind::NoAuth;
}

/// How what is shown differs from what the server has.
QString ValuePane::note() const
{
    const ZnodeFollower &follower = m_session.follower();
    const auto &base = m_view->base();
    const auto &now = follower.value();
    if (isForbidden())
        return tr(
            "The access list of this znode does not let you read its value. Sign in as somebody whom it "
            "lets.");
    if (!m_path || !base)
        return {};
    if (follower.state() == ZnodeFollower::State::Absent)
        return absenceNote();
    if (!m_view->isModified() || !now)
        return {};
    if (isOfFormerCluster())
        return tr("This is of the cluster before it was made anew. Save shows both values.");
    if (now->stat.czxid != base->stat.czxid)
        return tr("Somebody deleted this znode and made it anew while you edit it. Save shows both values.");
    if (now->stat.version == base->stat.version)
        return {};
    return tr("The value on the server is version %1 by now, you edit version %2. Save shows both.")
        .arg(now->stat.version)
        .arg(base->stat.version);
}

QString ValuePane::absenceNote() const
{
    const QString path = legibleName(m_path->text());
    const qint64 owner = m_view->base()->stat.ownerSession();
    if (m_session.hasEnded(owner))
        return m_view->isModified()
                   ? tr("The session of this connection has ended, and its ephemeral znode %1 with it. Your "
                        "text stays here: create the znode again, or copy it.")
                         .arg(path)
                   : tr("The session of this connection has ended, and its ephemeral znode %1 with it. This "
                        "was its last value: create the znode again, or copy it.")
                         .arg(path);
    if (isOfFormerCluster())
        return m_view->isModified()
                   ? tr("The cluster was made anew, without %1 so far. Your text stays here: create the "
                        "znode again, or copy it.")
                         .arg(path)
                   : tr("The cluster was made anew, without %1 so far. This was its last value: create the "
                        "znode again, or copy it.")
                         .arg(path);
    return m_view->isModified()
               ? tr("%1 was deleted by somebody else while you edit it. Your text stays here: create the "
                    "znode again, or copy it.")
                     .arg(path)
               : tr("%1 was deleted by somebody else. This was its last value: create the znode again, "
                    "or copy it.")
                     .arg(path);
}

void ValuePane::createAgain()
{
    const Result<QByteArray> bytes = m_view->bytes();
    if (m_path && bytes && m_view->base())
        Q_EMIT createWanted(*m_path, m_view->base()->stat, *bytes);
}

void ValuePane::save()
{
    const Result<QByteArray> bytes = m_view->bytes();
    const bool allowed = m_path && m_view->isModified() && m_view->base() && bytes &&
                         m_session.whyReadOnly().isEmpty() && !m_session.isChanging() &&
                         bytes->size() <= m_session.editor().largestValue(*m_path);
    if (allowed)
        Q_EMIT saveWanted(*m_path, *m_view->base(), bytes->isNull() ? QByteArray("") : *bytes);
}

void ValuePane::setReadOnly(const QString &why, bool busy)
{
    m_view->setReadOnly(why);
    m_createAgain->setEnabled(why.isEmpty() && !busy);
    m_createAgain->setToolTip(why.isEmpty() ? tr("Create this znode with the text below") : why);
    refreshLimit();
}

void ValuePane::refreshLimit()
{
    if (m_path)
        m_view->setLimit(m_session.editor().largestValue(*m_path));
}

} // namespace zoodock
