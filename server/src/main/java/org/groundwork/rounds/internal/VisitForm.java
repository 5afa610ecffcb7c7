// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of a door, as typed; {@code once} names what is taken, so that it is taken once. */
public record VisitForm(@Nullable String once, @Nullable String what, @Nullable String amount, @Nullable String way,
    @Nullable String talk, @Nullable String talked, @Nullable String issue, @Nullable String ask,
    @Nullable String reply, @Nullable String next, @Nullable String nextOn) {

  static VisitForm blank(UUID once, UUID talk) {
    return new VisitForm(once.toString(), "", "", "cash", talk.toString(), "", "", "", "", "", "");
  }

  Optional<UUID> id() { return RoundsDesk.id(once); }

  RoundTalk.Said said() { return new RoundTalk.Said(talk, talked, issue, ask, reply, next, nextOn); }

  /** Whether something of a talk was typed. */
  public boolean talkOpen() { return "yes".equals(talked); }
}
