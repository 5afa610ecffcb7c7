// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.debits.DebitMandate;
import org.groundwork.debits.DebitMandates;
import org.groundwork.platform.web.View;

/**
 * Mandates, the latest first, and members to enter one for.
 *
 * @param ended whether those that ended are shown
 * @param found members whose name was looked for; absent if none was
 * @param more behind which of them others follow
 */
public record MandatesPage(List<Row> rows, DebitMandates.Numbers numbers, boolean ended, String search,
    Optional<List<Found>> found, Optional<UUID> more) implements View {

  /** A mandate and whose it is. */
  public record Row(DebitMandate mandate, String name) {}

  /** A member who was found. */
  public record Found(UUID person, String name) {}

  /** Copies the lists. */
  public MandatesPage {
    rows = List.copyOf(rows);
    found = found.map(List::copyOf);
  }
}
