// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.util.List;
import java.util.UUID;
import org.groundwork.platform.web.View;
import org.groundwork.roll.PersonDuplicates;
import org.groundwork.roll.Site;

/**
 * Pairs of records that may be one human.
 *
 * @param sites whose names may be compared
 * @param chosen the site whose names are compared, empty if none is
 */
public record DuplicatesPage(List<Pair> pairs, List<Site> sites, String chosen, String done) implements View {

  /** One pair as it is shown; places are those within the reader's reach. */
  public record Pair(Side one, Side two, PersonDuplicates.Reason reason) {}

  /** One of the two. */
  public record Side(UUID id, String name, String place) {}
}
