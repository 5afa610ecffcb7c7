// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.debits;

import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.groundwork.dues.Charge;
import org.groundwork.dues.Charges;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of whom dues would be collected on a day, and who is left out and why. Looks at some people at a time, so that any number needs no
 * more memory. Runs inside the caller's transaction.
 */
public final class Candidates {
  /** The most payments of one collection; who is left then is asked by the next. */
  public static final int MOST_ITEMS = 10_000;
  /** The highest amount of a direct debit, in cents: 999,999,999.99 euro. */
  public static final long MOST_AMOUNT = 99_999_999_999L;
  private static final UUID FIRST = new UUID(0, 0);
  private static final int AT_ONCE = 500;
  private final JdbcClient jdbc;
  private final DebitMandates mandates;
  private final Charges charges;
  private final DebitBanks banks;

  Candidates(JdbcClient jdbc, DebitMandates mandates, Charges charges, DebitBanks banks) {
    this.jdbc = jdbc;
    this.banks = banks;
    this.mandates = mandates;
    this.charges = charges;
  }

  /** Why nothing is collected of somebody with open dues and a mandate. */
  public enum Why {
    /** They took it back. */
    REVOKED,
    /** A bank said that nothing can be collected by it. */
    REFUSED,
    /** Nothing was collected by it for three years. */
    LAPSED,
    /** It ended in another way. */
    ENDED,
    /** All that is open is asked for by another collection. */
    UNDER_WAY,
    /** It is more than a direct debit can be. */
    TOO_LARGE,
    /** The mandate is signed later than the day. */
    TOO_EARLY,
    /** The account is outside of the European Economic Area, and the mandate does not name its bank. */
    NO_BANK;

