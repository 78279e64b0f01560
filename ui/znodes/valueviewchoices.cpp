// SPDX-License-Identifier: GPL-3.0-or-later
// What the bar above a value says: as what it is shown.
#include "ui/znodes/hexview.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/valuebar.h"
#include "ui/znodes/valueview.h"

namespace zoodock
{

void ValueView::chooseCharset(Charset wanted)
{
    if (m_modified && !isHex() && !isPretty()) { // edited text: the charset to save it in
        m_charset = wanted;
        refresh();
        return;
    }
    const Result<QByteArray> now = bytes();
    if (!now || !decodedText(*now, wanted)) {
        m_note = tr("These bytes are not text in %1.").arg(nameOf(wanted));
        refresh();
        return;
    }
    m_charset = wanted;
    m_bar->setHex(false);
    m_format = formatOf(*decodedText(*now, wanted));
    choosePretty();
    showBytes(*now);
}

void ValueView::chooseFormat(ValueFormat wanted)
{
    m_format = wanted;
    const bool wasPretty = isPretty();
    choosePretty();
    if (wasPretty || isPretty())
        showBytes(m_shown);
    else
        m_text->setFormat(m_format);
    refresh();
}

/// From the text to its pretty form and back; edits go with it, in their bytes.
void ValueView::showPretty()
{
    m_bar->setPretty(!m_bar->isPretty()); // as before the click: bytes() asks
    const Result<QByteArray> now = bytes();
    if (!now) {
        m_note = now.error().message();
        refresh();
        return;
    }
    m_bar->setPretty(!m_bar->isPretty());
    m_prettyWanted = m_bar->isPretty();
    Q_EMIT prettyChosen(m_prettyWanted);
    showBytes(*now);
}

void ValueView::showHex(bool on)
{
    m_bar->setHex(!on);
    const Result<QByteArray> now = bytes();
    const QString problem =
        !now ? now.error().message()
        : !on && !decodedText(*now, m_charset)
            ? tr("These bytes are not text in %1. Choose another charset.").arg(nameOf(m_charset))
            : QString();
    if (!problem.isEmpty()) {
        m_note = problem;
        refresh();
        return;
    }
    m_bar->setHex(on);
    showBytes(*now);
}

} // namespace zoodock
