// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.groundwork.Groundwork;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Caller;
import org.groundwork.platform.access.Callers;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.tenancy.LocalId;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.reinforcement.Reinforcement;
import org.groundwork.reinforcement.Reinforcements;
import org.groundwork.reinforcement.Waves;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Ranks the members of one large local for calls, as the application does it: as {@code gw_app}, within row security.
 * Beside it, in the same run, the plain statement that sorts everybody who can come. Prints percentiles and the ratio;
 * exit 1 above 200 ms.
 *
 * <p>Arguments: a directory for the data, which is made anew, and the number of members who can be called.
 */
public final class ReinforcementBench {
  private static final long GOAL_NANOS = 200_000_000;
  private static final int CALLS = 40;
  private static final int TIMES = 10;
  private static final int MANY = 150;
  private static final String PLAIN = """
      select r.person_id from reinforcement.ready r
      join roll.api_person_now n on n.local_id = r.local_id and n.id = r.person_id
      where r.local_id = :local and r.slots & :slots <> 0 and (:can = 0 or r.can & :can <> 0)
        and exists (select 1 from roll.api_membership m where m.local_id = :local and m.person_id = n.person_id
          and m.state = 'active')
        and not exists (select 1 from roll.api_position b where b.local_id = :local and b.person_id = n.person_id
          and b.boss_side)
        and not exists (select 1 from reinforcement.asked a where a.local_id = :local and a.person_id = n.person_id
          and a.call_id = :call)
        and (select count(*) from reinforcement.asked w where w.local_id = :local and w.person_id = n.person_id
          and w.asked_at > :since) < 2
      order by (r.site_id is distinct from :site::uuid), md5(r.person_id::text || :call::text) limit :many""";

  private ReinforcementBench() {}

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{2,6}")) {
      System.err.println("usage: ReinforcementBench DIRECTORY MEMBERS");
      System.exit(2);
    }
    boolean met;
    try (var application = SpringApplication.run(Groundwork.class, "--server.port=0",
        "--groundwork.data=" + Path.of(arguments[0]).toAbsolutePath())) {
      met = measure(application, Integer.parseInt(arguments[1]));
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean measure(ConfigurableApplicationContext application, int members) throws Exception {
    var opened = application.getBean(Accounts.class).open("en", "271828", false);
    var local = application.getBean(Founding.class)
        .found(opened.account(), "Ana", new Locals.Profile("Bench", Locale.ENGLISH, ZoneId.of("UTC"),
            Currency.getInstance("USD")));
    long began = System.nanoTime();
    var sites = new ReinforcementSeed(application, local.id()).fill(members);
    System.out.printf("seeded %,d members who can be called in %d s%n", members,
        (System.nanoTime() - began) / 1_000_000_000L);
    var calls = calls(application, local, opened.account(), sites);
    var ranked = new ArrayList<Long>();
    var plain = new ArrayList<Long>();
    for (int round = -1; round < TIMES; round++) {
      for (UUID call : calls) {
        long took = timed(application, local.id(), () -> application.getBean(Waves.class).nearest(call, MANY).size());
        if (round >= 0) {
          ranked.add(took);
        }
      }
    }
    for (UUID call : calls) {
      plain.add(timed(application, local.id(), () -> plain(application, local.id(), call, sites.getFirst())));
    }
    return report(ranked, plain);
  }

  /** Calls for different places, hours and needs; each has asked its first wave. */
  private static List<UUID> calls(ConfigurableApplicationContext application, Locals.Entry local, UUID account,
      List<UUID> sites) throws Exception {
    var transactions = application.getBean(Transactions.class);
    Instant now = application.getBean(Clock.class).instant();
    UUID ana = Tenancy.in(local.id(), () -> transactions.read(() -> application.getBean(JdbcClient.class)
        .sql("select person_id from platform.affiliation where local_id = ? and account_id = ?")
        .params(local.id().value(), account)
        .query(UUID.class)
        .single()));
    var actor = new Caller.Actor(account, false, local.id(), local.handle(), ana, List.of());
    var needs = Reinforcement.Need.values();
    var made = new ArrayList<UUID>();
    for (int i = 0; i < CALLS; i++) {
      Instant starts = now.plus(Duration.ofHours(5L * i));
      var call = new Reinforcements.NewCall(Reinforcement.Urgency.PLANNED, needs[i % needs.length], 50, "Picket",
          "Area " + i % ReinforcementSeed.AREAS, "9 Elm Street",
          new Reinforcement.When(starts, starts.plus(Duration.ofHours(2)), ZoneId.of("UTC")),
          new Reinforcement.Ties(Optional.empty(), Optional.empty(),
              i % 4 == 3 ? Optional.empty() : Optional.of(sites.get(i * 7 % sites.size())), Optional.empty()));
      made.add(Tenancy.in(local.id(), () -> Callers.as(actor,
          () -> transactions.write(() -> application.getBean(Reinforcements.class).call(call)))));
    }
    return made;
  }

  private static int plain(ConfigurableApplicationContext application, LocalId local, UUID call, UUID site) {
    return application.getBean(JdbcClient.class)
        .sql(PLAIN)
        .param("local", local.value())
        .param("slots", 268_435_455)
        .param("can", 0)
        .param("call", call)
        .param("since", java.sql.Timestamp.from(Instant.EPOCH))
        .param("site", site)
        .param("many", MANY)
        .query((rs, i) -> rs.getObject(1, UUID.class))
        .list()
        .size();
  }

  private static long timed(ConfigurableApplicationContext application, LocalId local,
      java.util.function.Supplier<Integer> work) throws Exception {
    long start = System.nanoTime();
    int found = Tenancy.in(local, () -> application.getBean(Transactions.class).read(work));
    if (found == 0) {
      throw new IllegalStateException("a call found nobody to ask");
    }
    return System.nanoTime() - start;
  }

  private static boolean report(List<Long> ranked, List<Long> plain) {
    long[] ours = ranked.stream().mapToLong(Long::longValue).sorted().toArray();
    long[] theirs = plain.stream().mapToLong(Long::longValue).sorted().toArray();
    print("ranking", ours);
    print("plain sorting", theirs);
    System.out.printf("ratio of medians %.4f%n", (double) at(ours, 50) / at(theirs, 50));
    return at(ours, 95) <= GOAL_NANOS;
  }

  private static void print(String name, long[] sorted) {
    System.out.printf("%-14s p50 %7.2f ms  p95 %7.2f ms  worst %7.2f ms  of %d%n", name, at(sorted, 50) / 1e6,
        at(sorted, 95) / 1e6, at(sorted, 100) / 1e6, sorted.length);
  }

  private static long at(long[] sorted, int percent) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
  }
}