    /** As texts have it. */
    public String key() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }
  }

  /**
   * Somebody of whom nothing is collected.
   *
   * @param mandate which one is to be mended; empty where nothing of it can be
   */
  public record Left(UUID person, Why why, Optional<UUID> mandate) {
    Left(UUID person, Why why) { this(person, why, Optional.empty()); }
  }

  /** What is asked for one charge. */
  record OfCharge(LocalDate period, UUID plan, long amount) {}

  /** What is asked of somebody. */
  record Asked(UUID person, UUID mandate, String reference, List<OfCharge> charges) {
    Asked { charges = List.copyOf(charges); }

    long amount() { return charges.stream().mapToLong(OfCharge::amount).reduce(0, Math::addExact); }
  }

  /**
   * Some of those who ever gave a mandate.
   *
   * @param nothing who of them is asked for nothing until the day
   * @param last the last of them; empty if nobody comes after them
   */
  record Some(List<Asked> asked, List<Left> left, int nothing, Optional<UUID> last) {}

  /** Those who come after somebody, at most {@code most}. */
  Some after(UUID after, LocalDate due, int most) {
    List<DebitMandates.Standing> some = mandates.standing(after, most);
    List<UUID> people = some.stream().map(DebitMandates.Standing::person).toList();
    Map<UUID, List<Charge>> open = charges.asked(people, due)
        .stream()
        .filter(each -> !each.due().isAfter(due))
        .collect(Collectors.groupingBy(Charge::person));
    Set<Key> asked = asked(people);
    var found = new ArrayList<Asked>();
    var left = new ArrayList<Left>();
    int nothing = 0;
    for (DebitMandates.Standing each : some) {
      List<Charge> owed = open.getOrDefault(each.person(), List.of());
      if (owed.isEmpty()) {
        nothing++;
        continue;
      }
      var would = new Asked(each.person(), each.mandate(), each.reference(), free(each.person(), owed, asked));
      why(each, would, due).ifPresentOrElse(why -> left.add(new Left(each.person(), why)), () -> found.add(would));
    }
    Set<UUID> nameless = banks.missing(found.stream().map(Asked::mandate).toList());
    found.stream()
        .filter(each -> nameless.contains(each.mandate()))
        .forEach(each -> left.add(new Left(each.person(), Why.NO_BANK, Optional.of(each.mandate()))));
    found.removeIf(each -> nameless.contains(each.mandate()));
    return new Some(found, left, nothing,
        some.size() < most ? Optional.empty() : Optional.of(some.getLast().person()));
  }

  private static Optional<Why> why(DebitMandates.Standing mandate, Asked would, LocalDate due) {
    if (!mandate.inForce()) {
      return Optional.of(switch (mandate.state()) {
        case REVOKED -> Why.REVOKED;
        case REFUSED -> Why.REFUSED;
        case LAPSED -> Why.LAPSED;
        case WAITING, ACTIVE, REPLACED, USED_UP -> Why.ENDED;
      });
    }
    if (mandate.lapsedOn(due)) {
      return Optional.of(Why.LAPSED);
    }
    if (mandate.signedOn().isAfter(due)) {
      return Optional.of(Why.TOO_EARLY);
    }
    if (would.charges().isEmpty()) {
      return Optional.of(Why.UNDER_WAY);
    }
    return would.amount() > MOST_AMOUNT ? Optional.of(Why.TOO_LARGE) : Optional.empty();
  }

  /** A charge of somebody. */
  private record Key(UUID person, LocalDate period, UUID plan) {}

  /** What no other collection asks for. */
  private static List<OfCharge> free(UUID person, List<Charge> owed, Set<Key> asked) {
    Map<Key, Long> sums = new LinkedHashMap<>();
    for (Charge each : owed) {
      var key = new Key(person, each.period(), each.plan());
      if (!asked.contains(key)) {
        sums.merge(key, each.open(), Math::addExact);
      }
    }
    return sums.entrySet()
        .stream()
        .map(each -> new OfCharge(each.getKey().period(), each.getKey().plan(), each.getValue()))
        .toList();
  }

  private Set<Key> asked(List<UUID> people) {
    return new HashSet<>(jdbc.sql("""
        select n.person_id, c.period, c.plan_id from debits.item_charge c
        join roll.api_person_now n on n.local_id = c.local_id and n.id = c.person_id
        where c.local_id = ? and c.live and n.person_id in (select unnest(?::uuid[]))""")
        .params(Scope.local(), people.toArray(UUID[]::new))
        .query((rs, i) -> new Key(rs.getObject(1, UUID.class), rs.getDate(2).toLocalDate(),
            rs.getObject(3, UUID.class)))
        .list());
  }

  /**
   * What a collection would come to.
   *
   * @param items of how many something is collected
   * @param sum of all, in cents
   * @param left some of those who are left out, at most as many as were asked for
   * @param leftOut how many of those there are
   * @param nothing how many gave a mandate and owe nothing until the day
   * @param beyond how many more than {@link #MOST_ITEMS} there are
   */
  public record Preview(int items, long sum, List<Left> left, int leftOut, int nothing, int beyond) {
    public Preview { left = List.copyOf(left); }
  }

  /** What a collection on a day would come to now, with at most {@code most} of those who are left out. */
  public Preview preview(LocalDate due, int most) {
    var left = new ArrayList<Left>();
    int items = 0;
    int leftOut = 0;
    int nothing = 0;
    int beyond = 0;
    long sum = 0;
    Optional<UUID> at = Optional.of(FIRST);
    while (at.isPresent()) {
      Some some = after(at.get(), due, AT_ONCE);
      for (Asked each : some.asked()) {
        if (items < MOST_ITEMS) {
          items++;
          sum = Math.addExact(sum, each.amount());
        } else {
          beyond++;
        }
      }
      some.left().stream().limit(most - left.size()).forEach(left::add);
      leftOut += some.left().size();
      nothing += some.nothing();
      at = some.last();
    }
    return new Preview(items, sum, left, leftOut, nothing, beyond);
  }

  /**
   * Which of some charges of one person are open with at least what is asked for them.
   *
   * @param open what is open of some people, as {@link Charges#open(java.util.Collection)} has it
   */
  static boolean stillOpen(UUID person, List<OfCharge> asked, List<Charge> open) {
    return asked.stream()
        .allMatch(each -> open.stream()
            .filter(charge -> charge.person().equals(person) && charge.period().equals(each.period())
                && charge.plan().equals(each.plan()))
            .mapToLong(Charge::open)
            .reduce(0, Math::addExact) >= each.amount());
  }

  /** What some items ask for. */
  Map<UUID, List<OfCharge>> asked(Set<UUID> items) {
    Map<UUID, List<OfCharge>> found = new LinkedHashMap<>();
    jdbc.sql("""
        select item_id, period, plan_id, amount from debits.item_charge
        where local_id = ? and item_id in (select unnest(?::uuid[])) order by item_id, period, plan_id""")
        .params(Scope.local(), items.toArray(UUID[]::new))
        .query(rs -> {
          found.computeIfAbsent(rs.getObject(1, UUID.class), _ -> new ArrayList<>())
              .add(new OfCharge(rs.getDate(2).toLocalDate(), rs.getObject(3, UUID.class), rs.getLong(4)));
        });
    return found;
  }

  /** Keeps what is asked of somebody with its item. */
  void keep(UUID item, Asked asked) {
    for (OfCharge each : asked.charges()) {
      jdbc.sql("""
          insert into debits.item_charge (local_id, item_id, person_id, period, plan_id, amount, live)
          values (?, ?, ?, ?, ?, ?, true)""")
          .params(Scope.local(), item, asked.person(), Date.valueOf(each.period()), each.plan(), each.amount())
          .update();
    }
  }

  /** What some items ask for may be asked for again. */
  void free(List<UUID> items) {
    jdbc.sql("""
        update debits.item_charge set live = false
        where local_id = ? and item_id in (select unnest(?::uuid[])) and live""")
        .params(Scope.local(), items.toArray(UUID[]::new))
        .update();
  }

  /** What an item asks for may be asked for again. */
  void free(UUID item) {
    jdbc.sql("update debits.item_charge set live = false where local_id = ? and item_id = ? and live")
        .params(Scope.local(), item)
        .update();
  }
}
