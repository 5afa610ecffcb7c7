// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.campaign;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.SubjectRef;
import org.groundwork.platform.audit.Audit;
import org.groundwork.platform.ids.Ids;
import org.groundwork.platform.ids.Tokens;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.roll.People;
import org.groundwork.roll.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Handing a letter or petition over. Until then no paper of ours has a name on it; then the list is frozen, and whoever
 * signs later is after it. Nobody of the boss's side is on it. Runs inside the caller's transaction.
 */
public final class Deliveries {
  private final JdbcClient jdbc;
  private final Sources sources;
  private final Seals seals;
  private final StrengthTests tests;
  private final Letters letters;
  private final People people;
  private final Audit audit;

  /** Where identifiers and time come from. */
  record Sources(Ids ids, Clock clock) {}

  Deliveries(JdbcClient jdbc, Sources sources, Seals seals, StrengthTests tests, Letters letters, People people,
      Audit audit) {
    this.jdbc = jdbc;
    this.sources = sources;
    this.seals = seals;
    this.tests = tests;
    this.letters = letters;
    this.people = people;
    this.audit = audit;
  }

  /**
   * How many stand behind it now.
   *
   * @param have homes of a building or people that did it, as its test counts them
   * @param of homes or jobs of the chart; 0 without one
   * @param named whose names would be printed, in the order of the alphabet
   * @param unnamed how many more are counted and not named
   */
  public record Ready(int have, int of, OptionalInt need, List<Signer> named, int unnamed) {
    public Ready { named = List.copyOf(named); }

    /** Whether fewer did it than it takes. */
    public boolean below() {
      return need.isPresent() && have < need.getAsInt();
    }
  }

  /** Somebody who signed. */
  public record Signer(UUID person, String name) {}

  /**
   * What is said of it.
   *
   * @param brought who hands it over
   * @param got who gets it
   * @param reason why, although fewer did it than it takes
   */
  public record Said(LocalDate on, String brought, String got, Optional<String> reason) {}

  /**
   * What was handed over.
   *
   * @param names how many names were on it
   * @param print stands for exactly its words and names
   */
  public record Delivered(Said said, int have, int of, OptionalInt need, int names, int unnamed, String print,
      Instant frozenAt) {}

  /** What became of the wish to hand it over. */
  public sealed interface Outcome {
    /** The list is frozen. */
    record Done() implements Outcome {}

    /** Fewer did it than it takes, and nobody said why it is handed over all the same. */
    record Below(Ready ready) implements Outcome {}

    /** It was handed over before. */
    record Already() implements Outcome {}
  }

  /**
   * How many stand behind it, and nobody's name.
   *
   * @param have homes of a building or people that did it, as its test counts them
   * @param of homes or jobs of the chart; 0 without one
   */
  public record Strength(int have, int of, OptionalInt need) {}

  /** How many stand behind a rung, over its site's chart. */
  public Strength strength(UUID step, Optional<Site> site, OptionalInt need) {
    return site.map(at -> tests.result(at, step))
        .map(result -> new Strength(result.have(), result.of(), need))
        .orElseGet(() -> {
          var did = tests.whoDid(step);
          return new Strength(did.size() - bossSide(did).size(), 0, need);
        });
  }

