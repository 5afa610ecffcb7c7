// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Port: what a module holds about a person, for that person's own eyes, as a page and as a file. Implementations are
 * beans, asked in a reading transaction of the local. What is written about somebody is told as it is written; of
 * others it says that there was somebody, and not who.
 */
public interface OwnData {

  /** The module's place on the page; lower stands higher. */
  int order();

  /** What is held about this person; a section with nothing in it may be left out. */
  List<Section> about(UUID person);

  /** Message keys of sentences that say what stays when the person is deleted, and why. */
  default List<String> stays() {
    return List.of();
  }

  /**
   * Records of one kind.
   *
   * @param name lower-case words with hyphens, for the file
   * @param title message key
   */
  record Section(String name, String title, List<Entry> entries) {
    public Section { entries = List.copyOf(entries); }
  }

  /** One record. */
  record Entry(List<Fact> facts) {
    public Entry { facts = List.copyOf(facts); }
  }

  /**
   * One field of a record.
   *
   * @param name lower-case words with hyphens, for the file
   * @param label message key
   */
  record Fact(String name, String label, Value value) {}

  /** What a field holds. */
  sealed interface Value {}

  /** Words as somebody wrote them. */
  record Text(String text) implements Value {}

  /** A word of ours: in the file {@code word}, on the page the text of {@code key}. */
  record Word(String word, String key) implements Value {}

  /** A date. */
  record Day(LocalDate day) implements Value {}

  /** A moment. */
  record Moment(Instant at) implements Value {}

  /** A count. */
  record Count(long number) implements Value {}

  /** Yes or no. */
  record YesNo(boolean yes) implements Value {}
}
