// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.tenancy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The locals of this installation, and what each says of itself. */
public final class Locals {
  private final JdbcClient jdbc;
  private final Ids ids;
  private final Tokens tokens;
  private final Clock clock;

  public Locals(JdbcClient jdbc, Ids ids, Tokens tokens, Clock clock) {
    this.jdbc = jdbc;
    this.ids = ids;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** A local's entry in the shared tree: an identity and the random handle that stands in its URLs. */
  public record Entry(LocalId id, String handle) {}

  /**
   * What a local chose at its start.
   *
   * @param zone where its dues periods and deadlines are dated
   */
  public record Profile(String name, Locale language, ZoneId zone, Currency currency) {}

  /** Enters a new local into the tree. Runs in the installation's scope. */
  public Entry found() {
    var entry = new Entry(new LocalId(ids.next()), tokens.handle(10));
    jdbc.sql("insert into platform.local (id, handle, created_at) values (?, ?, ?)")
        .params(entry.id().value(), entry.handle(), Timestamp.from(clock.instant()))
        .update();
    return entry;
  }

  /** Writes the first profile of the current local. */
  public void describe(Profile profile) {
    jdbc.sql("""
        insert into platform.local_profile (local_id, name, language, time_zone, currency, changed_at)
        values (?, ?, ?, ?, ?, ?)""")
        .params(Tenancy.current().value(), profile.name(), profile.language().toLanguageTag(), profile.zone().getId(),
            profile.currency().getCurrencyCode(), Timestamp.from(clock.instant()))
        .update();
  }

  /** Gives the current local another name. */
  public void rename(String name) {
    jdbc.sql("update platform.local_profile set name = ?, version = version + 1, changed_at = ? where local_id = ?")
        .params(name, Timestamp.from(clock.instant()), Tenancy.current().value())
        .update();
  }

  /** The profile of the current local. */
  public Profile profile() {
    return jdbc.sql("select name, language, time_zone, currency from platform.local_profile where local_id = ?")
        .param(Tenancy.current().value())
        .query(
            (rs, i) -> new Profile(rs.getString(1), Locale.forLanguageTag(rs.getString(2)), ZoneId.of(rs.getString(3)),
                Currency.getInstance(rs.getString(4))))
        .single();
  }

  /** The local with this handle in its URL. */
  public Optional<Entry> byHandle(String handle) {
    return jdbc.sql("select id, handle from platform.local where handle = ?")
        .param(handle)
        .query((rs, i) -> new Entry(new LocalId(rs.getObject(1, UUID.class)), rs.getString(2)))
        .optional();
  }

  /** The local with this identity. */
  public Optional<Entry> byId(LocalId id) {
    return jdbc.sql("select id, handle from platform.local where id = ?")
        .param(id.value())
        .query((rs, i) -> new Entry(id, rs.getString(2)))
        .optional();
  }

  /** Every local of the installation, for jobs that go through them one by one. */
  public List<Entry> all() {
    return jdbc.sql("select id, handle from platform.local order by id")
        .query((rs, i) -> new Entry(new LocalId(rs.getObject(1, UUID.class)), rs.getString(2)))
        .list();
  }

  /** Whether no local has been founded yet. */
  public boolean none() {
    return jdbc.sql("select not exists (select 1 from platform.local)").query(Boolean.class).single();
  }
}
