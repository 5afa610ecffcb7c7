// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.dues;

import java.sql.Date;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.groundwork.platform.money.Money;
import org.groundwork.roll.PeopleSought;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Looks what the rows of a table say: whose each is, how much, and due when; or why it is not taken. Of what was typed nothing is
 * kept but that. Runs inside the caller's transaction.
 */
final class BroughtLook {
  /** As people write days where a spreadsheet does, and as the world agreed on; what could be another day is none of them. */
  private static final List<DateTimeFormatter> DAYS = List.of(
      DateTimeFormatter.ISO_LOCAL_DATE,
      DateTimeFormatter.ofPattern("d.M.uuuu").withResolverStyle(ResolverStyle.STRICT));
  private static final int LONGEST = 40;
  private final JdbcClient jdbc;
  private final PeopleSought people;
  private final Brought brought;

  BroughtLook(JdbcClient jdbc, PeopleSought people, Brought brought) {
    this.jdbc = jdbc;
    this.people = people;
    this.brought = brought;
  }

  /**
   * A table that is looked at.
   *
   * @param sender who sent it, as they are on the roll now
   * @param due when what is owed is due where a row does not say
   * @param first the first day that can be
   * @param last the last
   */
  record Of(UUID brought, Optional<UUID> sender, LocalDate due, LocalDate first, LocalDate last, Currency currency,
      Locale language) {}

  /** What a row says; {@code refused} is empty where it can be taken. */
  private record Said(int line, Optional<PeopleSought.Outcome.Found> whose, long owed, long ahead,
      Optional<LocalDate> due, String refused) {
    Said because(String reason) { return new Said(line, Optional.empty(), owed, ahead, due, reason); }

    boolean sound() { return refused.isEmpty(); }
  }

  /** Looks at some rows, and keeps what they say. */
  void put(Of of, List<BroughtTable.Row> rows) {
    List<PeopleSought.Outcome> outcomes = people.find(rows.stream().map(BroughtLook::sought).toList());
    var said = new ArrayList<Said>();
    for (int at = 0; at < rows.size(); at++) {
      said.add(judged(of, rows.get(at), outcomes.get(at)));
    }
    jdbc.sql("""
        insert into dues.brought_row (local_id, brought_id, line, person_id, by_name, owed, ahead, due_on, refused)
        select ?, ?, t.line, t.person_id, t.by_name, t.owed, t.ahead, t.due_on, t.refused
        from unnest(?::integer[], ?::uuid[], ?::boolean[], ?::bigint[], ?::bigint[], ?::date[], ?::text[])
          as t (line, person_id, by_name, owed, ahead, due_on, refused)""")
        .params(Scope.local(), of.brought(), said.stream().map(Said::line).toArray(Integer[]::new),
            said.stream()
                .map(each -> each.whose().map(PeopleSought.Outcome.Found::person).orElse(null))
                .toArray(UUID[]::new),
            said.stream()
                .map(each -> each.whose().filter(PeopleSought.Outcome.Found::byName).isPresent())
                .toArray(Boolean[]::new),
            said.stream().map(Said::owed).toArray(Long[]::new), said.stream().map(Said::ahead).toArray(Long[]::new),
            said.stream().map(each -> each.due().map(Date::valueOf).orElse(null)).toArray(Date[]::new),
            said.stream().map(each -> each.sound() ? null : each.refused()).toArray(String[]::new))
        .update();
  }

  private static PeopleSought.Sought sought(BroughtTable.Row row) {
    return new PeopleSought.Sought(row.cell(BroughtTable.Column.PHONE), row.cell(BroughtTable.Column.MAIL),
        row.cell(BroughtTable.Column.NAME));
  }

  private Said judged(Of of, BroughtTable.Row row, PeopleSought.Outcome outcome) {
    Said said = sums(of, row);
    if (!said.sound()) {
      return said;
    }
    if (sought(row).empty()) {
      return said.because("who");
    }
    return switch (outcome) {
      case PeopleSought.Outcome.Nobody _ -> said.because("unknown");
      case PeopleSought.Outcome.NoMember _ -> said.because("no-member");
      case PeopleSought.Outcome.Several _ -> said.because("several");
      case PeopleSought.Outcome.TwoPeople _ -> said.because("two-people");
      case PeopleSought.Outcome.OtherName _ -> said.because("other-name");
      case PeopleSought.Outcome.Found found -> of(of, said, found);
    };
  }

