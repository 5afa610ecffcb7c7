// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whose and which part of the roll an export holds.
 *
 * @param site only people with a place there; absent for the whole local
 * @param columns besides the name, which is always in it
 * @param byteOrderMark whether the file begins with the mark that older spreadsheets need
 */
public record RollCriteria(Optional<UUID> site, Who who, Set<Column> columns, boolean byteOrderMark) {

  /** With a number or an address goes how it may be used. */
  public RollCriteria {
    var all = EnumSet.noneOf(Column.class);
    all.addAll(columns);
    if (all.contains(Column.PHONE) || all.contains(Column.MAIL)) {
      all.add(Column.REACH);
    }
    columns = Set.copyOf(all);
  }

  /** Whose records. People on the boss's side and contacts who have not agreed are never in it. */
  public enum Who {
    /** Members, supporters, those who lapsed, and contacts who agreed to be written to. */
    AGREED,
    /** Members only. */
    MEMBERS;

    /** The name stored in the database and used in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is told of each of them. */
  public enum Column {
    STATE, SINCE, PLACE, PHONE, MAIL, REACH;

    /** The name stored in the database and used in message keys. */
    public String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  String written() { return columns.stream().sorted().map(Column::key).collect(Collectors.joining(",")); }

  static Set<Column> columns(String written) {
    return Arrays.stream(written.split(",", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> Column.valueOf(name.toUpperCase(Locale.ROOT)))
        .collect(Collectors.toSet());
  }

  /** SHA-256 over the request, who asked, why, and these criteria. */
  byte[] hash(UUID request, UUID askedBy, String purpose) {
    String all = String.join("\n", "roll export 1", request.toString(), askedBy.toString(),
        site.map(UUID::toString).orElse("-"), who.key(), written(), Boolean.toString(byteOrderMark), purpose);
    try {
      return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The criteria as the audit log says them: never a name, never the purpose. */
  String audited() {
    return site.isPresent() ? "one site, " + who.key() + ", " + written() : "whole, " + who.key() + ", " + written();
  }
}
