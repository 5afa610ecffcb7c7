// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import org.groundwork.platform.web.View;

/**
 * Officers who are to be let back in.
 *
 * @param officer whether the reader holds an office; others learn that something is under way and not for whom
 * @param underWay what has been asked for
 * @param candidates officers for whom the reader can ask
 * @param refused why the last act was refused; empty if it was not
 * @param code the card, in groups of four, once it is made
 */
public record WayBackPage(boolean officer, List<UnderWay> underWay, List<Candidate> candidates, String refused,
    List<String> code) implements View {
  public WayBackPage {
    underWay = List.copyOf(underWay);
    candidates = List.copyOf(candidates);
    code = List.copyOf(code);
  }

  /** An officer. */
  public record Candidate(String person, String name) {}

  /**
   * One that is under way.
   *
   * @param opens when the card can be made, in the reader's language; empty while only one officer has asked
   * @param mayAgree whether the reader can be the second
   * @param ready whether the reader can make the card now
   */
  public record UnderWay(String id, String name, String askedBy, String opens, boolean mayAgree, boolean ready) {}
}
