// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/missingnotice.h"

#include "ui/look/sentencelayout.h"
#include "ui/look/textformat.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

MissingNotice::MissingNotice(QWidget *parent)
    : QFrame(parent)
    , m_sentence(new QLabel(this))
    , m_create(new QPushButton(tr("Create…"), this))
{
    auto *dismiss = new QPushButton(tr("Dismiss"), this);
    auto *row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_create);
    row->addWidget(dismiss);
    layOutNotice(this, {m_sentence}, row);
    setReadOnly({});
    hide();
    connect(dismiss, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_create, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT createWanted(m_path);
    });
}

void MissingNotice::tell(const ZnodePath &path, const QString &sentence)
{
    m_path = path;
    m_sentence->setText(withShortWords(legible(sentence), 60)); // as ChangeNotice: a long path would widen it
    show();
}

void MissingNotice::setReadOnly(const QString &why)
{
    m_create->setEnabled(why.isEmpty());
    m_create->setToolTip(why.isEmpty() ? tr("Create this znode, and those above it that are missing") : why);
}

} // namespace zoodock
