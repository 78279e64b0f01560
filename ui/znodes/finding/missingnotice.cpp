// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/missingnotice.h"

#include "ui/look/sentencelayout.h"
#include "ui/look/textformat.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

MissingNotice::MissingNotice(ZnodeConnection &connection, QWidget *parent)
    : QFrame(parent)
    , m_follower(&connection, nullptr)
    , m_sentence(new QLabel(this))
    , m_create(new QPushButton(tr("Create…"), this))
    , m_show(new QPushButton(tr("Show It"), this))
{
    auto *dismiss = new QPushButton(tr("Dismiss"), this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_create);
    row->addWidget(m_show);
    row->addWidget(dismiss);
    layOutNotice(this, {m_sentence}, row);
    setReadOnly({});
    hide();
    connect(&m_follower, &ZnodeFollower::stateChanged, this, &MissingNotice::look);
    connect(dismiss, &QPushButton::clicked, this, &MissingNotice::forget);
    connect(m_create, &QPushButton::clicked, this, [this] {
        forget();
        Q_EMIT createWanted(m_path);
    });
    connect(m_show, &QPushButton::clicked, this, [this] {
        forget();
        Q_EMIT pathWanted(m_path);
    });
}

void MissingNotice::tell(const ZnodePath &path, const QString &sentence)
{
    m_path = path;
    say(sentence);
    m_create->show();
    m_show->hide();
    show();
    m_follower.setPath(path);
}

void MissingNotice::forget()
{
    hide();
    m_follower.setPath(std::nullopt);
}

/// Whose value one may not read is there, too.
void MissingNotice::look()
{
    const auto &error = m_follower.error();
    const bool isForbidden =
        m_follower.state() == ZnodeFollower::State::Failed && error && error->kind() == ErrorKind::NoAuth;
    if (m_follower.state() != ZnodeFollower::State::Present && !isForbidden)
        return;
    m_follower.setPath(std::nullopt);
    say(tr("%1 has been created meanwhile.").arg(legibleName(m_path.text())));
    m_show->show();
    m_create->hide();
}

void MissingNotice::say(const QString &sentence)
{
    m_sentence->setText(
        withShortWords(legibleSentence(sentence), 60)); // as ChangeNotice: a long path would widen it
}

void MissingNotice::setReadOnly(const QString &why)
{
    m_create->setEnabled(why.isEmpty());
    m_create->setToolTip(why.isEmpty() ? tr("Create this znode, and those above it that are missing") : why);
}

} // namespace zoodock
