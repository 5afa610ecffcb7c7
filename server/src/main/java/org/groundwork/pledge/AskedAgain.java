// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.pledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What came of asking those who are in once more, while a met call is confirmed. It is kept with the answer that it is
 * about: a new answer takes its place, and it goes with it. Runs inside the caller's transaction.
 */
final class AskedAgain {
  private final JdbcClient jdbc;
  private final Audit audit;

  AskedAgain(JdbcClient jdbc, Audit audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  /** What came of it; whoever does not stand by it any more gives another answer. */
  public enum Came {
    /** They stand by what they said. */
    STANDS_BY,
    /** Nobody reached them. */
    NOT_REACHED;

    /** As stored, and as the end of a message key. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has this key. */
    static Optional<Came> of(String key) {
      return Stream.of(values()).filter(came -> came.key().equals(key)).findFirst();
    }
  }

  /** Notes it with the answer of a person and of the records merged into theirs. */
  void note(UUID step, UUID person, Came came, Instant now) {
    jdbc.sql("""
        update pledge.card c set again = ?, again_at = ?, again_by = ? where c.local_id = ? and c.step_id = ?
          and c.person_id in (select n.id from roll.api_person_now n where n.local_id = ? and n.person_id = ?)""")
        .params(came.key(), Timestamp.from(now), Callers.actor().person(), local(), step, local(), person)
        .update();
    audit.record("pledger-asked-again", new SubjectRef("step", step), "");
  }

  /** Who was asked once more since a call was met, and what came of it; whoever answered anew since stands by it. */
  Map<UUID, Came> of(UUID step, Instant met) {
    var found = new HashMap<UUID, Came>();
    jdbc.sql("""
        select distinct on (n.person_id) n.person_id, coalesce(c.again, 'stands-by') from pledge.card c
        join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        where c.local_id = ? and c.step_id = ? and (c.again is not null or c.said_at > ?)
        order by n.person_id, c.said_at desc, c.arrived_at desc, c.person_id""")
        .params(local(), step, Timestamp.from(met))
        .query(rs -> {
          found.put(rs.getObject(1, UUID.class), Came.of(rs.getString(2)).orElseThrow());
        });
    return found;
  }

  private static UUID local() { return Tenancy.current().value(); }
}
