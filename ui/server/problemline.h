// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class QLabel;
class QPushButton;

namespace zoodock
{

struct ClusterStatus;
struct EngineStatus;

/// Why there is no answer, and what can be done about it as a button beside it. Hidden while there is nothing
/// to say.
class ProblemLine : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ProblemLine)
public:
    enum class Remedy { None, Start, Resume, LookAgain, CopyAddress };

    explicit ProblemLine(QWidget *parent = nullptr);

    /// Empty: nothing to say. `isNews`: nothing is wrong.
    void tell(const QString &sentence, bool isNews = false);
    /// What helps a member whose server cannot be asked, as long as that is so; else no button.
    void offerFor(const ClusterStatus *cluster, int memberId, const EngineStatus &engine);
    void offerCopying();

Q_SIGNALS:
    void wanted(zoodock::ProblemLine::Remedy remedy);

private:
    void offer(Remedy remedy, const QString &text, const QString &reasonAgainst = {});

    QLabel *m_sentence;
    QPushButton *m_button;
    Remedy m_remedy = Remedy::None;
};

} // namespace zoodock
