// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/znodes/changes/createdialog.h"

#include "ui/look/labels.h"
#include "ui/look/meaning.h"
#include "ui/znodes/changes/acleditor.h"
#include "ui/znodes/text/texteditor.h"
#include "ui/znodes/valueview.h"
#include "ui/znodes/finding/pathfield.h"

#include <QtCore/QTimer>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QSpinBox>

#include <limits>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

enum AclChoice { Open, ReadOnly, Creator, Own };

QString explained(ZnodeKind kind)
{
    switch (kind) {
    case ZnodeKind::Persistent:
        return CreateDialog::tr("Stays until somebody deletes it.");
    case ZnodeKind::Ephemeral:
        return CreateDialog::tr("Goes when this connection ends: when you connect anew, or quit ZooDock. "
                                "Cannot have children.");
    case ZnodeKind::Container:
        return CreateDialog::tr(
            "The server deletes it some time after its last child went. Needs ZooKeeper 3.5 or later.");
    case ZnodeKind::Ttl:
        return CreateDialog::tr("The server deletes it once nobody changed it for that time and it has no "
                                "children. Needs ZooKeeper "
                                "3.5.3 or later with zookeeper.extendedTypesEnabled=true.");
    }
    return {};
}

} // namespace

CreateDialog::CreateDialog(const QString &path, bool isSignedIn, QWidget *parent)
    : QDialog(parent)
    , m_path(new PathField(this))
    , m_kind(new QComboBox(this))
    , m_kindText(new QLabel(this))
    , m_sequential(new QCheckBox(tr("Se&quential: the server appends ten digits"), this))
    , m_ttl(new QSpinBox(this))
    , m_parents(new QCheckBox(tr("&Make missing znodes above it"), this))
    , m_aclChoice(new QComboBox(this))
    , m_acl(new AclEditor(this))
    , m_value(new ValueView(this))
    , m_problem(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Znode"));
    build(path, isSignedIn);
    check();
}

void CreateDialog::build(const QString &path, bool isSignedIn)
{
    m_path->setPath(path);
    m_kind->addItem(tr("Persistent"), int(ZnodeKind::Persistent));
    m_kind->addItem(tr("Ephemeral"), int(ZnodeKind::Ephemeral));
    m_kind->addItem(tr("Container"), int(ZnodeKind::Container));
    m_kind->addItem(tr("With a time to live (TTL)"), int(ZnodeKind::Ttl));
    m_ttl->setRange(1, std::numeric_limits<int>::max());
    m_ttl->setValue(60'000);
    m_ttl->setSuffix(tr(" ms"));
    m_ttl->setGroupSeparatorShown(true);
    m_parents->setChecked(true);
    m_aclChoice->addItem(tr("Everybody may do everything"), Open);
    m_aclChoice->addItem(tr("Everybody may read, nobody may change"), ReadOnly);
    if (isSignedIn)
        m_aclChoice->addItem(tr("Only who is signed in here"), Creator);
    m_aclChoice->addItem(tr("As listed below"), Own);
    m_acl->setAcl(openAcl());
    m_value->setSaving(false);
    m_value->setValue({});
    for (QLabel *label : {m_kindText, m_problem}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setQuietText(m_kindText);
    setTextMeaning(m_problem, Meaning::Down);
    m_problem->setObjectName(u"znodeProblem"_s);
    m_kind->setObjectName(u"znodeKind"_s);
    m_kindText->setObjectName(u"znodeKindHint"_s);
    m_aclChoice->setObjectName(u"znodeAccess"_s);
    auto *form = new QFormLayout;
    form->addRow(tr("&Path:"), m_path);
    form->addRow(tr("&Kind:"), m_kind);
    form->addRow(QString(), m_kindText);
    form->addRow(tr("&Time to live:"), m_ttl);
    form->addRow(QString(), m_sequential);
    form->addRow(QString(), m_parents);
    form->addRow(tr("&Access:"), m_aclChoice);
    form->addRow(m_acl);
    auto *valueLabel = new QLabel(tr("&Value:"), this);
    valueLabel->setBuddy(m_value->editor()->field());
    form->addRow(valueLabel);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("&Create"), QDialogButtonBox::AcceptRole);
    m_create->setObjectName(u"znodeCreate"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_value, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 100, fontMetrics().height() * 30);
    m_path->setFocus();
    // A dialog that is shown selects everything in its first field; what is typed belongs behind it.
    QTimer::singleShot(0, m_path, [this] { m_path->end(false); });
    connect(m_path, &QLineEdit::textChanged, this, &CreateDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &CreateDialog::check);
    connect(m_aclChoice, &QComboBox::currentIndexChanged, this, &CreateDialog::check);
    connect(m_acl, &AclEditor::changed, this, &CreateDialog::check);
    connect(m_sequential, &QCheckBox::toggled, this, &CreateDialog::check);
    connect(m_value, &ValueView::modifiedChanged, this, &CreateDialog::check);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const Result<ZnodeSpec> wish = spec())
            Q_EMIT wanted(*wish);
        else
            setProblem(wish.error().message());
    });
}

