// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/connection/connectionline.h"

#include "ui/look/labels.h"
#include "znodes/znodeconnection.h"
#include "znodes/znodepath.h"
#include "znodes/znodestat.h"

#include <QtCore/QLocale>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QToolButton>

#include <utility>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

using State = ZnodeConnection::State;

QString nameOf(ConnectStage stage)
{
    switch (stage) {
    case ConnectStage::Name:
        return ConnectionLine::tr("Name");
    case ConnectStage::Tcp:
        return ConnectionLine::tr("TCP");
    case ConnectStage::Handshake:
        return ConnectionLine::tr("Handshake");
    case ConnectStage::Session:
        return ConnectionLine::tr("Session");
    case ConnectStage::Auth:
        return ConnectionLine::tr("Sign-in");
    }
    return {};
}

QString describe(const ConnectStageReport &report)
{
    const QString name = nameOf(report.stage);
    const auto took = report.took.value_or(std::chrono::milliseconds(0)).count();
    switch (report.state) {
    case ConnectStageReport::State::Waiting:
        return ConnectionLine::tr("○ %1", "step that waits").arg(name);
    case ConnectStageReport::State::Running:
        return ConnectionLine::tr("… %1", "step under way").arg(name);
    case ConnectStageReport::State::Done:
        return report.took ? ConnectionLine::tr("✓ %1 %2 ms", "step done, its time").arg(name).arg(took)
                           : ConnectionLine::tr("✓ %1", "step done").arg(name);
    case ConnectStageReport::State::Failed:
        return ConnectionLine::tr("✗ %1 %2 ms", "step failed, its time").arg(name).arg(took);
    }
    return {};
}

Look lookOf(State state)
{
    switch (state) {
    case State::Connected:
        return {Glyph::Disc, Meaning::Follower};
    case State::Connecting:
        return {Glyph::HalfDisc, Meaning::Looking};
    case State::Broken:
        return {Glyph::Slash, Meaning::Down};
    case State::Closed:
        break;
    }
    return {Glyph::DashedRing, Meaning::Unknown};
}

} // namespace

ConnectionLine::ConnectionLine(ZnodeConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_glyph(new GlyphLabel(1, this))
    , m_sentence(new ElidedLabel(this))
    , m_stages(new QLabel(this))
    , m_choice(new QComboBox(this))
    , m_readOnly(new QToolButton(this))
    , m_settings(new QToolButton(this))
{
    build();
    connect(&connection, &ZnodeConnection::stateChanged, this, &ConnectionLine::refresh);
    connect(&connection, &ZnodeConnection::stagesChanged, this, &ConnectionLine::refresh);
    connect(&connection, &ZnodeConnection::readOnlyChanged, this, &ConnectionLine::refresh);
    connect(&connection, &ZnodeConnection::generationChanged, this, &ConnectionLine::refresh);
    connect(m_choice, &QComboBox::activated, this,
            [this](int row) { Q_EMIT serverChosen(m_servers.at(row).memberId); });
    connect(m_readOnly, &QToolButton::clicked, this, &ConnectionLine::readOnlyWanted);
    connect(m_settings, &QToolButton::clicked, this, &ConnectionLine::settingsWanted);
    refresh();
}

void ConnectionLine::build()
{
    m_choice->setAccessibleName(tr("Connect to"));
    m_choice->setToolTip(tr("All members: the session moves to another one when its member fails"));
    m_readOnly->setText(tr("Read-only"));
    m_readOnly->setCheckable(true);
    m_readOnly->setFocusPolicy(Qt::StrongFocus);
    m_readOnly->setToolTip(tr("While this is on, ZooDock changes nothing in this cluster"));
    m_settings->setText(tr("Connection…"));
    m_settings->setFocusPolicy(Qt::StrongFocus);
    m_settings->setToolTip(tr("Chroot, and whom to sign in as"));
    m_stages->setTextFormat(Qt::PlainText);
    m_stages->setWordWrap(true);
    m_stages->setFrameShape(QFrame::StyledPanel);
    m_stages->setMargin(6);
    m_stages->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_glyph);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_choice);
    row->addWidget(m_readOnly);
    row->addWidget(m_settings);
}

