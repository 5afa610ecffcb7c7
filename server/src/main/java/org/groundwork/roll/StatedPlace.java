// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A place as somebody gave it in their own words, and the site it names.
 *
 * @param rest of the words, which may name a door
 */
public record StatedPlace(Site site, String rest) {
  private static final int NUMBER_AND_STREET = 2;

  /** The one site that the words name, by its whole address or by its number and street; empty if none or several do. */
  static Optional<StatedPlace> of(String words, List<Site> sites) {
    var said = List.of(words.strip().split("[\\s,;]+", -1));
    var named = new ArrayList<StatedPlace>();
    for (Site site : sites) {
      var key = List.of(AddressKey.of(site.name()).split(" ", -1));
      runOf(said, key)
          .or(() -> key.getFirst().matches("\\d+") && key.size() > NUMBER_AND_STREET
              ? runOf(said, key.subList(0, NUMBER_AND_STREET))
              : Optional.empty())
          .ifPresent(from -> named.add(new StatedPlace(site, rest(said, from, key))));
    }
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  /** Where the words of an address stand one after the other. */
  private static Optional<Integer> runOf(List<String> said, List<String> key) {
    for (int from = 0; from + key.size() <= said.size(); from++) {
      if (said.subList(from, from + key.size()).stream().map(AddressKey::of).toList().equals(key)) {
        return Optional.of(from);
      }
    }
    return Optional.empty();
  }

  /** What is said before and after the address, as far as it was written out. */
  private static String rest(List<String> said, int from, List<String> key) {
    int to = from;
    while (to < said.size() && to - from < key.size() && AddressKey.of(said.get(to)).equals(key.get(to - from))) {
      to++;
    }
    return (String.join(" ", said.subList(0, from)) + " " + String.join(" ", said.subList(to, said.size()))).strip();
  }
}
