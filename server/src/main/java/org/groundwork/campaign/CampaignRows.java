// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads campaigns with their demands and plans. Runs inside the caller's transaction. */
final class CampaignRows {
  static final String SELECT = """
      select c.id, c.title, c.target_id,
        (select n.site_id from roll.api_site_now n where n.local_id = c.local_id and n.id = c.site_id) site_id,
        c.cause_kind, c.cause_network, c.state, c.opened_at, c.closed_at, c.closing, c.version
      from campaign.campaign c where c.local_id = ? and c.id = ?""";
  static final String DEMANDS = """
      select id, what, measure, due_on, outcome, value_minor, currency from campaign.demand
      where local_id = ? and campaign_id = ? order by position, id""";
  static final String STEPS = """
      select id, what, threshold, state from campaign.step where local_id = ? and campaign_id = ? order by position, id""";
  private final JdbcClient jdbc;
  private final Seals seals;

  CampaignRows(JdbcClient jdbc, Seals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  Optional<Campaign> byId(UUID id) {
    return jdbc.sql(SELECT).params(local(), id).query((rs, i) -> row(rs)).optional().map(this::complete);
  }

  /** The campaign, and nobody else changes it before this transaction ends. */
  Optional<Campaign> locked(UUID id) {
    return jdbc.sql(SELECT + " for update")
        .params(local(), id)
        .query((rs, i) -> row(rs))
        .optional()
        .map(this::complete);
  }

  private record Row(UUID id, byte[] title, UUID target, @Nullable UUID site, Optional<Campaign.Cause> cause,
      Campaign.State state, @Nullable Timestamp openedAt, @Nullable Timestamp closedAt, byte @Nullable [] closing,
      long version) {}

  private static Row row(ResultSet rs) throws SQLException {
    String kind = rs.getString(5);
    String network = rs.getString(6);
    return new Row(rs.getObject(1, UUID.class), rs.getBytes(2), rs.getObject(3, UUID.class),
        rs.getObject(4, UUID.class),
        kind == null || network == null ? Optional.empty() : Optional.of(new Campaign.Cause(kind, network)),
        Campaign.State.of(rs.getString(7)), rs.getTimestamp(8), rs.getTimestamp(9), rs.getBytes(10), rs.getLong(11));
  }

  private Campaign complete(Row row) {
    var core = new Campaign.Core(row.id(), seals.open("campaign", "title", row.id(), row.title()), row.target(),
        Optional.ofNullable(row.site()), row.cause(), demands(row.id()), steps(row.id()), row.version());
    return switch (row.state()) {
      case DRAFT -> new Campaign.Draft(core);
      case QUIET -> new Campaign.Quiet(core, at(row.openedAt()));
      case PUBLIC -> new Campaign.Public(core, at(row.openedAt()));
      case CLOSED -> new Campaign.Closed(core, at(row.openedAt()), at(row.closedAt()),
          seals.openIfAny("campaign", "closing", row.id(), row.closing()));
    };
  }

  private static Instant at(@Nullable Timestamp stored) {
    if (stored == null) {
      throw new IllegalStateException("a campaign that has opened or ended has a day for it");
    }
    return stored.toInstant();
  }

  private List<Campaign.Demand> demands(UUID campaign) {
    return jdbc.sql(DEMANDS)
        .params(local(), campaign)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          return new Campaign.Demand(id, seals.open("demand", "what", id, rs.getBytes(2)),
              seals.open("demand", "measure", id, rs.getBytes(3)), rs.getDate(4).toLocalDate(),
              outcome(rs.getString(5), rs.getLong(6), rs.getString(7)));
        })
        .list();
  }

  private static Optional<Campaign.Outcome> outcome(@Nullable String result, long minor, @Nullable String currency) {
    Optional<Money> value = currency == null
        ? Optional.empty()
        : Optional.of(new Money(minor, Currency.getInstance(currency)));
    return Optional.ofNullable(result).map(Campaign.Result::of).map(how -> new Campaign.Outcome(how, value));
  }

  private List<Campaign.Step> steps(UUID campaign) {
    return jdbc.sql(STEPS)
        .params(local(), campaign)
        .query((rs, i) -> {
          UUID id = rs.getObject(1, UUID.class);
          int threshold = rs.getInt(3);
          return new Campaign.Step(id, seals.open("step", "what", id, rs.getBytes(2)),
              threshold == 0 ? OptionalInt.empty() : OptionalInt.of(threshold),
              Campaign.StepState.valueOf(rs.getString(4).toUpperCase(Locale.ROOT)));
        })
        .list();
  }

  private static UUID local() { return Tenancy.current().value(); }
}
