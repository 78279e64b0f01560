// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/difference.h"

#include "ensemble/imagereference.h"

#include <QtCore/QCoreApplication>

namespace zoodock
{

using namespace Qt::Literals::StringLiterals;

namespace
{

struct DifferenceWords
{
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

bool hasOtherShape(const Ensemble &existing, const CliRequest &request)
{
    const int observers = static_cast<int>(existing.members.size()) - existing.participants();
    const auto differs = [&](const QString &option, bool isOther) {
        return isOther && request.given.contains(option);
    };
    return differs(u"members"_s, request.members != existing.participants()) ||
           differs(u"observers"_s, request.observers != observers) ||
           differs(u"network"_s, request.network != existing.network.mode) ||
           differs(u"image"_s, !isSameImage(request.image, existing.image.reference));
}

/// What `up` itself fills in, and what is of this machine alone, is no difference.
bool isOther(const Ensemble &existing, Ensemble spec)
{
    spec.name = existing.name;
    spec.context = existing.context;
    spec.secretsKey = existing.secretsKey;
    spec.testRun = existing.testRun;
    if (spec.image.reference.isEmpty() || isSameImage(spec.image.reference, existing.image.reference))
        spec.image.reference = existing.image.reference;
    return spec != existing;
}

} // namespace

QString differenceSentence(const Ensemble &existing, const CliRequest &request, const QString &context)
{
    if (request.spec && isOther(existing, *request.spec))
        return DifferenceWords::tr("Warning: “%1” exists, and is not changed to what the file says.")
            .arg(request.cluster);
    if (hasOtherShape(existing, request))
        return DifferenceWords::tr("Warning: “%1” exists; its size, image and network were not changed.")
            .arg(request.cluster);
    const QString &where = existing.context.isEmpty() ? context : existing.context;
    if (request.context.isEmpty() || request.context == where)
        return {};
    return where.isEmpty()
               ? DifferenceWords::tr("Warning: “%1” exists in the current context, and stays there.")
                     .arg(request.cluster)
               : DifferenceWords::tr("Warning: “%1” exists in the context “%2”, and stays there.")
                     .arg(request.cluster, where);
}

} // namespace zoodock
