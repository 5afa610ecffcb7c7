// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** A job and whose it is, so that its scope can be bound before its row is read. */
record JobRef(Optional<LocalId> local, UUID id) {
  private static final String INSTALLATION = "installation";

  /**
   * As the clock's table names it: {@code <local or "installation">/<job>/<fence>}.
   *
   * @param fence the job's when it was put on the clock: taken up again it is another entry, which the end of a former
   *     run does not remove
   */
  String instance(long fence) { return local.map(LocalId::toString).orElse(INSTALLATION) + "/" + id + "/" + fence; }

  static JobRef parse(String instance) {
    String[] parts = instance.split("/", 3);
    return new JobRef(parts[0].equals(INSTALLATION) ? Optional.empty() : Optional.of(LocalId.parse(parts[0])),
        UUID.fromString(parts[1]));
  }

  @Nullable
  UUID localOrNull() { return local.map(LocalId::value).orElse(null); }

  /** Does {@code work} in the scope of whose job it is. */
  <T> T within(Callable<T> work) throws Exception {
    return local.isPresent() ? Tenancy.in(local.get(), work) : Tenancy.inInstallation(work);
  }
}
