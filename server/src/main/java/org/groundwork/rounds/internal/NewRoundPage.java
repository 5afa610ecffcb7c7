// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.rounds.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.web.FormErrors;
import org.groundwork.platform.web.View;
import org.groundwork.roll.Site;

/**
 * Beginning a round: first whose people, then which part of them and who goes.
 *
 * @param anybody whether rounds without a place can be chosen
 * @param sites places that can be chosen
 * @param of what was chosen; empty before
 * @param place what it is called
 */
public record NewRoundPage(boolean anybody, List<Site> sites, Optional<RoundForm.Of> of, String place,
    List<Part> parts, List<Steward> stewards, RoundForm form, FormErrors errors) implements View {
  public NewRoundPage {
    sites = List.copyOf(sites);
    parts = List.copyOf(parts);
    stewards = List.copyOf(stewards);
  }

  /** Part of a site, how many members are there, and whether it is chosen. */
  public record Part(String name, int members, boolean chosen) {}

  /** Who can go. */
  public record Steward(UUID id, String name) {}
}
