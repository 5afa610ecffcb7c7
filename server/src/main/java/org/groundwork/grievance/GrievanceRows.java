// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.grievance;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.grievance.Grievances.Grievance;
import org.groundwork.platform.keys.FieldCipher;
import org.groundwork.platform.keys.FieldRef;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;

/** Reads and seals rows of grievances. */
final class GrievanceRows {
  static final String SELECT = """
      select g.id, g.kind, g.person_id, g.site_id, g.register_site, g.network_id, g.place, g.since, g.amount_minor, g.currency,
        g.told, g.contact, g.confirmed_at is not null as confirmed, g.reported_on, g.language, g.version, g.closed_as,
        g.next_ask, g.next_owner, g.next_on from grievance.grievance g""";
  /** What counts for a common cause; the words of the partial indexes. */
  static final String COUNTED = "(g.closed_as is null or g.closed_as = 'in-a-fight')";
  private static final String TABLE = "grievance.grievance";
  private final FieldCipher cipher;

  GrievanceRows(FieldCipher cipher) { this.cipher = cipher; }

  Grievance read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new Grievance(id, GrievanceKind.known(rs.getString("kind")).orElseThrow(),
        Optional.ofNullable(rs.getObject("person_id", UUID.class)),
        Optional.ofNullable(rs.getObject("site_id", UUID.class)),
        Optional.ofNullable(rs.getString("register_site")), Optional.ofNullable(rs.getString("network_id")),
        open(id, "place", rs.getBytes("place")), date(rs.getDate("since")), amount(rs),
        open(id, "told", rs.getBytes("told")), open(id, "contact", rs.getBytes("contact")), rs.getBoolean("confirmed"),
        rs.getDate("reported_on").toLocalDate(), Locale.forLanguageTag(rs.getString("language")),
        rs.getLong("version"), Optional.ofNullable(rs.getString("closed_as")).flatMap(ClosedAs::known), next(id, rs));
  }

  private Optional<Grievances.NextTalk> next(UUID id, ResultSet rs) throws SQLException {
    UUID owner = rs.getObject("next_owner", UUID.class);
    String ask = open(id, "next_ask", rs.getBytes("next_ask"));
    return owner == null
        ? Optional.empty()
        : Optional.of(new Grievances.NextTalk(ask, owner, date(rs.getDate("next_on"))));
  }

  private static Optional<Money> amount(ResultSet rs) throws SQLException {
    String currency = rs.getString("currency");
    return currency == null
        ? Optional.empty()
        : Optional.of(new Money(rs.getLong("amount_minor"), Currency.getInstance(currency)));
  }

  private static Optional<LocalDate> date(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toLocalDate);
  }

  byte @Nullable [] seal(UUID id, String column, String text) {
    return text.isEmpty() ? null : cipher.seal(new FieldRef(local(), TABLE, column, id), text);
  }

  private String open(UUID id, String column, byte @Nullable [] sealed) {
    return sealed == null ? "" : cipher.openText(new FieldRef(local(), TABLE, column, id), sealed);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
