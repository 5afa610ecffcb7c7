// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Power;
import org.groundwork.roll.Site;
import org.groundwork.roll.Sites;

/**
 * What members told and somebody has to read: organisers of a place read everything told there, a steward what their own
 * people told. Runs inside the caller's transaction.
 */
public final class ToldWords {
  private final FirstTask task;
  private final Sites sites;

  ToldWords(FirstTask task, Sites sites) {
    this.task = task;
    this.sites = sites;
  }

  /** What waits for this person, the oldest first. */
  public List<FirstTask.Told> waiting(Caller.Actor actor) {
    return task.waiting(reader(actor));
  }

  /** How much waits for this person. */
  public int howMany(Caller.Actor actor) { return task.howMany(reader(actor)); }

  private FirstTask.Reader reader(Caller.Actor actor) {
    var all = sites.all().stream().map(Site::id).toList();
    return new FirstTask.Reader(actor.person(), in(all, site -> actor.may(Power.TALK, site)),
        in(all, site -> actor.may(Power.ORGANISE, site)));
  }

  private static java.util.Set<UUID> in(List<UUID> sites, Predicate<UUID> may) {
    return sites.stream().filter(may).collect(Collectors.toUnmodifiableSet());
  }
}
