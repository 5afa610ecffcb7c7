// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.ids.Tokens;

/**
 * What strangers see of a public campaign, and all they see: no count of people, nobody's name but the target's, no day
 * but those of the demands.
 */
public record PublicFace(String title, List<Campaign.Demand> demands, Shown shown, boolean ended) {
  /** A name shorter than this, in letters and digits, is in too many words to be looked for. */
  private static final int SHORTEST_NAME = 4;

  public PublicFace { demands = List.copyOf(demands); }

  /**
   * What a decision shows besides title and demands.
   *
   * @param person who can say yes
   * @param place the site, where the decision names it
   * @param searchable whether search engines may list the page
   * @param titled whether the browser's tab shows the title; otherwise it says nothing
   */
  public record Shown(Optional<String> person, Optional<String> firm, Optional<String> place, boolean searchable,
      boolean titled) {}

  /** Whether title or demands say where it is. */
  static boolean names(String place, String title, Stream<Campaigns.NewDemand> demands) {
    String looked = letters(place);
    return looked.length() >= SHORTEST_NAME
        && Stream.concat(Stream.of(title), demands.flatMap(d -> Stream.of(d.what(), d.measure())))
            .anyMatch(text -> letters(text).contains(looked));
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /** Stands for exactly this page: whoever decides confirms the print of what they were shown. */
  public String print() {
    String all = Stream.of(Stream.of(title), demands.stream()
        .flatMap(d -> Stream.of(d.what(), d.measure(),
            d.dueOn().toString())),
        Stream.of(shown.toString()))
        .flatMap(parts -> parts)
        .map(part -> part.getBytes(StandardCharsets.UTF_8).length + ":" + part)
        .collect(Collectors.joining());
    return java.util.HexFormat.of().formatHex(Tokens.hash(all), 0, 12);
  }
}
