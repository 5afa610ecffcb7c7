// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The public registers of the installation as their last imports left them. Runs inside the caller's transaction. */
public final class LoadedRegisters {
  private static final String SELECT = """
      select id, code, name, mapping, mapping_text, sites, networks, refused_rows, finished_at from target.register""";
  private final JdbcClient jdbc;

  LoadedRegisters(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * A register as its last import left it.
   *
   * @param code what stands before its sites' identifiers; empty for one loaded before codes were kept
   * @param ownMapping the text of its mapping, if it is none of the built-in
   */
  public record Loaded(UUID id, String code, String name, String mapping, Optional<String> ownMapping, long sites,
      long networks, long refused, Instant on) {}

  /**
   * A row that was not used.
   *
   * @param line where it begins, from 1; 0 for the file as a whole
   * @param reason key of a sentence of the linkage library
   * @param english the sentence in English
   */
  public record Refused(String file, long line, Optional<String> reason, List<String> arguments, String english) {
    public Refused { arguments = List.copyOf(arguments); }
  }

  /** All of them, newest import first. */
  public List<Loaded> all() {
    return jdbc.sql(SELECT + " order by finished_at desc, id").query(LoadedRegisters::loaded).list();
  }

  /** One of them. */
  public Optional<Loaded> byId(UUID id) {
    return jdbc.sql(SELECT + " where id = ?").param(id).query(LoadedRegisters::loaded).optional();
  }

  /** The mapping an earlier import of a code kept. */
  public Optional<String> ownMapping(String code) {
    return byId(RegisterImport.id(code)).flatMap(Loaded::ownMapping);
  }

  static final String REFUSED = """
      select file, line, reason, message, arguments from target.register_refusal
      where register_id = ? and (file, line) > (?, ?) order by file, line limit ?""";

  /** Rows that were not used, after a row of the page before; at most {@code most}. */
  public List<Refused> refused(UUID register, String afterFile, long afterLine, int most) {
    return jdbc.sql(REFUSED)
        .params(register, afterFile, afterLine, most)
        .query((rs, i) -> new Refused(rs.getString(1), rs.getLong(2), Optional.ofNullable(rs.getString(4)),
            rs.getArray(5) == null ? List.of() : Arrays.asList((String[]) rs.getArray(5).getArray()), rs.getString(3)))
        .list();
  }

  private static Loaded loaded(ResultSet rs, int row) throws SQLException {
    return new Loaded(rs.getObject("id", UUID.class), text(rs.getString("code")), rs.getString("name"),
        rs.getString("mapping"), Optional.ofNullable(rs.getString("mapping_text")), rs.getLong("sites"),
        rs.getLong("networks"), rs.getLong("refused_rows"), rs.getTimestamp("finished_at").toInstant());
  }

  private static String text(@Nullable String stored) { return stored == null ? "" : stored; }
}
