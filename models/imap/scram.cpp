// SPDX-License-Identifier: GPL-3.0-or-later
#include "imap/scram.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QRandomGenerator>

namespace sekisho::imap {

namespace {

using Attributes = QList<std::pair<char, QByteArray>>;

/// "r=…,s=…,i=…"
Attributes attributesOf(const QByteArray &message)
{
    Attributes attributes;
    for (const QByteArray &part : message.split(',')) {
        if (part.size() >= 2 && part[1] == '=')
            attributes.append({part[0], part.mid(2)});
    }
    return attributes;
}

QByteArray valueOf(const Attributes &attributes, char name)
{
    for (const auto &[key, value] : attributes) {
        if (key == name)
            return value;
    }
    return {};
}

/// SASLprep (RFC 4013) as far as real passwords need it: spaces become plain, compatibility
/// characters what they stand for, invisible ones nothing.
QByteArray prepared(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        const ushort code = c.unicode();
        const bool nothing = code == 0x00ad || code == 0x034f || code == 0x1806 ||
            (code >= 0x180b && code <= 0x180d) || (code >= 0x200b && code <= 0x200d) ||
            code == 0x2060 || (code >= 0xfe00 && code <= 0xfe0f) || code == 0xfeff;
        if (!nothing)
            result += c.category() == QChar::Separator_Space ? QChar(u' ') : c;
    }
    return result.normalized(QString::NormalizationForm_KC).toUtf8();
}

QByteArray exclusiveOr(QByteArray a, const QByteArray &b)
{
    for (qsizetype i = 0; i < a.size() && i < b.size(); ++i)
        a[i] = char(a[i] ^ b[i]);
    return a;
}

QByteArray newNonce()
{
    QByteArray bytes(24, '\0');
    for (char &byte : bytes)
        byte = char(QRandomGenerator::system()->bounded(256));
    return bytes.toBase64();
}

class Scram final : public Sasl {
public:
    Scram(QByteArray name, const QString &user, const QByteArray &password, int mostIterations,
        const QByteArray &nonce)
        : m_name(std::move(name))
        , m_algorithm(
              m_name == "SCRAM-SHA-256" ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1)
        , m_user(prepared(user).replace('=', "=3D").replace(',', "=2C"))
        , m_password(prepared(QString::fromUtf8(password)))
        , m_nonce(nonce.isEmpty() ? newNonce() : nonce)
        , m_mostIterations(mostIterations)
    {
    }

    [[nodiscard]] QByteArray name() const override { return m_name; }
    [[nodiscard]] QByteArray begin() override { return "n,," + bare(); }
    [[nodiscard]] std::optional<QByteArray> answer(const QByteArray &challenge) override
    {
        return m_signature.isEmpty() ? proof(challenge) : checked(challenge);
    }
    [[nodiscard]] bool serverProven() const override { return m_proven; }
    [[nodiscard]] Failure problem() const override { return m_problem; }

private:
    [[nodiscard]] QByteArray bare() const { return "n=" + m_user + ",r=" + m_nonce; }

    [[nodiscard]] QByteArray keyed(const QByteArray &key, const QByteArray &message) const
    {
        return QMessageAuthenticationCode::hash(message, key, m_algorithm);
    }

    std::optional<QByteArray> broken(const QString &what)
    {
        m_problem = Problem{ProblemCode::Malformed, what, {}};
        return std::nullopt;
    }

    std::optional<QByteArray> proof(const QByteArray &challenge)
    {
        const Attributes attributes = attributesOf(challenge);
        const QByteArray nonce = valueOf(attributes, 'r');
        const QByteArray salt = QByteArray::fromBase64(valueOf(attributes, 's'));
        const qint64 iterations = valueOf(attributes, 'i').toLongLong();
        // Without our part in it, it may be an old conversation.
        if (!nonce.startsWith(m_nonce) || nonce.size() <= m_nonce.size() || salt.isEmpty())
            return broken(QStringLiteral("SCRAM"));
        // A hostile server could let us compute for years.
        if (iterations < 1 || iterations > m_mostIterations)
            return broken(QStringLiteral("SCRAM i=%1").arg(iterations));
        const int size = QCryptographicHash::hashLength(m_algorithm);
        const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(
            m_algorithm, m_password, salt, int(iterations), quint64(size));
        const QByteArray clientKey = keyed(salted, "Client Key");
        const QByteArray final = "c=biws,r=" + nonce;
        const QByteArray said = bare() + ',' + challenge + ',' + final;
        const QByteArray signature = keyed(QCryptographicHash::hash(clientKey, m_algorithm), said);
        m_signature = keyed(keyed(salted, "Server Key"), said);
        return final + ",p=" + exclusiveOr(clientKey, signature).toBase64();
    }

    std::optional<QByteArray> checked(const QByteArray &challenge)
    {
        m_proven = QByteArray::fromBase64(valueOf(attributesOf(challenge), 'v')) == m_signature;
        if (!m_proven &&
            !challenge.startsWith("e=")) // "e=": the server says what was wrong, then NO
            m_problem = Problem{ProblemCode::ServerUnproven, {}, {}};
        return m_proven || !m_problem ? std::optional(QByteArray()) : std::nullopt;
    }

    const QByteArray m_name;
    const QCryptographicHash::Algorithm m_algorithm;
    const QByteArray m_user;
    const QByteArray m_password;
    const QByteArray m_nonce;
    const int m_mostIterations;
    QByteArray m_signature; ///< what the server has to prove itself with
    bool m_proven = false;
    Failure m_problem;
};

} // namespace

std::unique_ptr<Sasl> makeScram(const QByteArray &name, const QString &user,
    const QByteArray &password, int mostIterations, const QByteArray &nonce)
{
    return std::make_unique<Scram>(name, user, password, mostIterations, nonce);
}

} // namespace sekisho::imap
