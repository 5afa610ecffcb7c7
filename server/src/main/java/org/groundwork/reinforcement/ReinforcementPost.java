// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.reinforcement;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Mandates;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.PublicAddress;
import org.groundwork.platform.jobs.JobContext;
import org.groundwork.platform.jobs.JobKind;
import org.groundwork.platform.message.MailAddress;
import org.groundwork.platform.message.Messages;
import org.groundwork.platform.message.Outgoing;
import org.groundwork.platform.message.Recipient;
import org.groundwork.platform.message.Sent;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.roll.People;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes to those who are asked, and to those who know where when something turned out otherwise: each once, within what
 * they agreed to, in words that say neither what it is nor where. Whoever is not reached so finds it on their first screen.
 */
final class ReinforcementPost implements JobKind<ReinforcementPost.Of> {
  private static final Duration SHORTEST = Duration.ofMinutes(10);
  /** Asked or moved up, not told of it yet, and there is still a use in telling. */
  private static final String UNTOLD = """
      c.state = 'live' and c.expires_at > :now and a.state in ('asked', 'coming') and a.told_at is null""";
  private static final String CORRECTED = """
      update reinforcement.asked set corrected_at = :now where local_id = :local and id = :asked and corrected_at is null""";
  /** Whoever is told now reads what was put right before in the same place: that is not told a second time. */
  private static final String TOLD = """
      update reinforcement.asked a set told_at = :now, told_by = 'mail', corrected_at = coalesce(a.corrected_at,
          case when c.corrected_at is not null then :now::timestamptz end)
      from reinforcement.call c
      where a.local_id = :local and a.id = :asked and c.local_id = a.local_id and c.id = a.call_id
        and (""" + UNTOLD + ")";
  private final JdbcClient jdbc;
  private final Transactions transactions;
  private final Clock clock;
  private final Post post;

  /** @param call the call that is told of */
  record Of(UUID call) {}

  /** What it takes to write to somebody. */
  record Post(Messages messages, People people, Locals locals, PublicAddress address, Mandates mandates,
      Accounts accounts) {

    Locale languageOf(UUID person) {
      return mandates.accountOf(person).map(accounts::languageOf).orElseGet(() -> locals.profile().language());
    }
  }

  /** What is written. */
  enum Letter {
    ASKED("mail.reinforcement.body"), MOVED_UP("mail.reinforcement.moved-up.body"),
    CORRECTED("mail.reinforcement.corrected.body");

    private final String body;

    Letter(String body) { this.body = body; }
  }

  /**
   * Somebody who has not been told.
   *
   * @param until when it is of no use any more
   */
  record Due(UUID asked, UUID person, UUID call, Letter letter, Instant starts, Instant until, ZoneId zone) {}

  ReinforcementPost(JdbcClient jdbc, Transactions transactions, Clock clock, Post post) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.post = post;
  }

  @Override
  public String name() { return "reinforcement-post"; }

  @Override
  public Class<Of> parameters() { return Of.class; }

  @Override
  public Power seenBy() { return Power.ORGANISE; }

  @Override
  public String back(Of of) { return "reinforcements"; }

  @Override
  public void run(JobContext context, Of of) {
    for (Due due : transactions.read(() -> due(of.call()))) {
      context.step("told", () -> tell(due).ifPresent(told -> context.count(told, 1)));
    }
  }

  /** Who is to be told now. */
  List<Due> due(UUID call) {
    return jdbc.sql("""
        select a.id, n.person_id, c.id, case when not (""" + UNTOLD + """
            ) then 'CORRECTED' when a.state = 'coming' then 'MOVED_UP' else 'ASKED' end letter,
          c.starts_at, greatest(c.expires_at, c.corrected_at), c.zone
        from reinforcement.asked a join reinforcement.call c on c.local_id = a.local_id and c.id = a.call_id
        join roll.api_person_now n on n.local_id = a.local_id and n.id = a.person_id
        where a.local_id = :local and a.call_id = :call
          and (""" + UNTOLD + """
            or c.corrected_at is not null and a.knows_place and a.corrected_at is null)
        order by a.id""")
        .param("local", local())
        .param("call", call)
        .param("now", Timestamp.from(clock.instant()))
        .query((rs, i) -> new Due(rs.getObject(1, UUID.class), rs.getObject(2, UUID.class),
            rs.getObject(3, UUID.class), Letter.valueOf(rs.getString(4)), rs.getTimestamp(5).toInstant(),
            rs.getTimestamp(6).toInstant(), ZoneId.of(rs.getString(7))))
        .list();
  }

  /**
   * Tells somebody, unless they were told since the list was read, have answered, or the call is off or over. As what it
   * counts; empty if there was nothing to tell any more.
   */
  Optional<String> tell(Due due) {
    boolean correction = due.letter() == Letter.CORRECTED;
    int first = mark(due, correction ? CORRECTED : TOLD);
    if (first == 0) {
      return Optional.empty();
    }
    if (sent(due)) {
      return Optional.of("written");
    }
    if (!correction) {
      jdbc.sql("update reinforcement.asked set told_by = 'none' where local_id = ? and id = ?")
          .params(local(), due.asked())
          .update();
    }
    return Optional.of("not-reached");
  }

  private int mark(Due due, String sql) {
    return jdbc.sql(sql)
        .param("local", local())
        .param("asked", due.asked())
        .param("now", Timestamp.from(clock.instant()))
        .update();
  }

  private boolean sent(Due due) {
    return post.people()
        .known(due.person())
        .flatMap(People.Known::mail)
        .flatMap(MailAddress::parse)
        .map(to -> post.messages().send(letter(due, to)) instanceof Sent.Queued)
        .orElse(false);
  }

  private Outgoing letter(Due due, MailAddress to) {
    Locale language = post.languageOf(due.person());
    String when = due.starts()
        .atZone(due.zone())
        .format(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT).withLocale(language));
    String handle = post.locals().byId(Tenancy.current()).orElseThrow().handle();
    String where = post.address()
        .origin()
        .map(origin -> origin + "/l/" + handle + "/reinforcements/" + due.call())
        .orElse("–");
    var left = Duration.between(clock.instant(), due.until());
    return new Outgoing(new Recipient.Person(due.person(), to), language, "mail.subject.neutral",
        due.letter().body, List.of(when, where),
        left.compareTo(SHORTEST) > 0 ? left : SHORTEST);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
