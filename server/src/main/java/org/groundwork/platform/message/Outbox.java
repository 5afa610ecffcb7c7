// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.message;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters waiting to leave: put in in the transaction of what caused them, taken out by the sender. */
final class Outbox {
  /** If the process dies with letters claimed, they are tried again after this long. */
  static final Duration CLAIM = Duration.ofMinutes(5);
  private static final Duration KEEP_GIVEN_UP = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final Ids ids;
  private final FieldCipher cipher;

  Outbox(JdbcClient jdbc, Ids ids, KeyStore keys) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.cipher = new FieldCipher(keys, Purpose.sealing("outgoing"));
  }

  /** A letter in the hands of one sender. */
  record Claimed(UUID id, Letter letter, int tries, Instant expires) {}

  /** Puts a letter in, within the caller's transaction. */
  void put(Letter letter, Instant now, Instant notBefore, Instant expires) {
    UUID id = ids.random();
    jdbc.sql("""
        insert into platform.outgoing (id, content, state, tries, next_at, expires_at, created_at)
        values (?, ?, 'waiting', 0, ?, ?, ?)""")
        .params(id, cipher.seal(ref(id), letter.bytes()), Timestamp.from(notBefore), Timestamp.from(expires),
            Timestamp.from(now))
        .update();
  }

  /** Takes what is due, at most {@code most}; nobody else gets the same for {@link #CLAIM}. */
  List<Claimed> claim(Instant now, int most) {
    return jdbc.sql("""
        update platform.outgoing set next_at = ?, tries = tries + 1
        where id in (select id from platform.outgoing where state = 'waiting' and next_at <= ? order by next_at
          limit ? for update skip locked)
        returning id, content, tries, expires_at""")
        .params(Timestamp.from(now.plus(CLAIM)), Timestamp.from(now), most)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Claimed(id, Letter.of(cipher.open(ref(id), rs.getBytes(2))), rs.getInt(3),
              rs.getTimestamp(4).toInstant());
        })
        .list();
  }

  /** The letter has left. */
  void gone(UUID id) {
    jdbc.sql("delete from platform.outgoing where id = ?").param(id).update();
  }

  /** The letter is tried again later. */
  void later(UUID id, Instant when) {
    jdbc.sql("update platform.outgoing set next_at = ? where id = ? and state = 'waiting'")
        .params(Timestamp.from(when), id)
        .update();
  }

  /** The letter is not tried again. What it said is forgotten; that it was given up is kept to be counted. */
  void giveUp(UUID id, GivenUp why, Instant now) {
    jdbc.sql("update platform.outgoing set state = ?, content = null, next_at = ? where id = ?")
        .params(why.key(), Timestamp.from(now), id)
        .update();
  }

  /** Forgets what was given up long ago. */
  void sweep(Instant now) {
    jdbc.sql("delete from platform.outgoing where state <> 'waiting' and next_at < ?")
        .param(Timestamp.from(now.minus(KEEP_GIVEN_UP)))
        .update();
  }

  /** How much waits and how much was given up. */
  MailState state(Instant now) {
    return jdbc.sql("""
        select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'refused'),
          count(*) filter (where state = 'expired'), min(created_at) filter (where state = 'waiting')
        from platform.outgoing""")
        .query((rs, i) -> new MailState(rs.getLong(1), rs.getLong(2), rs.getLong(3),
            Optional.ofNullable(rs.getTimestamp(4)).map(at -> Duration.between(at.toInstant(), now))))
        .single();
  }

  private static FieldRef ref(UUID id) {
    return new FieldRef(InstallationId.VALUE, "platform.outgoing", "content", id);
  }

  /** Why a letter is not tried again. */
  enum GivenUp {
    REFUSED, EXPIRED;

    String key() { return name().toLowerCase(java.util.Locale.ROOT); }
  }
}
