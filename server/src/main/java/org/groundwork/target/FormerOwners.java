// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.target;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.groundwork.linkage.Site;
import org.groundwork.target.OwnerChange.Held;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Owners of a register's sites whom it no longer names, found when it is imported: in rows that a newer row of the same
 * file replaced, and in what the import before had left. Runs in the installation's scope, inside the caller's
 * transaction, before the rows of the import before are taken away.
 */
final class FormerOwners {
  private static final int FETCHED = 2_000;
  private static final Comparator<SiteParties.Named> MOST_TELLING = Comparator
      .comparing((SiteParties.Named owner) -> !owner.person())
      .thenComparing(owner -> !owner.role().equals("HeadOfficer"))
      .thenComparing(SiteParties.Named::name)
      .thenComparing(SiteParties.Named::id);
  private final JdbcClient jdbc;

  FormerOwners(JdbcClient jdbc) { this.jdbc = jdbc; }

  /**
   * What is being imported.
   *
   * @param sites the row that counts for each site
   * @param older rows of the same sites that a newer one replaced
   * @param serves whether a company stands at sites of several networks
   */
  record Fresh(UUID register, String code, Map<String, Site> sites, Map<String, List<Site>> older,
      Predicate<UUID> serves) {
    Held held(Site site) {
      return new Held(SiteParties.owners(register, site), site.since(), site.until()).withoutServants(serves);
    }
  }

  /** Somebody who held a site up to a day. */
  record Former(String site, LocalDate until, List<SiteParties.Named> owners) {
    Former { owners = owners.stream().sorted(MOST_TELLING).toList(); }

    String name() { return owners.getFirst().name(); }
  }

  /** Who held sites before, the sites under the identifiers they have in the database. */
  List<Former> found(Fresh fresh, LocalDate today) {
    var found = fromFile(fresh, today);
    var ofSite = new HashMap<String, List<Former>>();
    found.forEach(former -> ofSite.computeIfAbsent(former.site(), _ -> new ArrayList<>()).add(former));
    var known = lastKnown(fresh.register());
    eachBefore(fresh.register(), (site, before) -> {
      Site now = fresh.sites().get(site.substring(fresh.code().length() + 1));
      if (now != null) {
        sold(site, before.withoutServants(fresh.serves()), fresh.held(now), today)
            .filter(former -> ofSite.getOrDefault(site, List.of()).stream().noneMatch(other -> shares(other, former)))
            .filter(former -> former.until().isAfter(known.getOrDefault(site, LocalDate.MIN)))
            .ifPresent(found::add);
      }
    });
    return found;
  }

  private static Optional<Former> sold(String site, Held before, Held now, LocalDate today) {
    return OwnerChange.between(before, now)
        ? Optional.of(new Former(site, OwnerChange.heldUntil(before, now, today).orElse(today.minusDays(1)),
            before.owners()))
        : Optional.empty();
  }

  private static boolean shares(Former one, Former other) {
    return one.owners().stream().anyMatch(a -> other.owners().stream().anyMatch(b -> OwnerChange.same(a, b)));
  }

  /** A file with several dated rows for a site tells its history by itself. */
  private static List<Former> fromFile(Fresh fresh, LocalDate today) {
    var found = new ArrayList<Former>();
    fresh.older().forEach((id, older) -> {
      var rows = new ArrayList<>(older);
      rows.sort(Comparator.comparing(row -> row.asOf().orElse(LocalDate.MIN)));
      rows.add(Objects.requireNonNull(fresh.sites().get(id)));
      for (int at = 1; at < rows.size(); at++) {
        Held before = fresh.held(rows.get(at - 1));
        Held after = fresh.held(rows.get(at));
        if (OwnerChange.between(before, after)) {
          OwnerChange.heldUntil(before, after, today)
              .ifPresent(until -> found.add(new Former(fresh.code() + ":" + id, until, before.owners())));
        }
      }
    });
    return found;
  }

  private Map<String, LocalDate> lastKnown(UUID register) {
    var known = new HashMap<String, LocalDate>();
    jdbc.sql("select site_id, max(until) from target.former where register_id = ? group by site_id")
        .param(register)
        .query(rs -> {
          known.put(rs.getString(1), rs.getObject(2, LocalDate.class));
        });
    return known;
  }

  private interface Before {
    void site(String site, Held held);
  }

  /** Reads what the import before left, site by site, without holding all of it. */
  private void eachBefore(UUID register, Before each) {
    var pending = new Pending(each);
    jdbc.sql("""
        select s.id, s.since, s.until, p.id, p.kind, p.name, sp.role from target.register_site s
        join target.site_party sp on sp.site_id = s.id and sp.owner join target.party p on p.id = sp.party_id
        where s.register_id = ? order by s.id""")
        .withFetchSize(FETCHED)
        .param(register)
        .query(rs -> {
          pending.take(rs.getString(1), Optional.ofNullable(rs.getObject(2, LocalDate.class)),
              Optional.ofNullable(rs.getObject(3, LocalDate.class)), new SiteParties.Named(
                  rs.getObject(4, UUID.class), rs.getString(5), rs.getString(6), rs.getString(7), true, ""));
        });
    pending.hand();
  }

  private static final class Pending {
    private final Before each;
    private final List<SiteParties.Named> owners = new ArrayList<>();
    private String site = "";
    private Optional<LocalDate> since = Optional.empty();
    private Optional<LocalDate> until = Optional.empty();

    Pending(Before each) { this.each = each; }

    void take(String of, Optional<LocalDate> from, Optional<LocalDate> to, SiteParties.Named owner) {
      if (!of.equals(site)) {
        hand();
        site = of;
        since = from;
        until = to;
      }
      owners.add(owner);
    }

    void hand() {
      if (!owners.isEmpty()) {
        each.site(site, new Held(owners, since, until));
        owners.clear();
      }
    }
  }

  /** Keeps who held sites before. One already known with its day stays as it is. */
  void keep(UUID register, List<Former> formers, LocalDate today, Instant now) {
    for (Former former : formers) {
      boolean fresh = jdbc.sql("""
          insert into target.former (site_id, until, register_id, name, noted_on, noted_at, own_network)
          values (?, ?, ?, ?, ?, ?, ?)
          on conflict do nothing""")
          .params(former.site(), former.until(), register, former.name(), today, Timestamp.from(now),
              FormerNetworks.own(former.site(), former.until()))
          .update() == 1;
      if (fresh) {
        former.owners()
            .forEach(owner -> jdbc.sql("""
            insert into target.former_party (site_id, until, party_id, kind, name) values (?, ?, ?, ?, ?)
            on conflict do nothing""")
                .params(former.site(), former.until(), owner.id(), owner.person() ? "person" : "company", owner.name())
                .update());
      }
    }
  }
}
