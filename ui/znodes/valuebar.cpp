// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/valuebar.h"

#include "ui/look/textformat.h"

#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QToolButton>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

QToolButton *toggle(const QString &text, const QString &toolTip, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

ValueBar::ValueBar(QWidget *parent)
    : QWidget(parent)
    , m_charsets(new QComboBox(this))
    , m_formats(new QComboBox(this))
    , m_pretty(toggle(tr("Pretty"), tr("Lay the text out for reading; saving keeps it as it is"), this))
    , m_hex(toggle(tr("Hex"), tr("Show and change the bytes themselves"), this))
    , m_size(new QLabel(this))
    , m_revert(new QPushButton(tr("Discard"), this))
    , m_save(new QPushButton(tr("Save"), this))
{
    build();
    connect(m_charsets, &QComboBox::activated, this,
            [this](int row) { Q_EMIT charsetChosen(Charset(m_charsets->itemData(row).toInt())); });
    connect(m_formats, &QComboBox::activated, this,
            [this](int row) { Q_EMIT formatChosen(ValueFormat(m_formats->itemData(row).toInt())); });
    connect(m_pretty, &QToolButton::clicked, this, &ValueBar::prettyClicked);
    connect(m_hex, &QToolButton::clicked, this, &ValueBar::hexClicked);
    connect(m_revert, &QPushButton::clicked, this, &ValueBar::revertWanted);
    connect(m_save, &QPushButton::clicked, this, &ValueBar::saveWanted);
}

void ValueBar::build()
{
    m_charsets->setAccessibleName(tr("Charset"));
    m_charsets->setToolTip(tr("How the bytes are read as text, and written when you save"));
    for (const Charset charset : availableCharsets())
        m_charsets->addItem(nameOf(charset), int(charset));
    m_formats->setAccessibleName(tr("Highlighting"));
    m_formats->setToolTip(tr("What the text is highlighted as"));
    m_formats->addItem(tr("Plain text"), int(ValueFormat::Plain));
    m_formats->addItem(u"JSON"_s, int(ValueFormat::Json));
    m_formats->addItem(u"XML"_s, int(ValueFormat::Xml));
    m_formats->addItem(u"YAML"_s, int(ValueFormat::Yaml));
    m_formats->addItem(tr("Properties"), int(ValueFormat::Properties));
    m_revert->setToolTip(tr("Forget your changes and show what the server has"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_charsets), static_cast<QWidget *>(m_formats),
                            static_cast<QWidget *>(m_pretty), static_cast<QWidget *>(m_hex)})
        layout->addWidget(widget);
    layout->addStretch(1);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_size), static_cast<QWidget *>(m_revert), static_cast<QWidget *>(m_save)})
        layout->addWidget(widget);
}

void ValueBar::setCharset(Charset charset)
{
    m_charsets->setCurrentIndex(m_charsets->findData(int(charset)));
}

void ValueBar::setFormat(ValueFormat format, bool fixed)
{
    m_formats->setCurrentIndex(m_formats->findData(int(format)));
    m_formats->setEnabled(!fixed);
    m_pretty->setVisible(hasPrettyForm(format) && !fixed);
}

bool ValueBar::isPretty() const
{
    return m_pretty->isChecked();
}

void ValueBar::setPretty(bool pretty)
{
    m_pretty->setChecked(pretty);
}

bool ValueBar::isHex() const
{
    return m_hex->isChecked();
}

void ValueBar::setHex(bool hex)
{
    m_hex->setChecked(hex);
}

void ValueBar::setSize(qsizetype bytes, bool isNull)
{
    m_size->setText(bytes < 0 ? QString() : isNull ? tr("no value") : tr("%Ln byte(s)", nullptr, int(bytes)));
    m_size->setToolTip(bytes < 0 ? QString()
                       : isNull
                           ? tr("The server holds no value at all, which is not the same as an empty one")
                           : memoryText(bytes));
}

void ValueBar::setEdits(bool modified, const QString &why)
{
    m_save->setEnabled(modified && why.isEmpty());
    m_save->setToolTip(why.isEmpty() ? tr("Write the value to the server (Ctrl+S)") : why);
    m_save->setVisible(m_saving);
    m_revert->setVisible(modified && m_saving);
}

void ValueBar::setSaving(bool saving)
{
    m_saving = saving;
}

} // namespace zoodock
