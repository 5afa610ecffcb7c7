// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groundwork.statements.internal.csv.MappingParser;

/**
 * What the columns of a table of payments mean. A column is named by its header, whatever the case of its letters.
 *
 * @param columns which column is what
 * @param form how cells are written
 * @param words what cells say
 */
public record CsvMapping(Columns columns, Form form, Words words) {
  /** The services for which a mapping comes with the library. */
  public static final List<String> PRESETS = List.of("paypal", "venmo", "cashapp", "wise", "opencollective");

  /**
   * Which column is what.
   *
   * @param date the day of booking
   * @param value the day from which it counts
   * @param amount what it adds to the account, signed, or unsigned beside {@code sign}
   * @param in what came in, where that has a column of its own
   * @param out what went out, where that has a column of its own
   * @param sign which way an unsigned amount goes
   * @param fee what the service took
   * @param currency its code
   * @param party who paid or was paid; of several each that is not our own name
   * @param account the party's account
   * @param text what it is for; of several all
   * @param reference what the bank or service calls it
   * @param endToEnd what the payer called it
   * @param structured a reference with check digits
   * @param status whether it is booked
   */
  public record Columns(String date, Optional<String> value, Optional<String> amount, Optional<String> in,
      Optional<String> out, Optional<String> sign, Optional<String> fee, Optional<String> currency, List<String> party,
      Optional<String> account, List<String> text, Optional<String> reference, Optional<String> endToEnd,
      Optional<String> structured, Optional<String> status) {
    /** Copies the lists. */
    public Columns {
      party = List.copyOf(party);
      text = List.copyOf(text);
    }
  }

  /**
   * How cells are written.
   *
   * @param separator what stands between them; empty to find it
   * @param dateFormat a pattern of {@link java.time.format.DateTimeFormatter} for the day; what follows it in a cell is passed over
   * @param decimal what stands before decimals, a point or a comma
   * @param currency of all rows, where there is no column for it
   * @param feePlus whether a fee that was taken is written without a minus
   * @param beforeFee whether the fee is yet to be taken off the amount
   * @param account whose table it is
   */
  public record Form(Optional<Character> separator, String dateFormat, char decimal, Optional<String> currency,
      boolean feePlus, boolean beforeFee, String account) {}

  /**
   * What cells say.
   *
   * @param incoming in the column of signs, for what comes in
   * @param outgoing in the column of signs, for what goes out
   * @param booked in the column of statuses
   * @param pending in the column of statuses
   * @param ignored in the column of statuses, for rows that moved nothing
   * @param own our own names among the parties
   * @param ignoredWhere rows that say nothing: a column and what it says
   */
  public record Words(Set<String> incoming, Set<String> outgoing, Set<String> booked, Set<String> pending,
      Set<String> ignored, Set<String> own, List<Where> ignoredWhere) {
    /** Copies the sets. */
    public Words {
      incoming = Set.copyOf(incoming);
      outgoing = Set.copyOf(outgoing);
      booked = Set.copyOf(booked);
      pending = Set.copyOf(pending);
      ignored = Set.copyOf(ignored);
      own = Set.copyOf(own);
      ignoredWhere = List.copyOf(ignoredWhere);
    }
  }

  /**
   * A column and what it says.
   *
   * @param column its header
   * @param word the whole cell
   */
  public record Where(String column, String word) {}

  /**
   * Reads a mapping written as lines {@code key = value}; {@code docs/statements.md} lists the keys.
   *
   * @param file its bytes, UTF-8 or Windows-1252
   * @throws BadFile with each defect found
   */
  public static CsvMapping read(byte[] file) throws BadFile { return MappingParser.parse(file); }

  /**
   * The mapping for a service.
   *
   * @param name one of {@link #PRESETS}
   * @throws IllegalArgumentException if there is none of that name
   */
  public static CsvMapping preset(String name) {
    try {
      return read(("preset = " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    } catch (BadFile none) {
      throw new IllegalArgumentException(none.getMessage(), none);
    }
  }
}
