// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Who is responsible for whom at a site, part by part; those without a steward first.
 *
 * @param part the part shown, empty for people whose place is not known
 * @param stewards whoever can be a steward here, with how many people they have
 * @param done {@code given} or {@code taken} after something was done
 * @param chosen ticked people and the steward chosen, where the form was refused
 */
public record StewardsPage(Site site, List<Tab> parts, String part, List<Line> people, List<Steward> stewards,
    int most, FormErrors errors, List<UUID> chosen, Optional<UUID> steward, String done) implements View {
  /** What is chosen in place of a steward, to take away the one they have. */
  public static final String NOBODY = "nobody";

  /** A part, and how many of its people have no steward. */
  public record Tab(String part, int uncovered) {}

  /** One person of the part, and their steward. */
  public record Line(UUID id, String name, String door, Optional<String> steward) {}

  /** Somebody who can be a steward. */
  public record Steward(UUID id, String name, int has) {}
}
