// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.roll.Site;

/**
 * Port: one way to colour the wall chart of a site, such as by assessment, by card or by a test. Implementations are
 * beans, asked in a transaction of the local after the look at the chart was audited.
 */
public interface ChartLayer {

  /**
   * One colour of the legend.
   *
   * @param css which of the stylesheet's tones it has
   * @param key message key of its word; empty where {@code name} says it
   * @param name a word of the local's own
   */
  record Tone(Css css, String key, Optional<String> name) {
    /** A tone with a word of ours. */
    public static Tone of(Css css, String key) {
      return new Tone(css, key, Optional.empty());
    }

    /** A tone with a word of the local's own. */
    public static Tone named(Css css, String name) {
      return new Tone(css, "", Optional.of(name));
    }
  }

  /** How a square looks; every tone has a shape beside its colour. */
  enum Css {
    /** Most with us. */
    ONE,
    TWO,
    THREE,
    FOUR,
    /** Most against. */
    FIVE,
    /** Beside those five: the letter of the legend stands in the square. */
    LETTER,
    /** Known, and nothing is known of it in this layer. */
    PLAIN;

    /** The value of the attribute {@code data-tone}. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * The layer as it is drawn.
   *
   * @param tones the legend, the tone that says most first
   * @param of for each person the place of their tone in the legend; whoever is left out is drawn as known and no more
   */
  record Drawn(List<Tone> tones, Map<UUID, Integer> of) {
    public Drawn {
      tones = List.copyOf(tones);
      of = Map.copyOf(of);
    }
  }

  /** A layer that can be chosen: its word in the address, and its title as a message key or a name of the local's own. */
  record Choice(String word, String title, Optional<String> name) {}

  /**
   * Whether a home with several people looks like the one of whom least is so. That is how gaps show: a home is covered
   * when everybody in it is. Otherwise it looks like the one who comes first in the legend.
   */
  default boolean weakestFirst() { return false; }

  /** The layers this bean offers for a site. */
  List<Choice> at(Site site);

  /** One of the layers offered, for these people of the site. */
  Drawn draw(Site site, String word, Collection<UUID> people);

  /** Where it stands among the choices; lower is first. */
  int order();
}
