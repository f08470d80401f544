// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dovecotconfiguration.h"

#include <QList>

namespace sekisho::imap {

namespace {

/// One thing that is to be said, in the words of either version.
struct Words {
    const char *v2_3;
    const char *v2_4;
};

/// 2.4 wants to know first of all whose words they are.
constexpr Words versions{"",
    R"(
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
)"};

constexpr const char *common = R"(
base_dir = @FOLDER@/run
state_dir = @FOLDER@/run
log_path = @FOLDER@/log
instance_name = sekisho-test
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_min_protocol = TLSv1.2
auth_mechanisms = @MECHANISMS@
auth_failure_delay = 0
first_valid_uid = 1
mail_privileged_group =
mail_fsync = never
namespace inbox {
  inbox = yes
  mailbox Archive {
    special_use = \Archive
  }
}
service imap-login {
  chroot =
  process_min_avail = 1
  inet_listener imap {
    port = @PLAIN_PORT@
  }
  inet_listener imaps {
    port = @TLS_PORT@
    ssl = yes
  }
}
# Without delays after wrong passwords.
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
)";

constexpr Words mail{
    R"(
mail_location = maildir:@FOLDER@/mail
)",
    R"(
mail_driver = maildir
mail_path = @FOLDER@/mail
)"};

constexpr Words certificate{
    R"(
ssl_cert = <@FOLDER@/cert.pem
ssl_key = <@FOLDER@/key.pem
)",
    R"(
ssl_server_cert_file = @FOLDER@/cert.pem
ssl_server_key_file = @FOLDER@/key.pem
)"};

constexpr Words passwordsInClear{
    R"(
disable_plaintext_auth = no
)",
    R"(
auth_allow_cleartext = yes
)"};

constexpr Words users{
    R"(
passdb {
  driver = passwd-file
  args = @FOLDER@/users
}
userdb {
  driver = static
  args = uid=@UID@ gid=@GID@ home=@FOLDER@/home
}
)",
    R"(
passdb passwd-file {
  passwd_file_path = @FOLDER@/users
}
userdb static {
  fields {
    uid = @UID@
    gid = @GID@
    home = @FOLDER@/home
  }
}
)"};

constexpr Words tokens{
    R"(
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = @FOLDER@/oauth2.conf
}
)",
    R"(
oauth2 {
  !include @FOLDER@/oauth2.conf
}
)"};

/// A plugin of 2.3; 2.4 does it unless it is told not to.
constexpr Words compression{
    R"(
protocol imap {
  mail_plugins = zlib imap_zlib
}
)",
    ""};

constexpr Words noCompression{"",
    R"(
protocol imap {
  imap_capability {
    "COMPRESS=DEFLATE" = no
  }
}
)"};

constexpr const char *capabilities = R"(
protocol imap {
  imap_capability = @CAPABILITIES@
}
)";

/// Who is not root can become nobody else, and change no root folder.
constexpr const char *withoutRoot = R"(
default_internal_user = @OWNER@
default_login_user = @OWNER@
default_internal_group =
service anvil {
  chroot =
}
service stats {
  chroot =
}
)";

} // namespace

std::optional<DovecotVersion> dovecotVersion(const QByteArray &printed)
{
    if (printed.startsWith("2.3."))
        return DovecotVersion::V2_3;
    if (printed.startsWith("2.4."))
        return DovecotVersion::V2_4;
    return {};
}

QByteArray dovecotConfiguration(DovecotVersion version, const DovecotOptions &options,
    const DovecotPlace &place, const DovecotOwner &owner)
{
    const auto in = [version](const Words &words) {
        return version == DovecotVersion::V2_3 ? words.v2_3 : words.v2_4;
    };
    QByteArray text;
    for (const Words &words : {versions, {common, common}, mail, certificate, passwordsInClear,
             users, options.compress ? compression : noCompression})
        text += in(words);
    if (!options.introspection.isEmpty())
        text += in(tokens);
    if (!options.capabilities.isEmpty())
        text += capabilities;
    if (!owner.isRoot)
        text += withoutRoot;
    return text.replace("@FOLDER@", place.folder)
        .replace("@PLAIN_PORT@", QByteArray::number(place.plainPort))
        .replace("@TLS_PORT@", QByteArray::number(place.tlsPort))
        .replace("@MECHANISMS@", options.mechanisms)
        .replace("@CAPABILITIES@", options.capabilities)
        .replace("@UID@", QByteArray::number(owner.uid))
        .replace("@GID@", QByteArray::number(owner.gid))
        .replace("@OWNER@", owner.name);
}

QByteArray introspectionConfiguration(const DovecotOptions &options)
{
    return "introspection_mode = post\nintrospection_url = " + options.introspection +
        "\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n"
        "force_introspection = yes\n";
}

} // namespace sekisho::imap
