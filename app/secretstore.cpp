// SPDX-License-Identifier: GPL-3.0-or-later
#include "secretstore.h"

#include <QEventLoop>

#include <qt6keychain/keychain.h>

namespace sekisho {

namespace {

const QString service = QStringLiteral("Sekisho");

QString problemOf(const QKeychain::Job &job)
{
    return job.error() == QKeychain::NoError ? QString() : job.errorString();
}

class SystemSecretStore final : public SecretStore {
public:
    void read(const QString &accountId, QObject *context, Answer answer) override
    {
        auto *job = new QKeychain::ReadPasswordJob(service); // deletes itself
        job->setInsecureFallback(false);
        job->setKey(accountId);
        QObject::connect(
            job, &QKeychain::Job::finished, context, [job, answer = std::move(answer)] {
                answer({job->binaryData(), problemOf(*job)});
            });
        job->start();
    }

    void write(const QString &accountId, const QByteArray &secret, QObject *context,
        Answer answer) override
    {
        auto *job = new QKeychain::WritePasswordJob(service);
        job->setInsecureFallback(false);
        job->setKey(accountId);
        job->setBinaryData(secret);
        QObject::connect(
            job, &QKeychain::Job::finished, context, [job, answer = std::move(answer)] {
                answer({{}, problemOf(*job)});
            });
        job->start();
    }

    void remove(const QString &accountId) override
    {
        auto *job = new QKeychain::DeletePasswordJob(service);
        job->setInsecureFallback(false);
        job->setKey(accountId);
        job->start();
    }
};

} // namespace

std::unique_ptr<SecretStore> systemSecretStore()
{
    return std::make_unique<SystemSecretStore>();
}

namespace {

/// Waits for what comes later.
imap::Secret answerOf(const std::function<void(QObject *, SecretStore::Answer)> &ask)
{
    imap::Secret found;
    bool answered = false;
    QEventLoop loop;
    ask(&loop, [&](const imap::Secret &secret) {
        found = secret;
        answered = true;
        loop.quit();
    });
    if (!answered)
        loop.exec();
    return found;
}

} // namespace

imap::Secret readSecret(SecretStore &store, const QString &accountId)
{
    return answerOf([&](QObject *context, SecretStore::Answer answer) {
        store.read(accountId, context, std::move(answer));
    });
}

QString writeSecret(SecretStore &store, const QString &accountId, const QByteArray &secret)
{
    const imap::Secret answer = answerOf([&](QObject *context, SecretStore::Answer done) {
        store.write(accountId, secret, context, std::move(done));
    });
    return answer.problem;
}

} // namespace sekisho
