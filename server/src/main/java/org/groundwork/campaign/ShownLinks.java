// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.target.ConfirmedNetwork;
import org.groundwork.target.Dossiers;
import org.groundwork.target.ToldLink;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The links between companies that a decision shows, word for word as they were when it was taken. What is confirmed
 * later is not among them; what is split later is not shown any more. Runs inside the caller's transaction.
 */
final class ShownLinks {
  static final String OF_DECISION = """
      select id, site_a, site_b, message, one, other, arguments, register, loaded_on from campaign.decision_link
      where local_id = ? and decision_id = ? order by position""";
  private static final String TABLE = "decision_link";
  /** Parts the arguments of a sentence; a register has no such character. */
  private static final String UNIT = "\u001f";
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Seals seals;
  private final Dossiers dossiers;

  ShownLinks(JdbcClient jdbc, Ids ids, Seals seals, Dossiers dossiers) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.seals = seals;
    this.dossiers = dossiers;
  }

  /** Keeps what a decision shows. */
  void keep(UUID decision, List<ToldLink> shown) {
    for (int at = 0; at < shown.size(); at++) {
      UUID id = ids.random();
      var link = shown.get(at);
      var reason = link.reason();
      jdbc.sql("""
          insert into campaign.decision_link (local_id, id, decision_id, position, site_a, site_b, message, one, other, arguments,
            register, loaded_on)
          values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
          .params(local(), id, decision, at, link.siteA(), link.siteB(), reason.key(),
              seals.seal(TABLE, "one", id, reason.one()), seals.seal(TABLE, "other", id, reason.other()),
              seals.seal(TABLE, "arguments", id, String.join(UNIT, reason.arguments())),
              seals.seal(TABLE, "register", id, reason.source().register()),
              Date.valueOf(reason.source().loadedOn()))
          .update();
    }
  }

  /** What a decision showed when it was taken. */
  List<ToldLink> of(UUID decision) {
    return jdbc.sql(OF_DECISION).params(local(), decision).query(this::read).list();
  }

  /** What its page shows now: of what was decided then, what has been held to be so ever since. */
  List<ToldLink> standing(UUID decision, Instant since) {
    return dossiers.standing(of(decision), since);
  }

  private ToldLink read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    String arguments = seals.open(TABLE, "arguments", id, rs.getBytes("arguments"));
    return new ToldLink(rs.getString("site_a"), rs.getString("site_b"),
        new ConfirmedNetwork.Reason(seals.open(TABLE, "one", id, rs.getBytes("one")),
            seals.open(TABLE, "other", id, rs.getBytes("other")), rs.getString("message"),
            arguments.isEmpty() ? List.of() : List.of(arguments.split(UNIT, -1)),
            new ConfirmedNetwork.Source(seals.open(TABLE, "register", id, rs.getBytes("register")),
                rs.getDate("loaded_on").toLocalDate())));
  }

  private static UUID local() { return Tenancy.current().value(); }
}
