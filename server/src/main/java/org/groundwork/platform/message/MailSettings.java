// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;

/**
 * How mail leaves.
 *
 * @param host of the SMTP server; empty for none
 * @param user empty where the server asks for no password
 * @param from the address in the sender's line
 * @param name what stands beside it; nothing that names an organisation
 */
record MailSettings(String host, int port, String user, String password, String from, String name, Tls tls) {

  /** How the connection is encrypted. */
  enum Tls {
    /** Begins in the clear and must change over before anything is said. */
    STARTTLS,
    /** From the first byte. */
    TLS,
    /** Not at all; only to a server on the same computer. */
    NONE
  }

  static Tls tls(String setting) {
    try {
      return Tls.valueOf(setting.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException("groundwork.mail.tls is starttls, tls or none, not " + setting, e);
    }
  }

  boolean present() { return !host.isEmpty(); }

  /** Refuses settings that would send addresses and links over a network in the clear, or with no sender. */
  MailSettings checked() {
    if (!present()) {
      return this;
    }
    if (MailAddress.parse(from).isEmpty()) {
      throw new IllegalStateException("groundwork.mail.from needs a mail address");
    }
    if (tls == Tls.NONE && !onThisComputer()) {
      throw new IllegalStateException("groundwork.mail.tls=none is only for a mail server on the same computer");
    }
    return this;
  }

  private boolean onThisComputer() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("groundwork.mail.host cannot be found", e);
    }
  }

  @Override
  public String toString() { return "MailSettings"; }
}
