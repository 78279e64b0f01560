// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

namespace zoodock
{

class ClusterService;
class ImageTask;

/// Tasks for an image, not started yet, that can be tried again from the activity also when the page that
/// began them is gone.
[[nodiscard]] ImageTask *pullAgainable(ClusterService &service, const QString &context,
                                       const QString &reference);
/// `recipe`: the script that builds the local image.
[[nodiscard]] ImageTask *buildAgainable(ClusterService &service, const QString &context,
                                        const QString &recipe);

} // namespace zoodock
