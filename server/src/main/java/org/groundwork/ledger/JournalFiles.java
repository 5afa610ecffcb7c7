// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The whole books as text that other programs of double entry read and check. */
public final class JournalFiles {
  private final Books books;
  private final Journal journal;
  private final Discreet discreet;

  JournalFiles(Books books, Journal journal, Discreet discreet) {
    this.books = books;
    this.journal = journal;
    this.discreet = discreet;
  }

  /**
   * Writes a journal for hledger 1.25 or later, with every account declared: {@code hledger check --strict} accepts it.
   *
   * @param last the last day of what is written
   */
  public void hledger(LocalDate last, Appendable to) { write(new HledgerJournal(names(), to), last, journal::each); }

  /** Writes a journal for Beancount 2.3 or later, as {@code bean-check} accepts it. */
  public void beancount(LocalDate last, Appendable to) {
    write(new BeancountJournal(names(), to), last, journal::each);
  }

  /** The same as {@link #hledger} for every member: what people got stands there as {@link Discreet} tells it. */
  public void hledgerForMembers(LocalDate last, Appendable to) {
    write(new HledgerJournal(names(), to), last, discreet::each);
  }

  /** The same as {@link #beancount} for every member. */
  public void beancountForMembers(LocalDate last, Appendable to) {
    write(new BeancountJournal(names(), to), last, discreet::each);
  }

  /** A way to read entries of some days. */
  private interface Entries {
    void each(LocalDate first, LocalDate last, Consumer<Entry> reader);
  }

  private JournalNames names() {
    Book book = books.find().orElseThrow(() -> new IllegalStateException("the books are not open"));
    return new JournalNames(book, books.accounts(), books.funds());
  }

  private void write(JournalForm form, LocalDate last, Entries entries) {
    try {
      form.begin();
      entries.each(LocalDate.of(1, 1, 1), last, entry -> {
        try {
          form.entry(entry);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