  private Said of(Of of, Said said, PeopleSought.Outcome.Found found) {
    if (of.sender().filter(found.person()::equals).isPresent()) {
      return said.because("own");
    }
    if (brought.of(found.person()).isPresent()) {
      return said.because("known");
    }
    OptionalLong most = said.ahead() == 0 ? OptionalLong.empty() : brought.mostAhead(found.person());
    return most.isPresent() && said.ahead() > most.getAsLong()
        ? said.because("too-far")
        : new Said(said.line(), Optional.of(found), said.owed(), said.ahead(), said.due(), "");
  }

  private static Said sums(Of of, BroughtTable.Row row) {
    OptionalLong owed = sum(of, row.cell(BroughtTable.Column.OWED));
    OptionalLong ahead = sum(of, row.cell(BroughtTable.Column.AHEAD));
    Optional<LocalDate> due = due(of, row.cell(BroughtTable.Column.DUE));
    var said = new Said(row.line(), Optional.empty(), owed.orElse(0), ahead.orElse(0), due, "");
    if (!row.sound()) {
      return said.because("cells");
    }
    if (owed.isEmpty() || ahead.isEmpty()) {
      return said.because("amount");
    }
    if (said.owed() > 0 && said.ahead() > 0) {
      return said.because("both");
    }
    if (said.owed() == 0 && said.ahead() == 0) {
      return said.because("nothing");
    }
    return said.owed() > 0 && due.isEmpty() ? said.because("due") : said;
  }

  /** An amount in minor units, none where the cell is empty; empty if it is no amount. */
  private static OptionalLong sum(Of of, String cell) {
    if (cell.isEmpty()) {
      return OptionalLong.of(0);
    }
    Optional<Money> read = cell.length() > LONGEST
        ? Optional.empty()
        : Money.read(cell, of.currency(), of.language()).filter(money -> money.minor() <= Rate.MOST);
    return read.map(money -> OptionalLong.of(money.minor())).orElseGet(OptionalLong::empty);
  }

  private static Optional<LocalDate> due(Of of, String cell) {
    if (cell.isEmpty()) {
      return Optional.of(of.due());
    }
    return DAYS.stream()
        .flatMap(format -> day(format, cell).stream())
        .filter(day -> !day.isBefore(of.first()) && !day.isAfter(of.last()))
        .findFirst();
  }

  private static Optional<LocalDate> day(DateTimeFormatter format, String cell) {
    try {
      return cell.length() > LONGEST ? Optional.empty() : Optional.of(LocalDate.parse(cell, format));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** Refuses every row of a member who has several: which of them is right, nobody knows. */
  void twice(UUID brought) {
    jdbc.sql("""
        update dues.brought_row w set refused = 'twice', person_id = null, by_name = false
        where w.local_id = ? and w.brought_id = ? and w.person_id in (
          select t.person_id from dues.brought_row t where t.local_id = ? and t.brought_id = ? and t.refused is null
          group by t.person_id having count(*) > 1)""")
        .params(Scope.local(), brought, Scope.local(), brought)
        .update();
  }

  /** Refuses rows whose member has something by now, is no member any more, or is whoever takes it. */
  void late(UUID brought) {
    refuse(brought, "known", """
        exists (select from roll.api_person_now n
          join roll.api_person_now o on o.local_id = n.local_id and o.person_id = n.person_id
          join dues.brought_row t on t.local_id = o.local_id and t.person_id = o.id and t.taken and t.undone_on is null
          where n.local_id = :local and o.local_id = :local and t.local_id = :local and n.id = w.person_id)""");
    refuse(brought, "own", """
        exists (select from roll.api_person_now n
          join roll.api_person_now o on o.local_id = n.local_id and o.person_id = n.person_id
          join dues.brought b on b.local_id = o.local_id and b.changed_by = o.id
          where n.local_id = :local and o.local_id = :local and b.local_id = :local and b.id = :brought
            and n.id = w.person_id)""");
    refuse(brought, "no-member", """
        not exists (select from roll.api_person_now n
          join roll.api_member m on m.local_id = n.local_id and m.person_id = n.person_id
          where n.local_id = :local and m.local_id = :local and n.id = w.person_id)""");
  }

  private void refuse(UUID brought, String reason, String where) { jdbc.sql("""
        update dues.brought_row w set refused = :reason, person_id = null, by_name = false
        where w.local_id = :local and w.brought_id = :brought and w.refused is null and
        """ + where)
      .param("local", Scope.local())
      .param("brought", brought)
      .param("reason", reason)
      .update(); }
}
