// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/findbar.h"

#include "ui/look/icons.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QToolButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

FindBar::FindBar(QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(tr("F&ind:"), this))
    , m_text(new QLineEdit(this))
    , m_expression(new QCheckBox(tr("Regular e&xpression"), this))
    , m_caseSensitive(new QCheckBox(tr("Match c&ase"), this))
    , m_count(new QLabel(this))
{
    m_label->setBuddy(m_text);
    m_text->setClearButtonEnabled(true);
    m_text->setObjectName(u"findText"_s);
    m_count->setObjectName(u"findCount"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    layout->addWidget(m_text, 1);
    const auto button = [this, layout](const QString &icon, const QString &name, void (FindBar::*signal)()) {
        auto *made = new QToolButton(this);
        made->setIcon(actionIcon(icon));
        made->setAutoRaise(true);
        made->setToolTip(name);
        made->setAccessibleName(name);
        connect(made, &QToolButton::clicked, this, signal);
        layout->addWidget(made);
        return made;
    };
    auto *previous = button(u"expand"_s, tr("Previous match (Shift+Return)"), &FindBar::previousWanted);
    auto *next = button(u"collapse"_s, tr("Next match (Return)"), &FindBar::nextWanted);
    layout->addWidget(m_count);
    layout->addWidget(m_expression);
    layout->addWidget(m_caseSensitive);
    button(u"cancel"_s, tr("Close the search (Esc)"), &FindBar::closed);
    const QList<QWidget *> order{m_text, previous, next, m_expression, m_caseSensitive};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
    connect(this, &FindBar::closed, this, &FindBar::close);
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::patternChanged);
    connect(m_expression, &QCheckBox::toggled, this, &FindBar::patternChanged);
    connect(m_caseSensitive, &QCheckBox::toggled, this, &FindBar::patternChanged);
    hide();
}

void FindBar::open()
{
    m_open = true;
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
    Q_EMIT patternChanged();
}

void FindBar::close()
{
    m_open = false;
    hide();
    Q_EMIT patternChanged();
}

LogPattern FindBar::pattern() const
{
    if (!m_open)
        return {};
    return {m_text->text(), m_expression->isChecked(), m_caseSensitive->isChecked()};
}

QString FindBar::found(int number, int count, const QString &where) const
{
    const QString at = locale().toString(number);
    const QString all = locale().toString(count);
    if (where.isEmpty()) {
        if (count == 0)
            return tr("Nothing found");
        return number > 0 ? tr("%1 of %2", "number of the match, of all").arg(at, all)
                          : tr("%Ln line(s)", "that match", count);
    }
    if (count == 0)
        return tr("Nothing found in %1", "member").arg(where);
    return number > 0 ? tr("%1 of %2 in %3", "number of the match, of all, member").arg(at, all, where)
                      : tr("%Ln line(s) in %1", "that match, member", count).arg(where);
}

void FindBar::setMatches(int number, int count, bool searching, const QString &where)
{
    const QString name = QString(where).replace(u'&', u"&&"_s);
    m_label->setText(where.isEmpty() ? tr("F&ind:") : tr("F&ind in %1:", "member").arg(name));
    const QString problem = LogMatcher(pattern()).problem();
    if (!problem.isEmpty())
        m_count->setText(tr("Not a regular expression"));
    else if (m_text->text().isEmpty())
        m_count->clear();
    else if (searching)
        m_count->setText(tr("Searching…"));
    else
        m_count->setText(found(number, count, where));
    m_count->setToolTip(problem);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        event->modifiers().testFlag(Qt::ShiftModifier) ? Q_EMIT previousWanted() : Q_EMIT nextWanted();
    else
        QWidget::keyPressEvent(event);
}

} // namespace zoodock
