// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>

#include <memory>

namespace sekisho::fixture {

/// Starts the program of workspacechild.cpp.
inline std::unique_ptr<QProcess> startChild(const QStringList &arguments)
{
    auto process = std::make_unique<QProcess>();
    process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process->start(QStringLiteral(SEKISHO_WORKSPACE_CHILD), arguments);
    return process;
}

/// What it prints until it ends.
inline QByteArray outputOfChild(const QStringList &arguments)
{
    const auto process = startChild(arguments);
    return process->waitForFinished(60'000) ? process->readAllStandardOutput().trimmed()
                                            : QByteArray("no end");
}

} // namespace sekisho::fixture
