// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.cards;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The local's account at Stripe. Runs inside the caller's transaction. */
public final class CardAccounts {
  /** So long what signed messages before holds beside the new one; Stripe's longest is a day. */
  public static final Duration BOTH = Duration.ofHours(25);
  private final JdbcClient jdbc;
  private final CardSeals seals;
  private final Audit audit;
  private final Clock clock;

  CardAccounts(JdbcClient jdbc, CardSeals seals, Audit audit, Clock clock) {
    this.jdbc = jdbc;
    this.seals = seals;
    this.audit = audit;
    this.clock = clock;
  }

  /** The account; empty if the local has none. */
  public Optional<CardAccount> find() { return jdbc.sql("""
        select state, key_end, live, account, account_name, statement, account_currency, takes, looked_at, hook_end,
          old_until, description, seen_until, trouble, trouble_since, available, pending, balance_at, ignored,
          foreign_messages
        from cards.setting where local_id = ?""").param(CardScope.local()).query(CardAccounts::read).optional(); }

  private static CardAccount read(ResultSet rs, int row) throws SQLException {
    Optional<String> trouble = Optional.ofNullable(rs.getString("trouble"));
    Optional<Instant> since = instant(rs, "trouble_since");
    return new CardAccount(rs.getString("state").equals("on"), rs.getString("key_end"), rs.getBoolean("live"),
        rs.getString("account"), rs.getString("account_name"), rs.getString("statement"),
        rs.getString("account_currency"), rs.getBoolean("takes"), instant(rs, "looked_at").orElseThrow(),
        Optional.ofNullable(rs.getString("hook_end")), instant(rs, "old_until"), rs.getString("description"),
        instant(rs, "seen_until").orElseThrow(),
        trouble.map(why -> new CardAccount.Trouble(why, since.orElseThrow())), number(rs, "available"),
        number(rs, "pending"), instant(rs, "balance_at"), rs.getLong("ignored"), rs.getLong("foreign_messages"));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static OptionalLong number(ResultSet rs, String column) throws SQLException {
    long number = rs.getLong(column);
    return rs.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }

  /** The key; empty if the local has none. */
  Optional<StripeKey> key() {
    return jdbc.sql("select secret_key from cards.setting where local_id = ?")
        .param(CardScope.local())
        .query((rs, i) -> rs.getBytes(1))
        .optional()
        .flatMap(sealed -> seals.secret("secret_key", sealed))
        .flatMap(StripeKey::read);
  }

  /** What may sign a message now: the secret, and its predecessor for a while. */
  List<String> hookSecrets() {
    record Both(byte[] now, byte[] before, Optional<Instant> until) {}
    var both = jdbc.sql("select hook_secret, old_hook_secret, old_until from cards.setting where local_id = ?")
        .param(CardScope.local())
        .query((rs, i) -> new Both(rs.getBytes(1), rs.getBytes(2), instant(rs, "old_until")))
        .optional();
    var secrets = new ArrayList<String>();
    both.flatMap(each -> seals.secret("hook_secret", each.now())).ifPresent(secrets::add);
    both.filter(each -> each.until().filter(clock.instant()::isBefore).isPresent())
        .flatMap(each -> seals.secret("old_hook_secret", each.before()))
        .ifPresent(secrets::add);
    return secrets;
  }

  /** Keeps a key with what Stripe said of its account; members are offered nothing new by that. */
  void keep(StripeKey key, StripeAnswers.Account account, String description) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.sql("""
        insert into cards.setting (local_id, state, secret_key, key_end, live, account, account_name, statement,
          account_currency, takes, looked_at, description, seen_until, changed_by, changed_at)
        values (:local, 'off', :key, :end, :live, :account, :name, :statement, :currency, :takes, :now, :description, :now,
          :by::uuid, :now)
        on conflict (local_id) do update set secret_key = excluded.secret_key, key_end = excluded.key_end,
          live = excluded.live, account = excluded.account, account_name = excluded.account_name,
          statement = excluded.statement, account_currency = excluded.account_currency, takes = excluded.takes,
          looked_at = excluded.looked_at, description = excluded.description, trouble = null, trouble_since = null,
          state = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.state else 'off' end,
          hook_secret = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.hook_secret end,
          hook_end = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.hook_end end,
          old_hook_secret = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.old_hook_secret end,
          old_until = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.old_until end,
          available = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.available end,
          pending = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.pending end,
          balance_at = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.balance_at end,
          seen_until = case when cards.setting.live = excluded.live and cards.setting.account = excluded.account then cards.setting.seen_until else excluded.seen_until end,
          version = cards.setting.version + 1, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
        .param("local", CardScope.local())
        .param("key", seals.secret("secret_key", key.secret()))
        .param("end", StripeKey.end(key.secret()))
        .param("live", key.live())
        .param("account", account.id())
        .param("name", account.name())
        .param("statement", account.statement())
        .param("currency", account.currency())
        .param("takes", account.takes())
        .param("now", now)
        .param("description", description)
        .param("by", CardScope.author())
        .update();
    record("cards-key-set", key.live() ? "live" : "test");
  }

  /** Notes anew what Stripe says of the account. */
  void looked(StripeAnswers.Account account) {
    jdbc.sql("""
        update cards.setting set account_name = ?, statement = ?, account_currency = ?, takes = ?, looked_at = ?,
          trouble = null, trouble_since = null
        where local_id = ? and account = ?""")
        .params(account.name(), account.statement(), account.currency(), account.takes(), now(), CardScope.local(),
            account.id())
        .update();
  }

  /** Sets what stands on Stripe's page from now on; 1 … {@value CardAccount#LONGEST_DESCRIPTION} characters. */
  public void describe(String description) {
    change("description = ?", description);
    record("cards-described", "");
  }

  /** Sets what signs messages from now on; the former one holds beside it for {@link #BOTH}. */
  public void sign(String secret) {
    Optional<String> before = hookSecrets().stream().findFirst().filter(each -> !each.equals(secret));
    jdbc.sql("""
        update cards.setting set hook_secret = ?, hook_end = ?, old_hook_secret = ?::bytea, old_until = ?,
          version = version + 1, changed_by = ?::uuid, changed_at = ?
        where local_id = ?""")
        .param(seals.secret("hook_secret", secret))
        .param(StripeKey.end(secret))
        .param(before.map(each -> seals.secret("old_hook_secret", each)).orElse(null))
        .param(before.map(_ -> Timestamp.from(clock.instant().plus(BOTH))).orElse(null))
        .param(CardScope.author())
        .params(now(), CardScope.local())
        .update();
    record("cards-signature-set", "");
  }

  /** Offers it to members, or offers it no longer; what runs goes on either way. */
  public void offer(boolean on) {
    change("state = ?", on ? "on" : "off");
    record(on ? "cards-turned-on" : "cards-turned-off", "");
  }

  /** Forgets the account and its keys. Only where nothing runs or is open; see {@link CardIntents#underWay}. */
  public void remove() {
    jdbc.sql("delete from cards.setting where local_id = ?").param(CardScope.local()).update();
    record("cards-removed", "");
  }

  private void change(String what, Object value) {
    jdbc.sql("update cards.setting set " + what
        + ", version = version + 1, changed_by = ?::uuid, changed_at = ? where local_id = ?")
        .param(value)
        .param(CardScope.author())
        .params(now(), CardScope.local())
        .update();
  }

  /** Notes that Stripe could not be asked, if that is not known already. */
  void trouble(StripeTrouble.Why why) { jdbc.sql("""
        update cards.setting set trouble_since = case when trouble = ? then trouble_since else ? end, trouble = ?
        where local_id = ?""").params(why.key(), now(), why.key(), CardScope.local()).update(); }

  /** Notes that Stripe answers again. */
  void wellAgain() {
    jdbc.sql("""
        update cards.setting set trouble = null, trouble_since = null where local_id = ? and trouble is not null""")
        .param(CardScope.local())
        .update();
  }

  /** How many messages of Stripe wait to be worked off. */
  public int messagesWaiting() {
    return jdbc.sql("select count(*)::integer from cards.event where local_id = ? and done_at is null")
        .param(CardScope.local())
        .query(Integer.class)
        .single();
  }

  /** Notes that everything Stripe told until then is here. */
  void seenUntil(Instant until) {
    jdbc.sql("update cards.setting set seen_until = greatest(seen_until, ?) where local_id = ?")
        .params(Timestamp.from(until), CardScope.local())
        .update();
  }

  /** Notes what lies at Stripe, in minor units of the books. */
  void lies(long available, long pending) {
    jdbc.sql("update cards.setting set available = ?, pending = ?, balance_at = ? where local_id = ?")
        .params(available, pending, now(), CardScope.local())
        .update();
  }

  /** Counts a message that is of nothing here. */
  void ignored() {
    jdbc.sql("update cards.setting set ignored = ignored + 1 where local_id = ?").param(CardScope.local()).update();
  }

  /** Counts a message of another account, or of test where money is real or the other way round. */
  void foreign() {
    jdbc.sql("update cards.setting set foreign_messages = foreign_messages + 1 where local_id = ?")
        .param(CardScope.local())
        .update();
  }

  private Timestamp now() { return Timestamp.from(clock.instant()); }

  private void record(String did, String detail) {
    audit.record(did, new SubjectRef("local", CardScope.local()), detail);
  }
}
