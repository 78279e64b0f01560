// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/hexview.h"

#include "itemmodels/hexmodel.h"
#include "znodes/valuecodec.h"

#include <QtGui/QClipboard>
#include <QtGui/QFontDatabase>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QRegularExpressionValidator>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QStyledItemDelegate>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

/// Two hexadecimal digits; the second one ends the editing and opens the next byte.
class ByteDelegate final : public QStyledItemDelegate
{
public:
    explicit ByteDelegate(HexView *view)
        : QStyledItemDelegate(view)
        , m_view(view)
    {
    }

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &index) const override
    {
        auto *editor = new QLineEdit(parent);
        editor->setAccessibleName(
            HexView::tr("Byte %1").arg(index.row() * HexModel::bytesPerRow + index.column()));
        editor->setFrame(false);
        editor->setMaxLength(2);
        editor->setAlignment(Qt::AlignCenter);
        editor->setTextMargins(-3, 0, -3, 0);
        static const QRegularExpression digits(u"[0-9a-fA-F]{0,2}"_s);
        editor->setValidator(new QRegularExpressionValidator(digits, editor));
        connect(editor, &QLineEdit::textEdited, m_view,
                [this, editor, at = QPersistentModelIndex(index)](const QString &text) {
                    if (text.size() == 2)
                        goOn(editor, at);
                });
        return editor;
    }

private:
    void goOn(QLineEdit *editor, const QPersistentModelIndex &at) const
    {
        auto *self = const_cast<ByteDelegate *>(this); // signals of a delegate come from const members
        Q_EMIT self->commitData(editor);
        Q_EMIT self->closeEditor(editor);
        const bool lineEnds = at.column() + 1 == HexModel::bytesPerRow;
        const QModelIndex next =
            at.model()->index(at.row() + (lineEnds ? 1 : 0), lineEnds ? 0 : at.column() + 1);
        if (next.isValid())
            m_view->setCurrentIndex(next);
    }

    HexView *m_view;
};

} // namespace

HexView::HexView(QWidget *parent)
    : QTableView(parent)
    , m_bytes(new HexModel(this))
{
    setModel(m_bytes);
    build();
    layOut();
    connect(m_bytes, &HexModel::edited, this, &HexView::edited);
}

void HexView::build()
{
    setAccessibleName(tr("Bytes of the value"));
    setItemDelegate(new ByteDelegate(this));
    setShowGrid(false);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                    QAbstractItemView::EditKeyPressed);
    setFrameShape(QFrame::NoFrame);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setHighlightSections(false);
}

void HexView::layOut()
{
    const QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (font() != fixed)
        setFont(fixed);
    for (QHeaderView *header : {horizontalHeader(), verticalHeader()})
        header->setFont(fixed);
    const QFontMetrics metrics(fixed);
    const int cell = metrics.horizontalAdvance(u"00"_s) + metrics.averageCharWidth() + 4;
    horizontalHeader()->setMinimumSectionSize(cell);
    verticalHeader()->setDefaultSectionSize(metrics.height() + 4);
    for (int column = 0; column < HexModel::bytesPerRow; ++column)
        setColumnWidth(column, cell);
    setColumnWidth(HexModel::textColumn, metrics.averageCharWidth() * (HexModel::bytesPerRow + 3));
}

void HexView::setBytes(const QByteArray &bytes)
{
    m_bytes->setBytes(bytes);
}

const QByteArray &HexView::bytes() const
{
    return m_bytes->bytes();
}

void HexView::setReadOnly(bool readOnly)
{
    m_bytes->setEditable(!readOnly);
}

HexView::Range HexView::marked() const
{
    qsizetype first = -1;
    qsizetype last = -1;
    for (const QModelIndex &index : selectionModel()->selectedIndexes()) {
        const qsizetype offset = m_bytes->offsetOf(index);
        if (offset < 0)
            continue;
        first = first < 0 ? offset : std::min(first, offset);
        last = std::max(last, offset);
    }
    return first < 0 ? Range() : Range{first, last - first + 1};
}

void HexView::copy()
{
    const Range range = marked();
    if (range.count == 0)
        return;
    QGuiApplication::clipboard()->setText(hexPairs(bytes().mid(range.first, range.count)));
    Q_EMIT said(tr("Copied %Ln byte(s) as hexadecimal digits.", nullptr, int(range.count)));
}

void HexView::paste()
{
    const Result<QByteArray> bytes = bytesFromHex(QGuiApplication::clipboard()->text());
    if (!bytes) {
        Q_EMIT said(bytes.error().message());
        return;
    }
    const qsizetype at = m_bytes->offsetOf(currentIndex());
    m_bytes->insertBytes(at < 0 ? m_bytes->bytes().size() : at, *bytes);
}

void HexView::insertOne()
{
    const qsizetype at = m_bytes->offsetOf(currentIndex());
    const qsizetype place = at < 0 ? m_bytes->bytes().size() : at;
    m_bytes->insertBytes(place, QByteArray(1, '\0'));
    setCurrentIndex(m_bytes->indexOf(place));
}

void HexView::removeMarked()
{
    const Range range = marked();
    m_bytes->removeBytes(range.first, range.count);
    setCurrentIndex(m_bytes->indexOf(std::min(range.first, m_bytes->bytes().size())));
}

void HexView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (m_bytes->isEditable()) {
        if (event->matches(QKeySequence::Paste))
            return paste();
        if (event->key() == Qt::Key_Insert)
            return insertOne();
        if (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)
            return removeMarked();
    }
    QTableView::keyPressEvent(event);
}

void HexView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        layOut();
}

} // namespace zoodock
