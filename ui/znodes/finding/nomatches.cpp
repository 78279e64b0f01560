// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/finding/nomatches.h"

#include "ui/look/sentencelayout.h"
#include "ui/look/textformat.h"
#include "znodes/znodepath.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace zoodock
{

NoMatches::NoMatches(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
{
    auto *clear = new QPushButton(tr("Clear the Filter"), this);
    layOutInTheMiddle(this, m_sentence, clear);
    connect(clear, &QPushButton::clicked, this, &NoMatches::clearWanted);
}

void NoMatches::tell(const ZnodePath &parent, qsizetype hidden)
{
    constexpr qsizetype longestWord = 30; // the tree is narrow
    const QString path = legibleName(parent.text());
    const QString sentence =
        hidden == 0 ? tr("%1 has no children that the filter could show.").arg(path)
                    : tr("The filter hides all %Ln children of %1.", nullptr, int(hidden)).arg(path);
    m_sentence->setText(withShortWords(sentence, longestWord));
}

} // namespace zoodock
