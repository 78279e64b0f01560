// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/newclusterdialog.h"

#include "clusters/clusterservice.h"
#include "clusters/clusterstore.h"
#include "core/settings.h"
#include "ensemble/defaultimage.h"
#include "ensemble/imagefamily.h"
#include "ensemble/portplan.h"
#include "ensemble/validate.h"
#include "ui/look/labels.h"

#include <QtCore/QSignalBlocker>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QDialogButtonBox>
#include <QtWidgets/QFormLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QRadioButton>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QSpinBox>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

Look lookOf(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return {Glyph::Cross, Meaning::Down};
    case Severity::Warning:
        return {Glyph::Warning, Meaning::Looking};
    case Severity::Hint:
        break;
    }
    return {Glyph::Info, Meaning::Leader};
}

QString wordFor(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return NewClusterDialog::tr("Error");
    case Severity::Warning:
        return NewClusterDialog::tr("Warning");
    case Severity::Hint:
        break;
    }
    return NewClusterDialog::tr("Hint");
}

} // namespace

NewClusterDialog::NewClusterDialog(const UiServices &services, const QString &name, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New Cluster"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("C&reate"), QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);
    auto *findings = new QWidget(this);
    m_findings = new QVBoxLayout(findings);
    m_findings->setContentsMargins(0, 0, 0, 0);
    m_findings->setSpacing(8);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(findings);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    scroll->setAccessibleName(tr("What there is to say about it"));
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(24);
    columns->addWidget(makeForm(name));
    columns->addWidget(scroll, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 20, 20, 16);
    layout->setSpacing(16);
    layout->addLayout(columns, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT wanted(ensemble());
        accept();
    });
    setMinimumHeight(fontMetrics().height() * 20);
    m_name->setFocus();
    m_name->selectAll();
    askEngine();
    check();
}

QWidget *NewClusterDialog::makeForm(const QString &name)
{
    auto *form = new QWidget(this);
    auto *layout = new QFormLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setVerticalSpacing(12);
    m_name = new QLineEdit(name, form);
    m_name->setAccessibleName(tr("Name of the cluster"));
    m_observers = new QSpinBox(form);
    m_observers->setRange(0, 15);
    m_observers->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_observers->setAccessibleName(tr("Observers"));
    m_observers->setToolTip(tr("Observers serve clients and do not vote."));
    m_ports = new QLabel(form);
    m_ports->setTextFormat(Qt::PlainText);
    layout->addRow(tr("&Name:"), m_name);
    QWidget *members = makeMembers();
    layout->addRow(tr("&Members:"), members);
    static_cast<QLabel *>(layout->labelForField(members))->setBuddy(m_members);
    layout->addRow(tr("&Observers:"), m_observers);
    layout->addRow(tr("Network:"), makeNetwork());
    layout->addRow(tr("Client ports:"), m_ports);
    connect(m_name, &QLineEdit::textChanged, this, &NewClusterDialog::check);
    connect(m_observers, &QSpinBox::valueChanged, this, &NewClusterDialog::check);
    return form;
}

QWidget *NewClusterDialog::makeMembers()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_members = new QSpinBox(row);
    m_members->setRange(1, 15);
    m_members->setValue(3);
    m_members->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_members->setAccessibleName(tr("Voting members"));
    for (const int count : {1, 3, 5, 7}) {
        auto *button = new QPushButton(QString::number(count), row);
        button->setCheckable(true);
        button->setChecked(count == 3);
        button->setAutoDefault(false);
        button->setMaximumWidth(button->fontMetrics().averageCharWidth() * 7);
        button->setAccessibleName(tr("%n voting member(s)", nullptr, count));
        connect(button, &QPushButton::clicked, m_members, [this, count] {
            m_members->setValue(count);
            check();
        });
        layout->addWidget(button);
        m_counts.append(button);
    }
    layout->addSpacing(8);
    layout->addWidget(m_members);
    layout->addStretch(1);
    connect(m_members, &QSpinBox::valueChanged, this, &NewClusterDialog::check);
    return row;
}

