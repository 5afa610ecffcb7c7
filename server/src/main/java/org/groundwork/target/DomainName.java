// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The name of a mail or web domain in its one spelling, and the domains above it. */
public final class DomainName {
  private static final int LONGEST = 253;
  private static final int MOST_LABELS = 12;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern AROUND = Pattern.compile("^(?:https?://)?(?:[^@/]*@)?(?:www\\.)?|[/?#:].*$|\\.+$");
  /** Where people of all sides have their mail, and endings under which everybody has a domain. */
  private static final Set<String> OF_EVERYBODY = Set.of("gmail.com", "googlemail.com", "outlook.com", "hotmail.com",
      "hotmail.es", "live.com", "msn.com", "yahoo.com", "yahoo.es", "ymail.com", "icloud.com", "me.com", "mac.com",
      "aol.com", "proton.me", "protonmail.com", "riseup.net", "disroot.org", "tutanota.com", "tuta.io", "posteo.de",
      "posteo.net", "mailbox.org", "gmx.de", "gmx.net", "gmx.com", "web.de", "t-online.de", "orange.fr", "free.fr",
      "laposte.net", "libero.it", "inbox.ru", "list.ru", "yandex.ru", "qq.com", "163.com", "zoho.com", "fastmail.com",
      "comcast.net", "verizon.net", "co.uk", "org.uk", "com.mx", "com.ar", "com.br", "com.co", "com.es", "com.au");

  private DomainName() {}

  /** The domain in what somebody typed: a bare name, an address of a page, a mail address. Empty if there is none. */
  public static Optional<String> of(String typed) {
    String bare = AROUND.matcher(typed.strip().toLowerCase(Locale.ROOT)).replaceAll("");
    String ascii;
    try {
      ascii = IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String[] labels = ascii.split("\\.", -1);
    boolean named = labels.length >= 2 && labels.length <= MOST_LABELS && ascii.length() <= LONGEST
        && List.of(labels).stream().allMatch(label -> LABEL.matcher(label).matches())
        && !labels[labels.length - 1].matches("\\d+");
    return named ? Optional.of(ascii) : Optional.empty();
  }

  /** Whether so many people have an address there that refusing it would shut out our own. */
  public static boolean ofEverybody(String domain) {
    return OF_EVERYBODY.contains(domain);
  }

  /** The domain itself and those above it, down to two labels: {@code a.b.example} lies in {@code b.example}. */
  static List<String> withThoseAbove(String domain) {
    var all = new ArrayList<String>();
    for (String at = domain; at.contains("."); at = at.substring(at.indexOf('.') + 1)) {
      all.add(at);
    }
    return all;
  }
}