  /** How a rung stands, over its site's chart, with the names that would be printed. */
  public Ready ready(UUID step, Optional<Site> site, OptionalInt need) {
    var did = tests.whoDid(step);
    var unnamed = letters.unnamed(step);
    var boss = bossSide(did);
    var named = people.known(did.stream().filter(p -> !unnamed.contains(p) && !boss.contains(p)).toList())
        .entrySet()
        .stream()
        .map(known -> new Signer(known.getKey(), known.getValue().name()))
        .sorted((a, b) -> String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo).compare(a.name(), b.name()))
        .toList();
    int silent = (int) unnamed.stream().filter(person -> !boss.contains(person)).count();
    var strength = strength(step, site, need);
    return new Ready(strength.have(), strength.of(), need, named, silent);
  }

  private Set<UUID> bossSide(Set<UUID> of) {
    return new HashSet<>(jdbc.sql("""
        select distinct n.person_id from roll.api_position p
        join roll.api_person_now n on n.local_id = p.local_id and n.id = p.person_id
        where p.local_id = ? and p.boss_side and n.person_id in (select unnest(?::uuid[]))""")
        .params(local(), of.toArray(UUID[]::new))
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list());
  }

  /** Freezes the list: from now on these are the names, and whoever signs is after it. */
  public Outcome deliver(UUID step, Optional<Site> site, OptionalInt need, Said said) {
    Letters.lock(jdbc, step);
    if (letters.frozen(step)) {
      return new Outcome.Already();
    }
    var ready = ready(step, site, need);
    if (ready.below() && said.reason().isEmpty()) {
      return new Outcome.Below(ready);
    }
    insert(step, ready, said);
    for (int at = 0; at < ready.named().size(); at++) {
      insert(step, at, ready.named().get(at));
    }
    audit.record(ready.below() ? "letter-delivered-early" : "letter-delivered", new SubjectRef("step", step),
        ready.named().size() + " names, " + ready.unnamed() + " without");
    return new Outcome.Done();
  }

  private void insert(UUID step, Ready ready, Said said) {
    String words = letters.text(step).map(Letters.Text::body).orElse("");
    jdbc.sql("""
        insert into campaign.delivery (local_id, id, delivered_on, brought, got, reason, have, total, need, names,
          unnamed, print, frozen_at, changed_by, changed_at)
        values (:local, :id, :on, :brought, :got, :reason::bytea, :have, :total, :need::integer, :names, :unnamed,
          :print, :now, :by, :now)""")
        .param("local", local())
        .param("id", step)
        .param("on", Date.valueOf(said.on()))
        .param("brought", seals.seal("delivery", "brought", step, said.brought()))
        .param("got", seals.seal("delivery", "got", step, said.got()))
        .param("reason", seals.seal("delivery", "reason", step, ready.below() ? said.reason() : Optional.empty()))
        .param("have", ready.have())
        .param("total", ready.of())
        .param("need", ready.need().isPresent() ? ready.need().getAsInt() : null)
        .param("names", ready.named().size())
        .param("unnamed", ready.unnamed())
        .param("print", seals.seal("delivery", "print", step,
            print(words, ready.named().stream().map(Signer::name).toList())))
        .param("now", Timestamp.from(sources.clock().instant()))
        .param("by", Callers.actor().person())
        .update();
  }

  private void insert(UUID step, int at, Signer signer) {
    UUID id = sources.ids().next();
    jdbc.sql("""
        insert into campaign.delivered_name (local_id, id, step_id, person_id, position, name, changed_by, changed_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(local(), id, step, signer.person(), at, seals.seal("delivered_name", "name", id, signer.name()),
            Callers.actor().person(), Timestamp.from(sources.clock().instant()))
        .update();
  }

  /** Opens the list again, for a day that did not come to pass; false once the day is over. */
  public boolean reopen(UUID step, LocalDate today) {
    Letters.lock(jdbc, step);
    if (of(step).filter(made -> !today.isAfter(made.said().on())).isEmpty()) {
      return false;
    }
    jdbc.sql("delete from campaign.delivery where local_id = ? and id = ?").params(local(), step).update();
    audit.record("letter-reopened", new SubjectRef("step", step), "");
    return true;
  }

  /** What was handed over, if it was. */
  public Optional<Delivered> of(UUID step) {
    return jdbc.sql("""
        select delivered_on, brought, got, reason, have, total, need, names, unnamed, print, frozen_at
        from campaign.delivery where local_id = ? and id = ?""")
        .params(local(), step)
        .query((rs, i) -> row(step, rs))
        .optional();
  }

  private Delivered row(UUID step, ResultSet rs) throws SQLException {
    var said = new Said(rs.getDate(1).toLocalDate(), seals.open("delivery", "brought", step, rs.getBytes(2)),
        seals.open("delivery", "got", step, rs.getBytes(3)),
        seals.openIfAny("delivery", "reason", step, rs.getBytes(4)));
    @Nullable
    Integer need = rs.getObject(7, Integer.class);
    return new Delivered(said, rs.getInt(5), rs.getInt(6),
        need == null ? OptionalInt.empty() : OptionalInt.of(need), rs.getInt(8), rs.getInt(9),
        seals.open("delivery", "print", step, rs.getBytes(10)), rs.getTimestamp(11).toInstant());
  }

  /** The names that were on it, in their order; without those of people who had their record deleted since. */
  public List<Signer> names(UUID step) {
    return jdbc.sql("""
        select id, person_id, name from campaign.delivered_name where local_id = ? and step_id = ? order by position""")
        .params(local(), step)
        .query((rs, i) -> new Signer(rs.getObject(2, UUID.class),
            seals.open("delivered_name", "name", rs.getObject(1, UUID.class), rs.getBytes(3))))
        .list();
  }

  /** How many signed after the list was frozen. */
  public int after(UUID step) {
    return jdbc.sql("""
        select count(*) from campaign.step_act a
        join campaign.delivery d on d.local_id = a.local_id and d.id = a.step_id
        where a.local_id = ? and a.step_id = ? and a.noted_at > d.frozen_at""")
        .params(local(), step)
        .query(Integer.class)
        .single();
  }

  /** Stands for these words and names, and no others. */
  static String print(String words, List<String> names) {
    var all = new ArrayList<String>();
    Stream.concat(Stream.of(words), names.stream()).map(part -> part.length() + ":" + part).forEach(all::add);
    return HexFormat.of().formatHex(Tokens.hash(all.stream().collect(Collectors.joining())), 0, 12);
  }

  private static UUID local() { return Tenancy.current().value(); }
}
