// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail address in the one spelling we keep: as typed before the at sign, the domain in small ASCII letters. It holds
 * nothing that could end a header or name a second recipient.
 */
public record MailAddress(String value) {
  /** The longest address that SMTP carries (RFC 5321, section 4.5.3.1.3). */
  public static final int LONGEST = 254;

  private static final Pattern BEFORE = Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}");
  private static final Pattern DOMAIN = Pattern
      .compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

  /** @throws IllegalArgumentException for anything {@link #parse} would refuse or spell differently */
  public MailAddress {
    if (!parse(value, false).equals(Optional.of(value))) {
      throw new IllegalArgumentException("not a mail address in its kept spelling");
    }
  }

  /** Reads what somebody typed; empty if no mail can be sent there. */
  public static Optional<MailAddress> parse(String typed) {
    return parse(typed.strip(), true).map(MailAddress::new);
  }

  private static Optional<String> parse(String typed, boolean normalise) {
    int at = typed.lastIndexOf('@');
    if (at < 1 || typed.length() > LONGEST) {
      return Optional.empty();
    }
    String before = typed.substring(0, at);
    String domain = normalise ? ascii(typed.substring(at + 1)) : typed.substring(at + 1);
    boolean dots = before.startsWith(".") || before.endsWith(".") || before.contains("..");
    if (dots || !BEFORE.matcher(before).matches() || !DOMAIN.matcher(domain).matches()
        || at + 1 + domain.length() > LONGEST) {
      return Optional.empty();
    }
    return Optional.of(before + "@" + domain);
  }

  private static String ascii(String domain) {
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return ""; // no domain can be written like this
    }
  }

  /** What finds the address again however its letters were typed: mailboxes that differ only in case do not exist. */
  public String key() {
    return value.toLowerCase(Locale.ROOT);
  }

  /** The address is personal: it does not turn up in a log by accident. */
  @Override
  public String toString() { return "MailAddress"; }
}
