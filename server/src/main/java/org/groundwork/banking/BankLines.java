// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The lines of statements, some at a time. */
public final class BankLines {
  /** How many stand on a page. */
  public static final int PAGE = 50;
  private static final String ROWS = """
      select l.id, l.account_id, l.booked_on, l.amount, l.fee, l.returned, l.told, l.settled, a.currency
      from banking.line l join banking.account a on a.local_id = l.local_id and a.id = l.account_id
      """;
  private final JdbcClient jdbc;
  private final BankSeals seals;

  BankLines(JdbcClient jdbc, BankSeals seals) {
    this.jdbc = jdbc;
    this.seals = seals;
  }

  /** Behind which line a page begins, by its day and identifier. */
  public record After(LocalDate on, UUID line) {
    /** Before all lines. */
    public static final After START = new After(LocalDate.of(1, 1, 1), new UUID(0, 0));
    /** Behind all lines. */
    public static final After END = new After(LocalDate.of(9999, 12, 31), new UUID(-1L, -1L));
  }

  /** Lines of an account that nobody said anything of yet, the oldest first. */
  public List<BankLine> open(UUID account, After after, int most) {
    return jdbc.sql(ROWS + """
        where l.local_id = ? and l.account_id = ? and not l.settled and (l.booked_on, l.id) > (?, ?)
        order by l.booked_on, l.id limit ?""")
        .params(BankScope.local(), account, Date.valueOf(after.on()), after.line(), most)
        .query(this::read)
        .list();
  }

  /** All lines of an account, the newest first. */
  public List<BankLine> all(UUID account, After before, int most) {
    return jdbc.sql(ROWS + """
        where l.local_id = ? and l.account_id = ? and (l.booked_on, l.id) < (?, ?)
        order by l.booked_on desc, l.id desc limit ?""")
        .params(BankScope.local(), account, Date.valueOf(before.on()), before.line(), most)
        .query(this::read)
        .list();
  }

  /** One line. */
  public Optional<BankLine> find(UUID line) { return some(List.of(line)).stream().findFirst(); }

  /** These lines, in the order of their identifiers. */
  public List<BankLine> some(Collection<UUID> lines) {
    return jdbc.sql(ROWS + "where l.local_id = ? and l.id in (select unnest(?::uuid[])) order by l.id")
        .params(BankScope.local())
        .param(lines.toArray(UUID[]::new))
        .query(this::read)
        .list();
  }

  /** How many lines of each account nobody said anything of; an account without one is left out. */
  public Map<UUID, Integer> openOfAll() {
    var open = new HashMap<UUID, Integer>();
    jdbc.sql("""
        select account_id, count(*) from banking.line where local_id = ? and not settled group by account_id""")
        .params(BankScope.local())
        .query(rs -> {
          open.put(rs.getObject(1, UUID.class), rs.getInt(2));
        });
    return open;
  }

  private BankLine read(ResultSet rs, int row) throws SQLException {
    UUID id = rs.getObject("id", UUID.class);
    return new BankLine(id, rs.getObject("account_id", UUID.class), rs.getDate("booked_on").toLocalDate(),
        new Money(rs.getLong("amount"), Currency.getInstance(rs.getString("currency"))), rs.getLong("fee"),
        Optional.ofNullable(rs.getString("returned")), Told.parse(seals.open("line", "told", id, rs.getBytes("told"))),
        rs.getBoolean("settled"));
  }
}
