// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/linedetails.h"

#include "clusters/logexplanation.h"
#include "core/legible.h"
#include "ui/logs/logpainter.h"
#include "ui/look/icons.h"
#include "ui/look/labels.h"

#include <QtCore/QDateTime>
#include <QtCore/QMimeData>
#include <QtGui/QFontDatabase>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextDocumentFragment>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QToolButton>

#include <optional>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int textLines = 3;

QLabel *paragraph(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setTextFormat(Qt::PlainText);
    return label;
}

/// Shows what is hidden in the line; what is copied is the line itself.
class LineText : public QPlainTextEdit
{
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    QMimeData *createMimeDataFromSelection() const override
    {
        auto *copied = new QMimeData;
        copied->setText(fromLegible(textCursor().selection().toPlainText()));
        return copied;
    }
};

} // namespace

LineDetails::LineDetails(QWidget *parent)
    : QFrame(parent)
    , m_sign(new GlyphLabel(1.0, this))
    , m_title(paragraph(this))
    , m_cause(paragraph(this))
    , m_remedy(paragraph(this))
    , m_origin(new QLabel(this))
    , m_text(new LineText(this))
{
    setFrameShape(StyledPanel);
    setTextScale(m_title, 1.0, true);
    m_text->setReadOnly(true);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(m_text->fontMetrics().lineSpacing() * textLines + 12);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("The chosen line"));
    m_origin->setTextFormat(Qt::PlainText);
    auto *close = new QToolButton(this);
    close->setIcon(actionIcon(u"cancel"_s));
    close->setAutoRaise(true);
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close the chosen line"));
    connect(close, &QToolButton::clicked, this, &LineDetails::closed);

    auto *head = new QHBoxLayout;
    head->addWidget(m_sign);
    head->addWidget(m_title, 1);
    head->addWidget(m_origin);
    head->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 8, 8, 8);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(m_cause);
    layout->addWidget(m_remedy);
    layout->addWidget(m_text);
    setTabOrder(close, m_text);
    tint();
}

void LineDetails::setLine(const LogLine &line, const QString &memberName)
{
    const std::optional<LogExplanation> explanation = explainLogText(line.text);
    const bool trouble = explanation && explanation->kind == LogExplanation::Kind::Trouble;
    m_sign->setVisible(explanation.has_value());
    m_sign->setLook(trouble ? Look{Glyph::Warning, Meaning::Looking} : Look{Glyph::Info, Meaning::Leader});
    m_title->setText(explanation ? explanation->title : QString());
    m_cause->setText(explanation ? explanation->cause : QString());
    m_cause->setVisible(explanation.has_value());
    m_remedy->setText(explanation && !explanation->remedy.isEmpty()
                          ? tr("What to do: %1").arg(explanation->remedy)
                          : QString());
    m_remedy->setVisible(!m_remedy->text().isEmpty());
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(line.timeNano / 1'000'000);
    m_origin->setText(
        line.timeNano > 0
            ? tr("%1, %2", "member, time").arg(memberName, time.toString(u"yyyy-MM-dd HH:mm:ss.zzz"_s))
            : memberName);
    m_text->setPlainText(legible(QString::fromUtf8(line.text)));
    mark();
}

void LineDetails::setSearch(const LogPattern &pattern)
{
    m_search = LogMatcher(pattern);
    mark();
}

/// And shows the first of them.
void LineDetails::mark()
{
    QList<QTextEdit::ExtraSelection> marks;
    for (const auto &[start, length] : m_search.places(m_text->toPlainText())) {
        QTextCursor place(m_text->document());
        place.setPosition(static_cast<int>(start));
        if (marks.isEmpty())
            m_text->setTextCursor(place);
        place.setPosition(static_cast<int>(start + length), QTextCursor::KeepAnchor);
        marks.append({place, logMatchFormat(palette())});
    }
    m_text->setExtraSelections(marks);
    m_text->ensureCursorVisible();
}

/// Before, the text has no lines to scroll to.
void LineDetails::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    QMetaObject::invokeMethod(m_text, &QPlainTextEdit::ensureCursorVisible, Qt::QueuedConnection);
}

void LineDetails::tint()
{
    setQuietText(m_origin);
    mark();
}

void LineDetails::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QFrame::keyPressEvent(event);
}

void LineDetails::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace zoodock
