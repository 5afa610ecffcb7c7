// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.groundwork.Groundwork;
import org.groundwork.grievance.CommonCauses;
import org.groundwork.grievance.GrievanceKind;
import org.groundwork.grievance.Grievances;
import org.groundwork.grievance.NewGrievance;
import org.groundwork.platform.access.Accounts;
import org.groundwork.platform.access.Founding;
import org.groundwork.platform.database.DatabaseAccess;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.money.Money;
import org.groundwork.platform.tenancy.Locals;
import org.groundwork.platform.tenancy.Tenancy;
import org.groundwork.platform.tenancy.Transactions;
import org.postgresql.PGConnection;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Measures the live view of common causes over many grievances in one local, as the application reads it (as
 * {@code gw_app}, within row security), beside the plain grouping of all rows that it replaces, in the same run; and how
 * long a new report takes until the view shows it. Exit 1 above 40 ms or one second.
 *
 * <p>Arguments: a directory for the data, which is made and kept, and the number of grievances.
 */
public final class CommonCausesBench {
  private static final long SEED = 20261124;
  private static final int READS = 400;
  private static final int REPORTS = 60;
  private static final int NETWORKS = 2_000;

  private CommonCausesBench() {}

  /** Seeds and measures. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length != 2 || !arguments[1].matches("[1-9][0-9]{2,6}")) {
      System.err.println("usage: CommonCausesBench DIRECTORY GRIEVANCES");
      System.exit(2);
    }
    boolean met;
    try (var application = SpringApplication.run(Groundwork.class, "--server.port=0",
        "--groundwork.data=" + Path.of(arguments[0]).toAbsolutePath())) {
      met = measure(application, Integer.parseInt(arguments[1]));
    }
    System.exit(met ? 0 : 1);
  }

  private static boolean measure(ConfigurableApplicationContext application, int grievances) throws Exception {
    var opened = application.getBean(Accounts.class).open("en", "271828", false);
    var local = application.getBean(Founding.class)
        .found(opened.account(), "Ana",
            new Locals.Profile("Bench", Locale.ENGLISH, ZoneId.of("UTC"), Currency.getInstance("USD")));
    var transactions = application.getBean(Transactions.class);
    copy(application, local.id().value(), grievances);
    Tenancy.in(local.id(), () -> transactions.write(() -> register(application)));
    var causes = application.getBean(CommonCauses.class);
    var jdbc = application.getBean(JdbcClient.class);
    long[] view = new long[READS];
    long[] plain = new long[READS / 10];
    for (int i = -50; i < READS; i++) {
      long start = System.nanoTime();
      Tenancy.in(local.id(), () -> transactions.read(() -> causes.largest("USD", 50)));
      if (i >= 0) {
        view[i] = System.nanoTime() - start;
      }
      if (i >= 0 && i % 10 == 0) {
        long began = System.nanoTime();
        Tenancy.in(local.id(), () -> transactions.read(() -> jdbc.sql("""
            select kind, network_id, count(*), count(distinct register_site) from grievance.grievance
            where local_id = ? and closed_as is null group by kind, network_id order by 3 desc limit 50""")
            .param(local.id().value())
            .query()
            .listOfRows()));
        plain[i / 10] = System.nanoTime() - began;
      }
    }
    long[] shown = reports(application, local, transactions, causes);
    print("view of the 50 largest", view);
    print("plain grouping of all", plain);
    print("report until shown", shown);
    System.out.printf(Locale.ROOT, "plain / view, p50: %.0f times%n", at(plain, 50) / at(view, 50));
    return at(view, 95) <= 40 && at(shown, 100) <= 1_000;
  }

  /** Reports against the largest cause until the view counts one more. */
  private static long[] reports(ConfigurableApplicationContext application, Locals.Entry local,
      Transactions transactions,
      CommonCauses causes) throws Exception {
    var grievances = application.getBean(Grievances.class);
    long[] nanos = new long[REPORTS];
    for (int i = 0; i < REPORTS; i++) {
      int before = Tenancy.in(local.id(), () -> transactions.read(() -> people(causes)));
      long start = System.nanoTime();
      Tenancy.in(local.id(),
          () -> transactions.write(() -> grievances.report(new NewGrievance(GrievanceKind.RENT_RISE, Optional.empty(),
              Optional.empty(), Optional.of("bench:0"), "", Optional.empty(),
              Optional.of(new Money(100, Currency.getInstance("USD"))), "", "", Locale.ENGLISH,
              NewGrievance.CameBy.FORM), Optional.empty())));
      int after = Tenancy.in(local.id(), () -> transactions.read(() -> people(causes)));
      nanos[i] = System.nanoTime() - start;
      if (after != before + 1) {
        throw new IllegalStateException("the view does not show the new report: " + before + " then " + after);
      }
    }
    return nanos;
  }

