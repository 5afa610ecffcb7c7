// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.action;

import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.keys.BlindIndex;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The private addresses of an action: one that its organisers hand on, under which anybody says that they come, and one
 * that hangs at the door. Nobody finds them by trying, nothing lists them, the database alone does not tell them, and
 * each can be ended. Runs inside the caller's transaction.
 */
public final class Invitations {
  /** For so long after the end, whoever was invited still reads what it was. */
  public static final Duration AFTER_THE_END = Duration.ofDays(2);
  /** So long before the beginning, the door opens. */
  public static final Duration BEFORE = Duration.ofHours(3);
  /** Letters and digits of an address, five bits each. */
  private static final int LENGTH = 26;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Tokens tokens;
  private final Seals seals;
  private final BlindIndex keyed;
  private final Audit audit;

  Invitations(JdbcClient jdbc, Clock clock, Tokens tokens, Seals seals, BlindIndex keyed, Audit audit) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.tokens = tokens;
    this.seals = seals;
    this.keyed = keyed;
    this.audit = audit;
  }

  /** Which of the two. */
  public enum Kind {
    LINK, DOOR;

    String column() { return this == LINK ? "link" : "door"; }
  }

  /** The token of an action's address, if it has one. */
  public Optional<String> of(UUID action, Kind kind) {
    String read = kind == Kind.LINK
        ? "select link from action.action where local_id = ? and id = ? and link is not null"
        : "select door from action.action where local_id = ? and id = ? and door is not null";
    return jdbc.sql(read)
        .params(local(), action)
        .query((rs, i) -> seals.open("action", kind.column(), action, rs.getBytes(1)))
        .optional();
  }

  /** Makes an address, in place of the one there was: that leads nowhere any more. */
  public String open(UUID action, Kind kind) {
    String token = tokens.handle(LENGTH);
    String write = kind == Kind.LINK
        ? "update action.action set link = ?, link_hash = ?, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?"
        : "update action.action set door = ?, door_hash = ?, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?";
    jdbc.sql(write)
        .params(seals.seal("action", kind.column(), action, token), Tokens.hash(token), Callers.actor().person(), now(),
            local(), action)
        .update();
    audit.record(kind == Kind.LINK ? "action-link-made" : "action-door-made", Actions.subject(action), "");
    return token;
  }

  /** Ends an address for good. */
  public void shut(UUID action, Kind kind) {
    String write = kind == Kind.LINK
        ? "update action.action set link = null, link_hash = null, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?"
        : "update action.action set door = null, door_hash = null, version = version + 1, changed_by = ?, changed_at = ? where local_id = ? and id = ?";
    jdbc.sql(write).params(Callers.actor().person(), now(), local(), action).update();
    audit.record(kind == Kind.LINK ? "action-link-ended" : "action-door-ended", Actions.subject(action), "");
  }

  /** The action behind an invitation; empty for one that was ended, is over, or never was. */
  public Optional<UUID> invited(String token) {
    return jdbc.sql("select id from action.action where local_id = ? and link_hash = ? and ends_at > ?")
        .params(local(), Tokens.hash(token), Timestamp.from(clock.instant().minus(AFTER_THE_END)))
        .query(UUID.class)
        .optional();
  }

  /** The action behind a door that is open now. */
  public Optional<UUID> atTheDoor(String token) {
    return jdbc.sql("""
        select id from action.action where local_id = ? and door_hash = ? and state <> 'cancelled' and starts_at < ?
          and ends_at > ?""")
        .params(local(), Tokens.hash(token), Timestamp.from(clock.instant().plus(BEFORE)),
            Timestamp.from(clock.instant().minus(BEFORE)))
        .query(UUID.class)
        .optional();
  }

  /** The action that somebody's entry belongs to, as long as their private link leads there. */
  public Optional<UUID> ofShift(UUID shift) {
    return jdbc.sql("""
        select s.action_id from action.shift s join action.action a on a.local_id = s.local_id and a.id = s.action_id
        where s.local_id = ? and s.id = ? and a.ends_at > ?""")
        .params(local(), shift, Timestamp.from(clock.instant().minus(AFTER_THE_END)))
        .query(UUID.class)
        .optional();
  }

  /**
   * The token of the private link of whoever sends this form: kept nowhere, it follows under a key outside the database
   * from the form and what was typed, so that a form sent twice answers with the same link.
   */
  public String ownToken(UUID form, UUID shift, String name, String contact) {
    String typed = Stream.of(form.toString(), shift.toString(), name, contact)
        .map(part -> part.length() + ":" + part)
        .collect(Collectors.joining());
    String said = HexFormat.of().formatHex(Tokens.hash(typed));
    byte[] first = keyed.of(local(), "first-half", said);
    byte[] second = keyed.of(local(), "second-half", said);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(ByteBuffer.allocate(first.length + second.length).put(first).put(second).array());
  }

  private static UUID local() { return Tenancy.current().value(); }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
