// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What members go to Stripe for. Runs inside the caller's transaction. */
public final class CardIntents {
  private static final String SELECT = """
      select i.id, n.person_id, i.kind, i.every, i.amount, i.state, i.asked_at, i.account, i.live, i.sum, i.currency,
        i.description, i.locale, i.back_to, i.session, i.url, i.subscription, i.refusal, i.trouble
      from cards.intent i left join roll.api_person_now n on n.local_id = i.local_id and n.id = i.person_id
      where i.local_id = ?""";
  private static final List<CardIntent.State> UNDER_WAY = List.of(CardIntent.State.ASKED, CardIntent.State.OPEN,
      CardIntent.State.PENDING, CardIntent.State.RUNNING, CardIntent.State.STOPPING);
  private final JdbcClient jdbc;
  private final CardSeals seals;
  private final Audit audit;
  private final Clock clock;

  CardIntents(JdbcClient jdbc, CardSeals seals, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes down what somebody goes to Stripe for; false if it is there already, or something of theirs repeats and this would
   * too. Nothing is asked of Stripe by that.
   */
  boolean begin(CardIntent intent) {
    var asked = intent.request();
    int begun = jdbc.sql("""
        insert into cards.intent (local_id, id, person_id, kind, every, amount, state, account, live, sum, currency,
          description, locale, back_to, asked_at, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, 'asked', ?, ?, ?, ?, ?, ?, ?, ?, ?::uuid, ?) on conflict do nothing""")
        .params(CardScope.local(), intent.id(), intent.person().orElseThrow(), intent.kind().key(), intent.every(),
            intent.amount(), asked.account(), intent.live(), asked.sum(), asked.currency(), asked.description(),
            asked.locale(),
            asked.backTo(), Timestamp.from(intent.askedAt()))
        .param(CardScope.author())
        .param(now())
        .update();
    if (begun > 0) {
      audit.record("card-payment-begun", new SubjectRef("card-payment", intent.id()), intent.kind().key());
    }
    return begun > 0;
  }

  /** One of them. */
  public Optional<CardIntent> find(UUID id) {
    return jdbc.sql(SELECT + " and i.id = ?").params(CardScope.local(), id).query(this::read).optional();
  }

  /** The same; nobody else changes it or books what is paid for it before the transaction ends. */
  Optional<CardIntent> hold(UUID id) {
    jdbc.sql("select id from cards.intent where local_id = ? and id = ? for update")
        .params(CardScope.local(), id)
        .query(rs -> {});
    return find(id);
  }

  /** Somebody's, the latest first; at most {@code most}. */
  public List<CardIntent> of(UUID person, int most) {
    return jdbc.sql(SELECT + "\n" + """
        and i.person_id in (select m.id from roll.api_person_now m where m.local_id = ? and m.person_id = ?)
        order by i.asked_at desc, i.id desc limit ?""")
        .params(CardScope.local(), CardScope.local(), person, most)
        .query(this::read)
        .list();
  }

  /** What of somebody's repeats, or is about to. */
  public Optional<CardIntent> repeating(UUID person) {
    return jdbc.sql(SELECT + "\n" + """
        and i.every > 0 and i.state in ('asked', 'open', 'pending', 'running', 'stopping') and i.person_id in (
          select m.id from roll.api_person_now m where m.local_id = ? and m.person_id = ?)
        order by i.asked_at limit 1""")
        .params(CardScope.local(), CardScope.local(), person)
        .query(this::read)
        .optional();
  }

  /** Everything that repeats, the oldest first; at most {@code most}. */
  public List<CardIntent> repeating(int most) {
    return jdbc
        .sql(SELECT + " and i.every > 0 and i.state in ('running', 'stopping') order by i.asked_at, i.id limit ?")
        .params(CardScope.local(), most)
        .query(this::read)
        .list();
  }

  /** How many can still be paid or repeat. */
  public int underWay() {
    return jdbc
        .sql("select count(*)::integer from cards.intent where local_id = ? and state in (select unnest(?::text[]))")
        .params(CardScope.local(), keys(UNDER_WAY))
        .query(Integer.class)
        .single();
  }

  /** Those in some states that were written down before, behind one, in the order of identities; at most {@code most}. */
  List<CardIntent> waiting(List<CardIntent.State> states, Instant before, UUID behind, int most) {
    return jdbc
        .sql(SELECT
            + " and i.state in (select unnest(?::text[])) and i.asked_at <= ? and i.id > ? order by i.id limit ?")
        .params(CardScope.local(), keys(states), Timestamp.from(before), behind, most)
        .query(this::read)
        .list();
  }

  /** Everything that ever repeated, behind one, in the order of identities; at most {@code most}. */
  List<CardIntent> subscribed(UUID behind, int most) {
    return jdbc.sql(SELECT + " and i.subscription is not null and i.id > ? order by i.id limit ?")
        .params(CardScope.local(), behind, most)
        .query(this::read)
        .list();
  }

  /** Pages that are open for nobody: whoever began them was forgotten, or left before something began to repeat. */
  List<CardIntent> ofNobody() { return jdbc.sql(SELECT + "\n" + """
        and i.state = 'open' and (i.person_id is null or i.every > 0 and not exists (
          select 1 from roll.api_member m where m.local_id = ? and m.person_id = n.person_id))
        order by i.id limit 100""")
      .params(CardScope.local(), CardScope.local())
      .query(this::read)
      .list(); }

  /** Whether whoever began it is a member still: of nobody else anything repeats. */
  boolean ofMember(CardIntent intent) {
    return jdbc.sql("select exists (select 1 from roll.api_member where local_id = ? and person_id = ?::uuid)")
        .param(CardScope.local())
        .param(intent.person().orElse(null))
        .query(Boolean.class)
        .single();
  }

  /** What repeats, or is about to, of somebody who is no member any more is to end, however they left. */
  void endOfFormerMembers() { jdbc.sql("""
        update cards.intent i set state = 'stopping', version = i.version + 1, changed_by = null, changed_at = ?
        where i.local_id = ? and i.every > 0 and i.state in ('pending', 'running') and not exists (
          select 1 from roll.api_person_now n join roll.api_member m on m.local_id = n.local_id and m.person_id = n.person_id
          where n.local_id = i.local_id and n.id = i.person_id)""").params(now(), CardScope.local()).update(); }

  /** Whether something waits to be ended at Stripe. */
  boolean somethingToEnd() {
    return jdbc.sql("""
        select exists (select from cards.intent i left join roll.api_person_now n on n.local_id = i.local_id
            and n.id = i.person_id
          where i.local_id = :local and (i.state = 'stopping' or i.state = 'open' and (i.person_id is null
            or i.every > 0 and not exists (select 1 from roll.api_member m
              where m.local_id = :local and m.person_id = n.person_id))))""")
        .param("local", CardScope.local())
        .query(Boolean.class)
        .single();
  }

  private static String[] keys(List<CardIntent.State> states) {
    return states.stream().map(CardIntent.State::key).toArray(String[]::new);
  }

  /** Stripe opened a page for it. */
  void opened(UUID id, StripeAnswers.Opened page) {
    jdbc.sql("""
        update cards.intent set state = 'open', session = ?, url = ?::bytea, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'asked'""")
        .param(page.session())
        .param(page.url().map(url -> seals.url(id, url)).orElse(null))
        .params(now(), CardScope.local(), id)
        .update();
  }

  /** Stripe refused it. */
  void refused(UUID id, StripeTrouble.Why why) {
    String key = why == StripeTrouble.Why.TOO_LITTLE || why == StripeTrouble.Why.TOO_MUCH ? why.key() : "refused";
    jdbc.sql("""
        update cards.intent set state = 'refused', refusal = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and state = 'asked'""").params(key, now(), CardScope.local(), id).update();
  }

  /** It goes on to a state, if it is in one of these. Where it cannot be paid any more, the page's address is deleted. */
  boolean become(UUID id, CardIntent.State state, CardIntent.State... from) {
    boolean payable = state == CardIntent.State.OPEN || state == CardIntent.State.ASKED;
    int changed = jdbc.sql("""
        update cards.intent set state = ?, url = case when ? then url end, trouble = trouble and state <> 'open',
          version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ? and id = ? and state in (select unnest(?::text[]))""")
        .params(state.key(), payable)
        .param(CardScope.author())
        .params(now(), CardScope.local(), id, keys(Arrays.asList(from)))
        .update();
    return changed > 0;
  }

  /** Notes under which name it repeats at Stripe. */
  void repeats(UUID id, String subscription) {
    jdbc.sql("""
        update cards.intent set subscription = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and subscription is null and every > 0""")
        .params(subscription, now(), CardScope.local(), id)
        .update();
  }

  /** Notes whether the card was refused the last time. */
  void trouble(UUID id, boolean trouble) {
    jdbc.sql("""
        update cards.intent set trouble = ?, version = version + 1, changed_at = ?
        where local_id = ? and id = ? and trouble <> ?""")
        .params(trouble, now(), CardScope.local(), id, trouble)
        .update();
  }

  /** Deletes what came to nothing before a day. */
  void forget(Instant before) {
    jdbc.sql("""
        delete from cards.intent i where i.local_id = ? and i.state in ('expired', 'refused', 'failed') and i.asked_at < ?
          and not exists (select from cards.payment p where p.local_id = i.local_id and p.intent_id = i.id)""")
        .params(CardScope.local(), Timestamp.from(before))
        .update();
  }

  private CardIntent read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new CardIntent(id, Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        CardIntent.Kind.known(rs.getString("kind")).orElseThrow(), rs.getInt("every"), rs.getLong("amount"),
        CardIntent.State.of(rs.getString("state")), rs.getTimestamp("asked_at").toInstant(), rs.getBoolean("live"),
        new CardIntent.Request(rs.getString("account"), rs.getLong("sum"), rs.getString("currency"),
            rs.getString("description"), rs.getString("locale"), rs.getString("back_to")),
        Optional.ofNullable(rs.getString("session")), seals.url(id, rs.getBytes("url")),
        Optional.ofNullable(rs.getString("subscription")), Optional.ofNullable(rs.getString("refusal")),
        rs.getBoolean("trouble"));
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }
}