QWidget *ConnectionLine::steps() const
{
    return m_stages;
}

void ConnectionLine::setServers(const QList<Server> &servers, int chosen)
{
    if (m_servers != servers) {
        m_servers = servers;
        m_choice->clear();
        for (const Server &server : servers)
            m_choice->addItem(server.text);
    }
    for (int row = 0; row < int(servers.size()); ++row) {
        if (servers.at(row).memberId == chosen)
            m_choice->setCurrentIndex(row);
    }
}

void ConnectionLine::setObstacle(const QString &sentence)
{
    if (std::exchange(m_obstacle, sentence) != sentence)
        refresh();
}

QString ConnectionLine::sentence() const
{
    return m_sentence->fullText();
}

QString ConnectionLine::problem() const
{
    for (const ConnectStageReport &report : m_connection.stages()) {
        if (report.state == ConnectStageReport::State::Failed && report.error)
            return report.error->message();
    }
    return {};
}

QString ConnectionLine::connectedSentence() const
{
    const QString server = m_connection.server();
    const QString session = hexText(m_connection.sessionId());
    const QString place = m_connection.hasChroot()
                              ? tr("Connected to %1, below %2, session %3")
                                    .arg(server, legibleName(m_connection.target().chroot), session)
                              : tr("Connected to %1, session %2").arg(server, session);
    QStringList users;
    for (const ZnodeCredential &credential : m_connection.target().credentials)
        users.append(QString::fromUtf8(credential.secret).section(u':', 0, 0));
    //: %1 is “Connected to …, session …”, %2 the names of users
    return users.isEmpty() ? place : tr("%1, signed in as %2").arg(place, users.join(u", "_s));
}

QString ConnectionLine::stateSentence() const
{
    const QString server = m_connection.server();
    switch (m_connection.state()) {
    case State::Connected:
        if (m_connection.isServerReadOnly())
            return tr("Connected to %1, which has lost the majority and only reads for now.").arg(server);
        return connectedSentence();
    case State::Connecting:
        return tr("Connecting to %1").arg(m_connection.target().servers);
    case State::Broken:
        return tr("The connection is broken: what you see may be old. Trying again.");
    case State::Closed:
        break;
    }
    return tr("Not connected");
}

QString ConnectionLine::stagesText() const
{
    QStringList steps;
    for (const ConnectStageReport &report : m_connection.stages())
        steps.append(describe(report).replace(u' ', QChar(QChar::Nbsp))); // a sign stays beside its step
    QStringList lines{steps.join(u"   "_s)};
    for (const ConnectStageReport &report : m_connection.stages()) {
        for (const ConnectFailure &one : report.failures)
            //: a server that was tried in vain, the time that took, the reason
            lines += tr("%1 (%2 ms): %3")
                         .arg(one.address, QLocale().toString(one.took.count()), one.error.message());
    }
    return lines.join(u'\n');
}

void ConnectionLine::refresh()
{
    const State state = m_connection.state();
    m_glyph->setLook(lookOf(state));
    const bool obstructed = state != State::Connected && !m_obstacle.isEmpty();
    m_sentence->setFullText(obstructed ? tr("Not connected: %1").arg(m_obstacle) : stateSentence());
    const QString reason = problem();
    const bool shown =
        !obstructed && (state == State::Connecting || state == State::Broken || !reason.isEmpty());
    const QString steps = stagesText();
    m_stages->setText(steps.contains(reason) ? steps : steps + u'\n' + reason); // also an empty one
    m_stages->setVisible(shown);
    if (!shown)
        m_sentence->setToolTip(steps);
    m_readOnly->setChecked(m_connection.isReadOnly());
}

} // namespace zoodock
