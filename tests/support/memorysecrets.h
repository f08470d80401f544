// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secretstore.h"

#include <QHash>

namespace sekisho::fixture {

using namespace Qt::StringLiterals;

/// A key store in memory, or one that is not there.
class MemorySecrets final : public SecretStore {
public:
    void read(const QString &id, QObject *context, Answer answer) override
    {
        const imap::Secret secret = works ? imap::Secret{secrets.value(id), {}} : imap::Secret{{}, u"no key store"_s};
        QMetaObject::invokeMethod(
            context, [answer, secret] { answer(secret); }, Qt::QueuedConnection);
    }
    void write(
        const QString &id, const QByteArray &secret, QObject *context, Answer answer) override
    {
        if (works)
            secrets.insert(id, secret);
        const QString problem = works ? QString() : u"no key store"_s;
        QMetaObject::invokeMethod(
            context,
            [answer, problem] {
                answer({{}, problem});
            },
            Qt::QueuedConnection);
    }
    void remove(const QString &id) override { secrets.remove(id); }

    QHash<QString, QByteArray> secrets;
    bool works = true;
};

} // namespace sekisho::fixture
