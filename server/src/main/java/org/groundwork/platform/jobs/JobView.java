// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Power;

/**
 * A job as its page shows it.
 *
 * @param back where the page leads back to, see {@link JobKind#back}
 * @param total absent while not known
 * @param refused how many things were refused, also those beyond the listed
 * @param failure why it failed
 */
public record JobView(UUID id, String kind, Power seenBy, String back, JobState state, long done, Optional<Long> total,
    Map<String, Long> counts, long refused, Optional<Sentence> failure, Instant createdAt) {

  public JobView { counts = Map.copyOf(counts); }

  /** A message key with its arguments. */
  public record Sentence(String key, List<Object> arguments) {
    public Sentence { arguments = List.copyOf(arguments); }
  }

  /**
   * Something refused.
   *
   * @param seq its place in the list, from 1
   */
  public record Refused(long seq, String place, Sentence reason) {}
}
