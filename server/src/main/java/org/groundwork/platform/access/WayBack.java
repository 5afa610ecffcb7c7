// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Getting an officer's way in back without their passkey: one officer asks, another agrees, everybody is told, a day
 * passes in which any officer can stop it, then one of them makes the card. Runs inside the caller's transaction.
 */
public final class WayBack {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Clock clock;
  private final Mandates mandates;
  private final Notices notices;
  private final MailSignIn mail;
  private final CardDesk desk;
  private final Audit audit;

  WayBack(JdbcClient jdbc, Ids ids, Clock clock, Mandates mandates, Notices notices, MailSignIn mail, CardDesk desk,
      Audit audit) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.clock = clock;
    this.mandates = mandates;
    this.notices = notices;
    this.mail = mail;
    this.desk = desk;
    this.audit = audit;
  }

  /** Where it stands. */
  public sealed interface Stage {
    /** One officer asked. */
    record Asked() implements Stage {}

    /** Two officers agreed; the card can be made from {@code opensAt} on. */
    record Agreed(Instant opensAt) implements Stage {}
  }

  /** One that is under way. */
  public record Entry(UUID id, UUID person, UUID askedBy, Optional<UUID> agreedBy, Stage stage) {}

  /** Why an act was refused; each has a text {@code way-back.refused.<key>}. */
  public enum Refusal {
    /** The person holds no office here or has no way in yet; a steward's card is enough. */
    NO_OFFICE,
    /** Nobody asks or agrees for themselves. */
    ONESELF,
    /** One officer cannot be two. */
    SAME_OFFICER,
    /** The day has not passed. */
    TOO_EARLY,
    /** Somebody else stopped or finished it meanwhile. */
    GONE;

    public String key() { return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'); }
  }

  /** Asks for a person's way in to be renewed. */
  public Optional<Refusal> ask(UUID person) {
    UUID me = officer();
    if (!mandates.holdsOffice(person) || mandates.accountOf(person).isEmpty()) {
      return Optional.of(Refusal.NO_OFFICE);
    }
    if (person.equals(me)) {
      return Optional.of(Refusal.ONESELF);
    }
    UUID id = ids.next();
    int written = jdbc.sql("""
        insert into platform.way_back (local_id, id, person_id, state, asked_by, asked_at, changed_by, changed_at)
        values (?, ?, ?, 'asked', ?, ?, ?, ?)
        on conflict (local_id, person_id) where state in ('asked', 'agreed') do nothing""")
        .params(Tenancy.current().value(), id, person, me, now(), me, now())
        .update();
    if (written == 1) {
      tell("way-back-asked", Notices.Kind.WAY_BACK_ASKED, person);
    }
    return Optional.empty();
  }

  /** Agrees, as the second officer; the day begins. */
  public Optional<Refusal> agree(UUID id) {
    UUID me = officer();
    var found = byId(id).filter(entry -> entry.stage() instanceof Stage.Asked);
    if (found.isEmpty()) {
      return Optional.of(Refusal.GONE);
    }
    Entry entry = found.get();
    if (entry.person().equals(me)) {
      return Optional.of(Refusal.ONESELF);
    }
    if (entry.askedBy().equals(me)) {
      return Optional.of(Refusal.SAME_OFFICER);
    }
    int agreed = jdbc.sql("""
        update platform.way_back set state = 'agreed', agreed_by = ?, opens_at = ?, version = version + 1,
          changed_by = ?, changed_at = ? where local_id = ? and id = ? and state = 'asked'""")
        .params(me, Timestamp.from(clock.instant().plus(Accounts.DELAY)), me, now(), Tenancy.current().value(), id)
        .update();
    if (agreed == 0) {
      return Optional.of(Refusal.GONE);
    }
    tell("way-back-agreed", Notices.Kind.WAY_BACK_AGREED, entry.person());
    return Optional.empty();
  }

  /** Stops one; any officer may, also the one it is about if they are still in. */
  public Optional<Refusal> stop(UUID id) {
    UUID me = officer();
    int stopped = change(id, me, "stopped");
    if (stopped == 1) {
      audit.record("way-back-stopped", new SubjectRef("way-back", id), "");
    }
    return stopped == 1 ? Optional.empty() : Optional.of(Refusal.GONE);
  }

  private int change(UUID id, UUID me, String state) {
    return jdbc.sql("""
        update platform.way_back set state = ?, version = version + 1, changed_by = ?, changed_at = ?
        where local_id = ? and id = ? and state in ('asked', 'agreed')""")
        .params(state, me, now(), Tenancy.current().value(), id)
        .update();
  }

  /** What came of making the card. */
  public sealed interface Made {
    record Card(String code) implements Made {}

    record Refused(Refusal why) implements Made {}
  }

  /** Makes the card once two have agreed and the day has passed; one of the two makes it. */
  public Made card(UUID id) {
    UUID me = officer();
    var found = byId(id);
    if (found.isEmpty() || !(found.get().stage() instanceof Stage.Agreed(Instant opensAt))) {
      return new Made.Refused(Refusal.GONE);
    }
    if (!me.equals(found.get().askedBy()) && !found.get().agreedBy().equals(Optional.of(me))) {
      return new Made.Refused(Refusal.SAME_OFFICER);
    }
    if (clock.instant().isBefore(opensAt)) {
      return new Made.Refused(Refusal.TOO_EARLY);
    }
    if (change(id, me, "done") == 0) {
      return new Made.Refused(Refusal.GONE);
    }
    return new Made.Card(desk.make(found.get().person(), true));
  }

  /** Those under way, the oldest first. */
  public List<Entry> underWay() {
    return jdbc.sql(COLUMNS + " and state in ('asked', 'agreed') order by asked_at, id")
        .param(Tenancy.current().value())
        .query(WayBack::read)
        .list();
  }

  private static final String COLUMNS = "select id, person_id, asked_by, agreed_by, opens_at, state from platform.way_back where local_id = ?";

  private Optional<Entry> byId(UUID id) {
    return jdbc.sql(COLUMNS + " and state in ('asked', 'agreed') and id = ?")
        .params(Tenancy.current().value(), id)
        .query(WayBack::read)
        .optional();
  }

  private static Entry read(java.sql.ResultSet rs, int row) throws java.sql.SQLException {
    Stage stage = rs.getString("state").equals("asked")
        ? new Stage.Asked()
        : new Stage.Agreed(rs.getTimestamp("opens_at").toInstant());
    return new Entry(rs.getObject("id", UUID.class), rs.getObject("person_id", UUID.class),
        rs.getObject("asked_by", UUID.class), Optional.ofNullable(rs.getObject("agreed_by", UUID.class)), stage);
  }

  /** The caller, who must hold an office that this session may exercise. */
  private static UUID officer() {
    var actor = Callers.actor();
    if (actor.mandates().stream().allMatch(mandate -> mandate.role() == Role.MEMBER)) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    if (actor.withheld().isPresent()) {
      throw new NotAllowed(NotAllowed.Reason.WITHHELD);
    }
    return actor.person();
  }

  private void tell(String action, Notices.Kind kind, UUID person) {
    audit.record(action, new SubjectRef("person", person), "");
    notices.post(kind, person);
    mandates.accountOf(person).ifPresent(account -> mail.tell(account, "mail." + action + ".body"));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
