// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.paper.QrCode;
import org.groundwork.platform.web.View;

/**
 * Leaflets, four to a page, to be cut apart; in two languages two of each.
 *
 * @param target of whom it is asked, where the leaflet says so
 */
public record LeafletSheet(List<Words> words, Optional<String> target, Optional<QrCode> code) implements View {
  public LeafletSheet { words = List.copyOf(words); }

  /** What stands on one leaflet, in one language. */
  public record Words(String title, String line, String ask, String when) {
    /** All that was written, line by line. */
    public String all() {
      return Stream.of(title, line, ask, when).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
    }
  }

  /** The page, row by row: side by side the languages, or the same twice. */
  public List<List<Words>> rows() {
    var row = List.of(words.getFirst(), words.getLast());
    return List.of(row, row);
  }
}
