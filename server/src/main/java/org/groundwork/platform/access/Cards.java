// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.InstallationId;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.keys.KeyStore;
import org.groundwork.platform.keys.Purpose;
import org.groundwork.platform.tenancy.LocalId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cards that let one person of a local in, once: a code of three groups of four that somebody hands over. Stored as a
 * keyed hash, so a copy of the database cannot be searched for its sixty bits.
 */
final class Cards {
  /** How long a card is good. */
  static final Duration VALID = Duration.ofDays(7);
  private static final int CHARACTERS = 12;

  private final JdbcClient jdbc;
  private final Tokens tokens;
  private final Clock clock;
  private final BlindIndex index;

  Cards(JdbcClient jdbc, Tokens tokens, Clock clock, KeyStore keys) {
    this.jdbc = jdbc;
    this.tokens = tokens;
    this.clock = clock;
    this.index = new BlindIndex(keys, Purpose.indexing("cards"));
  }

  /**
   * Whom a card lets in.
   *
   * @param forOfficer whether it may renew the way in of somebody who holds an office
   */
  record Card(LocalId local, UUID person, boolean forOfficer) {}

  /** Makes a card for a person and answers its code; an older one for the same person stops working. */
  String make(Card card, @Nullable UUID madeBy) {
    String code = tokens.written(CHARACTERS);
    Instant now = clock.instant();
    jdbc.sql("""
        insert into auth.card (code_hash, local_id, person_id, made_by, made_at, expires_at, for_officer)
        values (?, ?, ?, ?::uuid, ?, ?, ?)
        on conflict (local_id, person_id) do update set code_hash = excluded.code_hash, made_by = excluded.made_by,
          made_at = excluded.made_at, expires_at = excluded.expires_at, for_officer = excluded.for_officer""")
        .params(hash(code), card.local().value(), card.person())
        .param(madeBy)
        .params(Timestamp.from(now), Timestamp.from(now.plus(VALID)), card.forOfficer())
        .update();
    return code;
  }

  /** The card with this code, however it was typed. */
  Optional<Card> find(String typed) {
    return jdbc
        .sql("select local_id, person_id, for_officer from auth.card where code_hash = any(?) and expires_at > ?")
        .params(candidates(typed), Timestamp.from(clock.instant()))
        .query((rs, i) -> new Card(new LocalId(rs.getObject(1, UUID.class)), rs.getObject(2, UUID.class),
            rs.getBoolean(3)))
        .optional();
  }

  /** Uses a card up; false if somebody was faster. */
  boolean consume(String typed) {
    return jdbc.sql("delete from auth.card where code_hash = any(?) and expires_at > ?")
        .params(candidates(typed), Timestamp.from(clock.instant()))
        .update() == 1;
  }

  /** Takes back the card of a person, if there is one. */
  void withdraw(LocalId local, UUID person) {
    jdbc.sql("delete from auth.card where local_id = ? and person_id = ?").params(local.value(), person).update();
  }

  private byte[] hash(String code) { return index.of(InstallationId.VALUE, "card", code); }

  private Object candidates(String typed) {
    String code = Tokens.asPrinted(typed.length() > 60 ? "" : typed);
    return index.candidates(InstallationId.VALUE, "card", code).toArray(byte[][]::new);
  }
}
