// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.audit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells a person how often others looked at their record, as counts: who looked stays in the log, which is itself a list
 * of who organises. Runs inside the caller's transaction.
 */
public final class AuditLooks {
  /** Entries read for one answer at the most, the latest first. */
  static final int MOST = 1_000;
  private static final String LOOKED = "person-seen";

  private final JdbcClient jdbc;
  private final AuditKeys keys;

  AuditLooks(JdbcClient jdbc, AuditKeys keys) {
    this.jdbc = jdbc;
    this.keys = keys;
  }

  /**
   * Looks at one record by others.
   *
   * @param people how many different people looked
   * @param last when somebody last did
   */
  public record Looks(int times, int people, Optional<Instant> last) {}

  /** How often others looked at a person's record after {@code since}. */
  public Looks at(UUID person, Instant since) {
    UUID local = Tenancy.current().value();
    var people = new HashSet<UUID>();
    int times = 0;
    Optional<Instant> last = Optional.empty();
    for (byte[] hash : keys.hashes(local, person)) {
      for (var look : looks(local, hash, since)) {
        if (look.payload().action().equals(LOOKED) && !look.payload().by().equals(Optional.of(person))) {
          look.payload().by().ifPresent(people::add);
          times++;
          last = last.filter(look.at()::isBefore).or(() -> Optional.of(look.at()));
        }
      }
    }
    return new Looks(times, people.size(), last);
  }

  private record Look(Instant at, Payload payload) {}

  private List<Look> looks(UUID local, byte[] about, Instant since) {
    return jdbc
        .sql(
            """
        select e.id, e.at, e.payload from platform.audit_entry e
        where e.local_id = ? and e.about_person = ? and e.at > ? and e.payload is not null order by e.id desc limit ?""")
        .params(local, about, Timestamp.from(since), MOST)
        .query((rs, i) -> new Look(Objects.requireNonNull(rs.getTimestamp(2)).toInstant(),
            Payload.parse(keys.open(local, Objects.requireNonNull(rs.getObject(1, UUID.class)),
                Objects.requireNonNull(rs.getBytes(3))).payload())))
        .list();
  }
}
