// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/overview/identitydialog.h"

#include "clusters/clusterstatus.h"
#include "ui/look/banner.h"
#include "ui/look/labels.h"
#include "ui/look/textformat.h"

#include <QtGui/QPainter>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>

#include <algorithm>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

constexpr int longestTitle = 80;

struct NamedColour
{
    QString name;
    QString code;
};

QList<NamedColour> namedColours()
{
    return {{IdentityDialog::tr("None", "colour"), {}},   {IdentityDialog::tr("Red"), u"#c4372c"_s},
            {IdentityDialog::tr("Orange"), u"#c96a00"_s}, {IdentityDialog::tr("Green"), u"#2c8a52"_s},
            {IdentityDialog::tr("Teal"), u"#008a9a"_s},   {IdentityDialog::tr("Blue"), u"#2f6fd0"_s},
            {IdentityDialog::tr("Purple"), u"#8a4fc2"_s}, {IdentityDialog::tr("Grey"), u"#7a828c"_s}};
}

void addFormRow(QGridLayout &form, const QString &text, QWidget *field)
{
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    const int row = form.rowCount();
    form.addWidget(label, row, 0, qobject_cast<QLineEdit *>(field) ? Qt::AlignVCenter : Qt::AlignTop);
    form.addWidget(field, row, 1);
}

QIcon swatch(const QString &code, int side)
{
    if (code.isEmpty())
        return {};
    QPixmap pixmap(side, side);
    pixmap.fill(QColor(code));
    return pixmap;
}

} // namespace

IdentityDialog::IdentityDialog(const Ensemble &ensemble, QWidget *parent)
    : QDialog(parent)
    , m_name(ensemble.name)
    , m_title(new QLineEdit(ensemble.shownName(), this))
    , m_notes(new QPlainTextEdit(ensemble.notes, this))
    , m_colours(new QButtonGroup(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Name, Notes and Colour"));
    m_title->setPlaceholderText(m_name);
    m_title->setAccessibleName(tr("Name that is shown"));
    m_notes->setAccessibleName(tr("Notes"));
    m_notes->setTabChangesFocus(true);
    m_notes->setMinimumWidth(fontMetrics().averageCharWidth() * 56);
    auto *remark = new QLabel(
        tr("Containers, volumes and commands keep the name “%1”. Empty means that name.").arg(m_name), this);
    remark->setWordWrap(true);
    remark->setTextFormat(Qt::PlainText);
    setQuietText(remark);
    remark->setObjectName(u"identityRemark"_s);
    // Not a form: that gives a wrapped label the height which it would have at another width.
    auto *form = new QGridLayout;
    form->setVerticalSpacing(12);
    form->setRowStretch(3, 1); // the first row of a new grid is left out
    form->setColumnStretch(1, 1);
    addFormRow(*form, tr("&Name:"), m_title);
    form->addWidget(remark, form->rowCount(), 1);
    addFormRow(*form, tr("N&otes:"), m_notes);
    addFormRow(*form, tr("Colour:"), makeColours(ensemble.colour));
    m_buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this);
    m_buttons->button(QDialogButtonBox::Save)->setDefault(true);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    m_gone = new Banner({Glyph::Warning, Meaning::Looking},
                        tr("“%1” was removed meanwhile: this cannot be saved any more.").arg(m_name), this);
    m_gone->hide();
    layout->addWidget(m_gone);
    m_cut = new Banner({Glyph::Warning, Meaning::Looking}, {}, this);
    m_cut->hide();
    layout->addWidget(m_cut);
    m_taken = new Banner({Glyph::Warning, Meaning::Looking}, {}, this);
    m_taken->setObjectName(u"identityTaken"_s);
    m_taken->hide();
    layout->addWidget(m_taken);
    connect(m_title, &QLineEdit::textChanged, this, &IdentityDialog::compareWithOthers);
    limitTitle();
    m_title->selectAll();
    layout->addLayout(form);
    layout->addWidget(m_buttons);
}

/// A longer one that somebody wrote into the file stays whole.
void IdentityDialog::limitTitle()
{
    const int longest = std::max(longestTitle, int(m_title->text().size()));
    m_title->setMaxLength(longest);
    m_cut->setSentence(
        tr("A name has %Ln characters at most: what is beyond them was left out.", nullptr, longest));
    connect(m_title, &QLineEdit::inputRejected, this,
            [this, longest] { m_cut->setVisible(m_title->text().size() >= longest); });
    connect(m_title, &QLineEdit::textChanged, this, [this, longest](const QString &text) {
        if (text.size() < longest)
            m_cut->hide();
    });
}

void IdentityDialog::follow(const ClusterStatus *status)
{
    QStringList containers;
    for (const MemberStatus &member : status ? status->members : QList<MemberStatus>()) {
        if (!member.container.id.isEmpty())
            containers += member.container.id;
    }
    const bool isSame =
        status && (!m_isGone || std::any_of(containers.cbegin(), containers.cend(),
                                            [this](const QString &id) { return m_containers.contains(id); }));
    if (isSame)
        m_containers = containers;
    setGone(!isSame);
}

void IdentityDialog::setOthers(const QList<Ensemble> &others)
{
    m_others = others;
    compareWithOthers();
}

void IdentityDialog::compareWithOthers()
{
    const QString shown = title().isEmpty() ? m_name : title();
    const auto other = std::find_if(m_others.cbegin(), m_others.cend(), [&shown](const Ensemble &one) {
        return one.name == shown || one.shownName() == shown;
    });
    m_taken->setVisible(other != m_others.cend());
    if (other != m_others.cend())
        m_taken->setSentence(
            tr("Another cluster is called that already: %1. The two will be hard to tell apart.")
                .arg(bothNamesOf(*other)));
}

void IdentityDialog::setGone(bool gone)
{
    m_isGone = gone;
    m_gone->setVisible(gone);
    m_buttons->button(QDialogButtonBox::Save)->setEnabled(!gone);
}

QWidget *IdentityDialog::makeColours(const QString &chosen)
{
    auto *row = new QWidget(this);
    auto *grid = new QGridLayout(row);
    grid->setContentsMargins(0, 0, 0, 0);
    QList<NamedColour> colours = namedColours();
    const bool known = std::any_of(colours.cbegin(), colours.cend(),
                                   [&chosen](const NamedColour &colour) { return colour.code == chosen; });
    if (!known) // written into the file by hand
        colours.append({chosen, chosen});
    constexpr int columns = 4;
    for (int i = 0; i < int(colours.size()); ++i) {
        auto *button = new QRadioButton(colours.at(i).name, row);
        button->setIcon(swatch(colours.at(i).code, fontMetrics().height()));
        button->setProperty("colour", colours.at(i).code);
        button->setAccessibleName(tr("Colour: %1").arg(colours.at(i).name));
        button->setChecked(colours.at(i).code == chosen);
        m_colours->addButton(button);
        grid->addWidget(button, i / columns, i % columns);
    }
    return row;
}

QString IdentityDialog::title() const
{
    const QString title = m_title->text().simplified();
    return title == m_name ? QString() : title;
}

QString IdentityDialog::notes() const
{
    return m_notes->toPlainText().trimmed();
}

QString IdentityDialog::colour() const
{
    return m_colours->checkedButton() ? m_colours->checkedButton()->property("colour").toString() : QString();
}

} // namespace zoodock
