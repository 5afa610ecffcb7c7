// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.util.UUID;

/** Who is written to, and why we may. */
public sealed interface Recipient {

  MailAddress address();

  /** Somebody who gave this address for their own account and asked for this message. */
  record OwnAccount(MailAddress address) implements Recipient {}

  /** A person of the current local; what they agreed to decides. */
  record Person(UUID person, MailAddress address) implements Recipient {}
}
