// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.groundwork.roll.OwnData;
import org.groundwork.roll.PersonForgotten;
import org.groundwork.roll.PersonInUse;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is kept of somebody's direct debits for themself, and what stays when their record is deleted: a mandate by which something was
 * collected within fourteen months, sealed and without the person, since the payment may still be disputed; then it is deleted.
 */
final class DebitsForgotten implements PersonForgotten, PersonInUse, OwnData {
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final DebitMandates mandates;
  private final DebitItems items;

  DebitsForgotten(JdbcClient jdbc, DebitMandates mandates, DebitItems items) {
    this.jdbc = jdbc;
    this.mandates = mandates;
    this.items = items;
  }

  @Override
  public void forget(UUID person) {
    LocalDate kept = mandates.today().minusMonths(DebitMandate.KEPT_MONTHS);
    jdbc.sql("""
        delete from debits.item_charge where local_id = ? and person_id = ?""").params(Scope.local(), person).update();
    jdbc.sql("update debits.item set person_id = null where local_id = ? and person_id = ?")
        .params(Scope.local(), person)
        .update();
    List<UUID> given = jdbc
        .sql("select id from debits.mandate where local_id = ? and person_id = ? order by id for update")
        .params(Scope.local(), person)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list();
    for (UUID mandate : given) {
      mandates.revoke(mandate);
      if (disputable(mandate, kept)) {
        jdbc.sql("update debits.mandate set person_id = null, shown = null where local_id = ? and id = ?")
            .params(Scope.local(), mandate)
            .update();
      } else {
        mandates.delete(mandate);
      }
    }
  }

  /** Whether something by it may be disputed: it was collected since, or is in the hands of a bank. */
  private boolean disputable(UUID mandate, LocalDate kept) {
    return jdbc.sql("""
        select exists (select 1 from debits.item i
          join debits.collection c on c.local_id = i.local_id and c.id = i.collection_id
          where i.local_id = ? and i.mandate_id = ?
            and (i.state = 'filed' or i.state in ('taken', 'returned') and c.due_on >= ?))""")
        .params(Scope.local(), mandate, java.sql.Date.valueOf(kept))
        .query(Boolean.class)
        .single();
  }

  @Override
  public boolean inUse(Collection<UUID> people) {
    return jdbc.sql("""
        select exists (select 1 from debits.mandate where local_id = ? and person_id in (select unnest(?::uuid[])))""")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query(Boolean.class)
        .single();
  }

  @Override
  public int order() { return 63; }

  @Override
  public List<Section> about(UUID person) {
    var sections = new ArrayList<Section>();
    List<Entry> given = mandates.of(person, MOST).stream().map(DebitsForgotten::mandate).toList();
    if (!given.isEmpty()) {
      sections.add(new Section("debit-mandates", "own.debits.mandates", given));
    }
    List<Entry> asked = items.of(person, MOST).stream().map(DebitsForgotten::item).toList();
    if (!asked.isEmpty()) {
      sections.add(new Section("debits", "own.debits", asked));
    }
    return sections;
  }

  @Override
  public List<String> stays() { return List.of("own.debits.stays"); }

  private static Entry mandate(DebitMandate mandate) {
    var facts = new ArrayList<Fact>(
        List.of(new Fact("reference", "own.debits.reference", new Text(mandate.reference())),
            new Fact("signed", "own.debits.signed", new Day(mandate.signedOn())),
            new Fact("holder", "own.debits.holder", new Text(mandate.holder())),
            new Fact("account", "own.debits.account", new Text(mandate.grouped())),
            new Fact("state", "own.debits.state",
                new Word(mandate.state().key(), "debits.state." + mandate.state().key()))));
    mandate.bic().ifPresent(bic -> facts.add(new Fact("bank", "own.debits.bic", new Text(bic))));
    mandate.address().ifPresent(at -> facts.add(new Fact("address", "own.debits.address", new Text(at.line()))));
    if (!mandate.shown().isEmpty()) {
      facts.add(new Fact("shown", "own.debits.shown", new Text(String.join("\n", mandate.shown()))));
    }
    mandate.reason().ifPresent(why -> facts.add(new Fact("reason", "own.debits.reason", new Text(why.code()))));
    mandate.ended().ifPresent(day -> facts.add(new Fact("ended", "own.debits.ended", new Day(day))));
    return new Entry(facts);
  }

  private static final Map<DebitItem.State, String> STATES = Map.of(DebitItem.State.MADE, "debits.item.made",
      DebitItem.State.LEFT_OUT, "debits.item.left-out", DebitItem.State.FILED, "debits.item.filed",
      DebitItem.State.REJECTED, "debits.item.rejected", DebitItem.State.TAKEN, "debits.item.taken",
      DebitItem.State.RETURNED, "debits.item.returned", DebitItem.State.DROPPED, "debits.item.dropped");

  private static Entry item(DebitItem item) {
    var facts = new ArrayList<Fact>(List.of(new Fact("day", "own.debits.day", new Day(item.due())),
        new Fact("amount-minor", "own.debits.amount", new Count(item.amount())),
        new Fact("state", "own.debits.state",
            new Word(item.state().key(), STATES.getOrDefault(item.state(), "debits.item.made")))));
    item.reason().ifPresent(why -> facts.add(new Fact("reason", "own.debits.reason", new Text(why.code()))));
    return new Entry(facts);
  }
}
