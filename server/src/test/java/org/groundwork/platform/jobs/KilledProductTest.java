// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.groundwork.platform.database.DatabaseRole;
import org.groundwork.platform.database.Visit;
import org.groundwork.platform.internal.InstallationSecret;
import org.groundwork.support.ProductProcess;
import org.groundwork.support.Upload;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The product is killed hard, twice, while it imports a register; the import ends as if nothing had happened. */
class KilledProductTest {
  private static final int HOUSES = 20_000;
  private static final int OWNERS = 4_000;
  private static final Duration LONG = Duration.ofMinutes(4);
  private Path data = Path.of("");

  @BeforeEach
  void makeDirectory() throws IOException {
    data = Files.createTempDirectory("groundwork-killed",
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x")));
  }

  @AfterEach
  void removeDirectory() throws IOException {
    try (var files = Files.walk(data)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    }
  }

  @Test
  void endsAnImportExactlyOnceHoweverItIsKilled() throws Exception {
    UUID job;
    Visitor administrator;
    try (var product = ProductProcess.start(data)) {
      administrator = founded(product);
      job = upload(administrator, "city");
      Awaitility.await("the import is at work").atMost(LONG).until(() -> state(job).equals("running"));
      product.kill();
    }
    String seen = progress(job);
    try (var product = ProductProcess.start(data)) {
      assertThat(product.visitor(administrator).get("/installation/jobs/" + job).status()).isEqualTo(200);
      Awaitility.await("the import is taken up again")
          .atMost(LONG)
          .until(() -> number("select fence from platform.job where id = '" + job + "'") >= 2);
      Awaitility.await("and gets on")
          .atMost(LONG)
          .until(() -> !progress(job).equals(seen) || state(job).equals("done"));
      product.killTheWholeTree();
    }
    try (var product = ProductProcess.start(data)) {
      Awaitility.await("the import ends").atMost(LONG).until(() -> state(job).equals("done"));
      assertThat(number("select count(*) from target.register_site")).isEqualTo(HOUSES);
      assertThat(number("select (counts::json ->> 'sites')::bigint from platform.job where id = '" + job + "'"))
          .isEqualTo(HOUSES);
      String networks = networks();
      var again = upload(product.visitor(administrator), "city");
      Awaitility.await("the same file, imported without a kill").atMost(LONG).until(() -> state(again).equals("done"));
      assertThat(networks()).isEqualTo(networks);
      assertThat(number("select count(*) from target.register_site")).isEqualTo(HOUSES);
    }
  }

  private static Visitor founded(ProductProcess product) {
    var visitor = product.visitor();
    visitor.get("/start/you");
    var answer = visitor.post("/start/you", "name", "Ana", "pin", "271828", "zone", "America/New_York", "currency",
        "USD");
    assertThat(answer.status()).isEqualTo(303);
    return visitor;
  }

  private static UUID upload(Visitor administrator, String code) {
    administrator.get("/installation/registers");
    var answer = administrator.upload("/installation/registers",
        new Upload("files", "register.csv", register().getBytes(StandardCharsets.UTF_8)), "name", "Invented", "code",
        code, "mapping", "hpd-buildings", "isPublic", "on");
    String path = answer.location().orElseThrow(() -> new AssertionError(answer.status() + answer.body()));
    return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
  }

  /** Houses of invented owners, each of whom signs for five through a company for each. */
  private static String register() {
    var csv = new StringBuilder("bbl,bin,housenumber,streetname,zip,boro,registrationid,lastregistrationdate,"
        + "registrationenddate,corpnames,businessaddrs,owners,totalviolations,openviolations,unitsres,yearbuilt,evictions,"
        + "rsunits2007,rsunits2017,lat,lng\n");
    for (int at = 0; at < HOUSES; at++) {
      int owner = at % OWNERS;
      csv.append(String.format(java.util.Locale.ROOT,
          "9%09d,%d,%d,STREET %d,%05d,INVENTED,%d,2026-01-15,2026-12-31,HOUSE %d LLC,%d OFFICE PLAZA %05d,"
              + "HeadOfficer=OWNER%d FAMILY%d,0,0,%d,1950,,,,,%n",
          at + 1, 5_000_000 + at, 1 + at % 300, at / 300, 9901 + at % 8, 700_000 + at, at, owner, 9901 + owner % 8,
          owner, owner, 4 + at % 40));
    }
    return csv.toString();
  }

  private String state(UUID job) throws SQLException {
    return text("select coalesce((select state from platform.job where id = '" + job + "'), '')");
  }

  private String progress(UUID job) throws SQLException {
    return text("select done from platform.job where id = '" + job + "'");
  }

  private String networks() throws SQLException {
    return text("select md5(string_agg(id || '>' || network_id, ',' order by id)) || count(distinct network_id)"
        + " from target.register_site");
  }

  private long number(String question) throws SQLException { return Long.parseLong(text("select (" + question + ")")); }

  private String text(String question) throws SQLException {
    byte[] secret = InstallationSecret.at(data.resolve("keys/installation.secret"), new SecureRandom())
        .derive("database passwords");
    try (var visit = Visit.embedded(data.resolve("postgres"), secret);
        var connection = visit.as(DatabaseRole.OPS);
        var statement = connection.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }
}
