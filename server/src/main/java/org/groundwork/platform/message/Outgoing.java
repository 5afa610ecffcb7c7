// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * One message to one recipient.
 *
 * @param language the recipient's, not the sender's
 * @param subject message key of the subject, which takes no arguments: a lock screen shows it, so it stays neutral. Keys
 *     begin with {@code mail.subject.}
 * @param body message key of the text
 * @param arguments what is set into the text
 * @param usefulFor how long it is worth delivering; afterwards it is given up and counted
 */
public record Outgoing(Recipient to, Locale language, String subject, String body, List<Object> arguments,
    Duration usefulFor) {

  public Outgoing {
    arguments = List.copyOf(arguments);
    if (!subject.startsWith("mail.subject.")) {
      throw new IllegalArgumentException("a subject is one of the neutral ones, not " + subject);
    }
    if (usefulFor.isNegative() || usefulFor.isZero()) {
      throw new IllegalArgumentException("a message is useful for some time");
    }
  }
}
