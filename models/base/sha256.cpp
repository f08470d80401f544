// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/sha256.h"

#include <openssl/evp.h>

#include <array>

namespace sekisho {

QByteArray sha256Hex(QByteArrayView bytes)
{
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    if (EVP_Digest(bytes.data(), size_t(bytes.size()), digest.data(), &size, EVP_sha256(), nullptr) != 1 ||
        size != digest.size())
        qFatal("OpenSSL has no SHA-256");
    return QByteArrayView(digest).toByteArray().toHex();
}

} // namespace sekisho