  private static int people(CommonCauses causes) {
    return causes.of(GrievanceKind.RENT_RISE, "bench:0", "USD").map(CommonCauses.Cause::people).orElse(0);
  }

  /** One place of a register, so that a report finds its network; then every cause counted. */
  private static boolean register(ConfigurableApplicationContext application) {
    var jdbc = application.getBean(JdbcClient.class);
    jdbc.sql("set local statement_timeout = 0").update();
    jdbc.sql(
        "insert into target.register (id, name, mapping, state, created_at) values (?, 'bench', 'bench', 'done', now()) on conflict do nothing")
        .param(new UUID(0, 1))
        .update();
    jdbc.sql("""
        insert into target.register_site (id, register_id, address, address_key, network_id)
        values ('bench:0', ?, '1 BENCH STREET', '1 bench st', 'bench:0') on conflict do nothing""")
        .param(new UUID(0, 1))
        .update();
    application.getBean(Grievances.class).countCausesAnew();
    return true;
  }

  /** Networks of very different size: the share of network n falls as 1/n, as with real owners. */
  private static void copy(ConfigurableApplicationContext application, UUID local, int grievances)
      throws SQLException, IOException {
    var random = new Random(SEED);
    var rows = new StringBuilder();
    var kinds = GrievanceKind.values();
    var today = LocalDate.ofInstant(Instant.now(), ZoneId.of("UTC"));
    for (int i = 0; i < grievances; i++) {
      int network = (int) Math.min(NETWORKS - 1, Math.floor(Math.exp(random.nextDouble() * Math.log(NETWORKS))) - 1);
      rows.append(local)
          .append('\t')
          .append(new UUID(random.nextLong(), random.nextLong()))
          .append("\tbench:")
          .append(network)
          .append("\tbench:")
          .append(network)
          .append('-')
          .append(random.nextInt(20))
          .append('\t')
          .append(kinds[random.nextInt(kinds.length)].key())
          .append('\t')
          .append(random.nextInt(100_000))
          .append("\tUSD\ten\tform\t")
          .append(random.nextBoolean() ? "2026-01-01" : "\\N")
          .append('\t')
          .append(today.minusDays(random.nextInt(700)))
          .append("\t2026-01-01\n");
    }
    var access = application.getBean(DatabaseAccess.class);
    try (var owner = DriverManager.getConnection(access.url(), DatabaseRole.OWNER.roleName(),
        access.password(DatabaseRole.OWNER))) {
      owner.unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy grievance.grievance (local_id, id, network_id, register_site, kind, "
              + "amount_minor, currency, language, came_by, confirmed_at, reported_on, changed_at) from stdin",
              new StringReader(rows.toString()));
      try (var statement = owner.createStatement()) {
        statement.execute("vacuum (analyze) grievance.grievance");
      }
    }
  }

  private static void print(String what, long[] nanos) {
    System.out.printf(Locale.ROOT, "%-24s p50 %7.2f ms  p95 %7.2f ms  worst %7.2f ms%n", what, at(nanos, 50),
        at(nanos, 95), at(nanos, 100));
  }

  private static double at(long[] nanos, int percent) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)] / 1e6;
  }
}
