// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge.internal;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.pledge.StandBy;

/** A steward's own people who are in while a call is confirmed, to be asked once more. */
public record StandByPage(List<Of> calls, ZoneId zone) implements View {
  public StandByPage { calls = List.copyOf(calls); }

  /** One call; whoever does not stand by it says so until then. */
  public record Of(UUID step, UUID site, String text, Instant until, List<Somebody> people) {
    public Of { people = List.copyOf(people); }
  }

  /** Somebody, where they are to be found, and what they said when they were asked once more. */
  public record Somebody(UUID id, String name, String door, Optional<StandBy.Says> says) {}
}
