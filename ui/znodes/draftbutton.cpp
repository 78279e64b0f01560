// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/draftbutton.h"

#include <QtWidgets/QMenu>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr qsizetype mostDrafts = 100;

} // namespace

DraftButton::DraftButton(const UiServices &services, ZnodeDrafts &drafts, QWidget *parent)
    : QToolButton(parent)
    , m_services(services)
    , m_drafts(drafts)
{
    setFocusPolicy(Qt::StrongFocus);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Znodes whose value you changed and did not save"));
    setMenu(new QMenu(this));
    connect(menu(), &QMenu::aboutToShow, this, &DraftButton::fill);
    refresh();
}

void DraftButton::setPlace(const QString &cluster, const QString &chroot)
{
    m_place = cluster.isEmpty() ? QString() : cluster + u'\n' + chroot;
    refresh();
}

void DraftButton::store(const ZnodePath &path, const ZnodeDraft &draft)
{
    if (m_place.isEmpty())
        return;
    while (m_drafts.size() >= mostDrafts)
        m_drafts.erase(m_drafts.begin());
    m_drafts.insert(m_place + path.text(), draft);
    refresh();
}

bool DraftButton::contains(const ZnodePath &path) const
{
    return m_drafts.contains(m_place + path.text());
}

ZnodeDraft DraftButton::take(const ZnodePath &path)
{
    const ZnodeDraft draft = m_drafts.take(m_place + path.text());
    refresh();
    return draft;
}

void DraftButton::remove(const ZnodePath &path)
{
    m_drafts.remove(m_place + path.text());
    refresh();
}

void DraftButton::noteRemoved(const QString &cluster)
{
    // A cluster that is made by the same script counts its transactions alike.
    for (auto draft = m_drafts.begin(); draft != m_drafts.end(); ++draft) {
        if (draft.key().startsWith(cluster + u'\n'))
            draft->base.stat.czxid = -1;
    }
}

QStringList DraftButton::paths() const
{
    QStringList paths;
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        if (!m_place.isEmpty() && draft.key().startsWith(m_place + u'/'))
            paths.append(draft.key().mid(m_place.size()));
    }
    paths.sort();
    return paths;
}

QStringList DraftButton::names() const
{
    QStringList names;
    for (const QString &path : paths())
        names.append(legibleName(path));
    QStringList others;
    for (auto draft = m_drafts.cbegin(); draft != m_drafts.cend(); ++draft) {
        if (m_place.isEmpty() || !draft.key().startsWith(m_place + u'/'))
            others.append(tr("%1 (%2)", "path, cluster")
                              .arg(legibleName(draft.key().section(u'\n', 1)),
                                   m_services.shownName(draft.key().section(u'\n', 0, 0))));
    }
    others.sort();
    return names + others;
}

void DraftButton::refresh()
{
    const int count = int(paths().size());
    setText(tr("Unsaved (%Ln)", nullptr, count));
    setAccessibleName(tr("%Ln unsaved change(s)", nullptr, count));
    setHidden(count == 0);
}

void DraftButton::fill()
{
    menu()->clear();
    for (const QString &path : paths()) {
        const QAction *action = menu()->addAction(legibleName(path).replace(u'&', u"&&"_s));
        connect(action, &QAction::triggered, this,
                [this, path] { Q_EMIT pathWanted(ZnodePath::trusted(path)); });
    }
}

} // namespace zoodock
