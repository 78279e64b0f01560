// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/operation.h"
#include "zookeeper/adminclient.h"

#include <functional>
#include <utility>

namespace zoodock
{

/// A page of an AdminServer, and what its body means.
template <typename T>
class AdminQuestion final : public ValueOperation<T>
{
public:
    using Reader = std::function<Result<T>(const QByteArray &body)>;

    /// `whyNone`: fails with it where there is no URL.
    AdminQuestion(QNetworkAccessManager &network, QUrl url, Error whyNone, Reader reader, QObject *parent)
        : ValueOperation<T>(parent)
        , m_network(network)
        , m_url(std::move(url))
        , m_whyNone(std::move(whyNone))
        , m_reader(std::move(reader))
    {
    }

protected:
    void begin() override
    {
        if (m_url.isEmpty()) {
            this->fail(m_whyNone);
            return;
        }
        m_request = new AdminRequest(m_network, m_url, this);
        QObject::connect(m_request, &Operation::finished, this, [this] {
            if (m_request->succeeded())
                this->settleWith(m_reader(m_request->value()));
            else
                this->fail(m_request->error());
        });
        m_request->start();
    }

    void abort(const Error &why) override
    {
        if (m_request) {
            m_request->disconnect(this);
            m_request->cancel();
        }
        this->fail(why);
    }

private:
    QNetworkAccessManager &m_network;
    QUrl m_url;
    Error m_whyNone;
    Reader m_reader;
    AdminRequest *m_request = nullptr;
};

} // namespace zoodock
