// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "clusters/imagetask.h"

#include <QtCore/QHash>

namespace zoodock
{

class Command;

class ImagePull : public ImageTask
{
    Q_OBJECT
public:
    ImagePull(EngineRegistry &engines, QString context, const QString &reference, QObject *parent);
    ~ImagePull() override;

    [[nodiscard]] double progress() const override;

protected:
    void begin() override;
    void abort(const Error &why) override;

private:
    void onLine(const QByteArray &line);
    void onFinished();
    void endSteps(StepState state);

    EngineRegistry &m_engines;
    QString m_context;
    Command *m_command = nullptr;
    QHash<QString, int> m_layers; ///< id → step
    QList<double> m_shares;       ///< how far each step is, 0 to 1
};

} // namespace zoodock