QWidget *NewClusterDialog::makeNetwork()
{
    auto *box = new QWidget(this);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_bridge = new QRadioButton(tr("&Bridge: an own network; client ports published on 127.0.0.1"), box);
    m_host = new QRadioButton(tr("&Host: the machine's own network; each member has its own ports"), box);
    m_bridge->setChecked(true);
    layout->addWidget(m_bridge);
    layout->addWidget(m_host);
    connect(m_host, &QRadioButton::toggled, this, &NewClusterDialog::check);
    return box;
}

Ensemble NewClusterDialog::ensemble() const
{
    const NetworkMode mode = m_host->isChecked() ? NetworkMode::Host : NetworkMode::Bridge;
    Ensemble wish =
        makeEnsemble(m_name->text().trimmed(), m_members->value(), m_observers->value(), mode, {});
    wish.context = m_services.newClusterContext();
    return wish;
}

void NewClusterDialog::askEngine()
{
    ValueOperation<HostFacts> *preflight = m_services.service.preflight(ensemble(), this);
    connect(preflight, &Operation::finished, this, [this, preflight] {
        preflight->deleteLater();
        m_asking = false;
        if (preflight->succeeded())
            m_facts = preflight->value();
        check();
    });
    m_asking = true;
    preflight->start();
}

void NewClusterDialog::check()
{
    for (QPushButton *button : std::as_const(m_counts)) {
        const QSignalBlocker silent(button);
        button->setChecked(button->text() == QString::number(m_members->value()));
        QPalette colours; // a dark Fusion hardly shows what is checked
        if (button->isChecked()) {
            colours.setColor(QPalette::Button, palette().color(QPalette::Highlight));
            colours.setColor(QPalette::ButtonText, palette().color(QPalette::HighlightedText));
        }
        button->setPalette(colours);
    }
    Ensemble wish = ensemble();
    wish.image.reference = defaultImage(m_facts, m_services.settings.text(SettingKey::DefaultImage));
    if (const ImageFamily *family = imageFamilyOf(wish.image.reference))
        wish.image.family = family->id;
    proposePorts(wish, m_facts, quint16(m_services.settings.value(SettingKey::FirstClientPort).toInt()));

    QList<Finding> findings = validate(wish, m_facts);
    if (m_services.store.cluster(wish.name))
        findings.prepend({Severity::Error, u"name.cluster"_s, u"name"_s,
                          tr("There is a cluster “%1” already.").arg(wish.name), tr("Choose another name.")});
    if (m_asking) // what is not known yet is not a finding
        findings.removeIf([](const Finding &finding) { return finding.code == "engine.unknown"_L1; });
    showFindings(findings);
    m_create->setEnabled(!hasErrors(findings));
    QStringList ports;
    for (const Member &member : std::as_const(wish.members))
        ports.append(QString::number(wish.network.mode == NetworkMode::Host ? member.client.port
                                                                            : member.client.hostPort));
    const bool run = ports.size() > 4 && ports.last().toInt() - ports.first().toInt() == ports.size() - 1;
    m_ports->setText(run ? tr("%1 to %2", "ports").arg(ports.first(), ports.last()) : ports.join(u", "_s));
}

void NewClusterDialog::showFindings(const QList<Finding> &findings)
{
    while (QLayoutItem *item = m_findings->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
    for (const Finding &finding : findings)
        addFinding(finding);
    if (m_asking)
        m_findings->addWidget(new QLabel(tr("Looking at the Docker engine …"), this));
    m_findings->addStretch(1);
}

void NewClusterDialog::addFinding(const Finding &finding)
{
    auto *row = new QWidget(this);
    auto *glyph = new GlyphLabel(1.1, row);
    glyph->setLook(lookOf(finding.severity));
    const QString text = finding.remedy.isEmpty()
                             ? finding.sentence
                             : tr("%1 %2", "sentence, remedy").arg(finding.sentence, finding.remedy);
    auto *label = new QLabel(text, row);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setAccessibleName(tr("%1: %2", "severity, finding").arg(wordFor(finding.severity), text));
    glyph->setToolTip(wordFor(finding.severity));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(glyph, 0, Qt::AlignTop);
    layout->addWidget(label, 1);
    m_findings->addWidget(row);
}

} // namespace zoodock
