// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.target.ToldLink;

/**
 * What strangers see of a public campaign, and all they see: no count of people, nobody's name but the target's, no day
 * but those of the demands.
 */
public record PublicFace(String title, List<Campaign.Demand> demands, Shown shown, boolean ended) {
  /** How many sentences about who is behind the companies a page shows at most. */
  public static final int MOST_LINKS = 40;
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
   * @param links who is behind the companies, sentence by sentence
   */
  public record Shown(Optional<String> person, Optional<String> firm, Optional<String> place, boolean searchable,
      boolean titled, List<ToldLink> links) {
    public Shown { links = List.copyOf(links); }

    /** Without a word about who is behind the companies. */
    public Shown(Optional<String> person, Optional<String> firm, Optional<String> place, boolean searchable,
        boolean titled) {
      this(person, firm, place, searchable, titled, List.of());
    }

    Shown with(List<ToldLink> others) { return new Shown(person, firm, place, searchable, titled, others); }
  }

  /** Whether it says where a site is, whose name and identifier in a register these are; the place it names aside. */
  public boolean says(String name, Optional<String> registerSite) {
    var said = Stream.concat(Stream.of(title), Stream.concat(
        demands.stream().flatMap(d -> Stream.of(d.what(), d.measure())), shown.links().stream().flatMap(link -> {
          var reason = link.reason();
          return Stream.concat(Stream.of(reason.one(), reason.other()), reason.arguments().stream());
        })));
    boolean linked = registerSite.isPresent() && shown.links()
        .stream()
        .anyMatch(link -> Set.of(link.siteA(), link.siteB()).contains(registerSite.get()));
    return linked || saidIn(name, said);
  }

  /** Whether one of these texts says this name, however it is spelt there. */
  public static boolean said(String name, List<String> texts) {
    return saidIn(name, texts.stream());
  }

  /** Whether title or demands say where it is. */
  static boolean names(String place, String title, Stream<Campaigns.NewDemand> demands) {
    return saidIn(place, Stream.concat(Stream.of(title), demands.flatMap(d -> Stream.of(d.what(), d.measure()))));
  }

  private static boolean saidIn(String place, Stream<String> said) {
    String looked = letters(place);
    return looked.length() >= SHORTEST_NAME && said.anyMatch(text -> letters(text).contains(looked));
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
