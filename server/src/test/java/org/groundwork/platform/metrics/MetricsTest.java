// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.tenancy.Transactions;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The figures of a product in use tell how busy it is and of nobody. */
@ExtendWith(ProductExtension.class)
class MetricsTest {
  private static final Pattern LINE = Pattern
      .compile("# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\\{[a-z]+=\"[^\"]*\"(,le=\"[^\"]*\")?})? [0-9.E+-]+");
  private final Durations durations = new Durations();
  private int port;
  private MetricsPort open;

  @BeforeEach
  void open(Product product) throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = socket.getLocalPort();
    }
    open = new MetricsConfiguration().metricsPort(port, durations, product.bean(JdbcClient.class),
        product.bean(Transactions.class), product.clock(), List.copyOf(product.beans(DataSource.class).values()));
    open.start();
  }

  @AfterEach
  void close() { open.stop(); }

  private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
          .timeout(Duration.ofSeconds(10))
          .build(), HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void tellsOfMachinePoolsJobsAndRequests() throws Exception {
    durations.add(RouteClass.of("GET", "/l/abcdefgh12/people"), 20_000_000, false);
    durations.add(RouteClass.of("POST", "/l/abcdefgh12/report"), 300_000_000, true);
    var answer = ask("/metrics");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines().toList()).isNotEmpty().allMatch(line -> LINE.matcher(line).matches());
    assertThat(answer.body()).contains("groundwork_heap_used_bytes ", "groundwork_pool_active{role=\"gw_app\"}",
        "groundwork_pool_max{role=\"gw_auth\"} 3", "groundwork_jobs_waiting ", "groundwork_jobs_running ",
        "groundwork_events_waiting ", "groundwork_mail_waiting ",
        "groundwork_request_seconds_bucket{class=\"read\",le=\"0.025\"} 1",
        "groundwork_request_seconds_bucket{class=\"read\",le=\"0.005\"} 0",
        "groundwork_request_seconds_count{class=\"write\"} 1",
        "groundwork_request_failures_total{class=\"write\"} 1");
  }

  @Test
  void namesNoLocalPersonPathOrForm(Product product, FoundedLocal local) throws Exception {
    local.person(Role.ORGANISER);
    var visitor = local.founder().visitor();
    for (String path : List.of(local.path(""), local.path("people"), "/l/nobody-here/people")) {
      visitor.get(path);
      durations.add(RouteClass.of("GET", path), 1_000_000, false);
    }
    String body = ask("/metrics").body();
    assertThat(body).doesNotContain(local.handle(), local.id().value().toString(), "people", "report", "/l/", "sign-in")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}")
        .doesNotContainPattern("path|route|uri|form=");
    var labels = Pattern.compile("([a-z]+)=\"([^\"]*)\"")
        .matcher(body)
        .results()
        .filter(label -> !label.group(1).equals("le"))
        .map(label -> label.group(2))
        .distinct()
        .toList();
    assertThat(labels).containsExactlyInAnyOrder("gw_app", "gw_auth", "asset", "read", "write");
    assertThat(product).isNotNull();
  }

  @Test
  void answersOnlyThisMachineAndOnlyThatQuestion(Visitor stranger) throws Exception {
    assertThat(ask("/").statusCode()).isEqualTo(404);
    assertThat(ask("/metrics/").statusCode()).isEqualTo(404);
    for (String path : List.of("/metrics", "/actuator/metrics", "/actuator/prometheus")) {
      assertThat(stranger.get(path).status()).as("the pages' own port: " + path).isEqualTo(404);
    }
    assertThat(rebound()).startsWith("HTTP/1.1 404");
    var outside = NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> address instanceof java.net.Inet4Address && !address.isLoopbackAddress())
        .toList();
    for (InetAddress address : outside) {
      try (var socket = new Socket()) {
        assertThat(org.assertj.core.api.Assertions
            .catchThrowable(() -> socket.connect(new InetSocketAddress(address, port), 2_000)))
            .isInstanceOf(IOException.class);
      }
    }
  }

  /** A page elsewhere whose name was made to lead to this machine. */
  private String rebound() throws IOException {
    try (var socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      socket.getOutputStream()
          .write("GET /metrics HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isClosedUnlessAskedFor(Product product) {
    var closed = new MetricsConfiguration().metricsPort(0, durations, product.bean(JdbcClient.class),
        product.bean(Transactions.class), product.clock(), List.of());
    closed.start();
    assertThat(closed.isRunning()).isFalse();
    assertThat(product.bean(MetricsPort.class).isRunning()).isFalse();
  }
}
