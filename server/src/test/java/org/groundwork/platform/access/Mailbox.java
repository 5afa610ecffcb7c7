// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.groundwork.support.Product;
import org.groundwork.support.Visitor;

/** The mail of the running product, read on its page as a developer does. */
final class Mailbox {
  private static final Pattern LINK = Pattern.compile("href=\"(/(?:sign-in/link|me/mail/confirm)/[A-Za-z0-9_-]{43})\"");
  private final Visitor reader;

  Mailbox(Product product) { reader = product.visitor(); }

  /** The links in all mails to an address, the newest first. */
  List<String> linksTo(String address) {
    String[] mails = reader.get("/dev/mail").body().split("<li class=\"card\">", -1);
    return java.util.Arrays.stream(mails)
        .filter(mail -> mail.contains(">" + address + "<"))
        .flatMap(mail -> LINK.matcher(mail).results().map(found -> found.group(1)))
        .toList();
  }

  /** The newest link to an address, once there are at least {@code count} of them. */
  String awaitLink(String address, int count) {
    return await().atMost(Duration.ofSeconds(20))
        .until(() -> linksTo(address), links -> links.size() >= count)
        .getFirst();
  }

  String page() { return reader.get("/dev/mail").body(); }
}