Acl CreateDialog::chosenAcl() const
{
    switch (m_aclChoice->currentData().toInt()) {
    case ReadOnly:
        return readOnlyAcl();
    case Creator:
        return creatorAcl();
    case Own:
        return m_acl->acl();
    default:
        return openAcl();
    }
}

Result<ZnodeSpec> CreateDialog::spec() const
{
    const QString text = ZnodePath::cleaned(m_path->path());
    if (text.endsWith(u'/'))
        return failure(ErrorKind::InvalidInput, tr("Type a name after the last slash."));
    const Result<ZnodePath> path = ZnodePath::parse(text);
    if (!path)
        return failure(path.error());
    const Result<QByteArray> value = m_value->bytes();
    if (!value)
        return failure(value.error());
    ZnodeSpec spec;
    spec.path = *path;
    spec.value = value->isNull() ? QByteArray("") : *value; // other clients tell "no value" from an empty one
    spec.kind = ZnodeKind(m_kind->currentData().toInt());
    spec.sequential = m_sequential->isChecked() && m_sequential->isEnabled();
    spec.ttlMilliseconds = spec.kind == ZnodeKind::Ttl ? m_ttl->value() : 0;
    spec.withParents = m_parents->isChecked();
    spec.acl = chosenAcl();
    if (const Result<void> acl = checkAcl(spec.acl); !acl)
        return failure(acl.error());
    return spec;
}

void CreateDialog::check()
{
    const auto kind = ZnodeKind(m_kind->currentData().toInt());
    m_kindText->setText(explained(kind));
    auto *form = layout()->itemAt(0)->layout();
    static_cast<QFormLayout *>(form)->setRowVisible(m_ttl, kind == ZnodeKind::Ttl);
    static_cast<QFormLayout *>(form)->setRowVisible(m_acl, m_aclChoice->currentData().toInt() == Own);
    m_sequential->setEnabled(kind != ZnodeKind::Container);
    m_sequential->setToolTip(kind == ZnodeKind::Container ? tr("Container znodes cannot be sequential.")
                                                          : QString());
    const QString text = ZnodePath::cleaned(m_path->path());
    const bool isListBegun =
        m_aclChoice->currentData().toInt() == Own && m_acl->problem().isEmpty() && !checkAcl(m_acl->acl());
    const bool untouched = text.endsWith(u'/') || (isListBegun && ZnodePath::parse(text));
    const Result<ZnodeSpec> wish = spec();
    m_problem->setText(wish || untouched ? QString() : wish.error().message());
    m_create->setEnabled(wish.has_value() && !m_busy);
    fit();
}

/// Layouts let wrapped texts be cut where the window is too low for them.
void CreateDialog::fit()
{
    setMinimumHeight(layout()->totalMinimumHeightForWidth(width()));
}

void CreateDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fit();
}

void CreateDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_create->setEnabled(!busy);
}

void CreateDialog::setProblem(const QString &sentence)
{
    setBusy(false);
    m_problem->setText(sentence);
    fit();
}

} // namespace zoodock
