// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Instant;
import java.util.UUID;
import org.groundwork.platform.message.ContactRules;

/** Tells whatever sends whether and when a person may be mailed, by what they agreed to and their rules. */
final class RollContactRules implements ContactRules {
  private final SafeContact safe;

  RollContactRules(SafeContact safe) { this.safe = safe; }

  @Override
  public Verdict mayBeMailed(UUID person, Instant at) {
    return switch (safe.mayReach(person, SafeContact.Channel.MAIL, at)) {
      case SafeContact.Answer.Yes _ -> new Now();
      case SafeContact.Answer.NotNow _ -> safe.next(person, at).<Verdict>map(Later::new).orElseGet(No::new);
      case SafeContact.Answer.NotThisWay _,SafeContact.Answer.NotAgreed _ -> new No();
    };
  }
}
