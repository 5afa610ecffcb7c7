// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(ProductExtension.class)
class AssetsTest {
  private static final Pattern ADDRESS = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");

  private static HttpResponse<byte[]> ask(String path) throws IOException, InterruptedException {
    try (var http = HttpClient.newHttpClient()) {
      return http.send(HttpRequest.newBuilder(Product.shared().url().resolve(path))
          .header("Accept-Encoding", "gzip")
          .build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  @Test
  void everyPageNamesThemWithTheirVersionAndABrowserNeverAsksAgain() throws Exception {
    List<String> addresses = ADDRESS.matcher(Product.shared().visitor().get("/sign-in").body())
        .results()
        .map(found -> found.group(1))
        .distinct()
        .toList();
    assertThat(addresses).anyMatch(address -> address.endsWith("/groundwork.css"))
        .anyMatch(address -> address.endsWith("/icons.svg"))
        .allMatch(address -> address.startsWith("/assets/~"));
    for (String address : addresses) {
      var answer = ask(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000", "immutable");
    }
  }

  @Test
  void aFileWithoutAVersionIsAskedForEachTime() throws Exception {
    assertThat(ask("/assets/groundwork.css").headers().firstValue("Cache-Control")).hasValue("no-cache");
    assertThat(ask("/assets/~0123456789abcdef/groundwork.css").statusCode()).as("another version").isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"groundwork.css", "icons.svg", "vendor/htmx.min.js"})
  void textGoesOverTheLineMadeSmall(String name) throws Exception {
    var answer = ask(Assets.at(name));
    assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
    byte[] whole;
    try (var unpacked = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      whole = unpacked.readAllBytes();
    }
    assertThat(answer.body().length).isLessThan(whole.length / 2);
  }

  @Test
  void aPageIsNeverMadeSmallForItsLengthWouldTellWhatStandsOnIt() throws Exception {
    assertThat(ask("/sign-in").headers().firstValue("Content-Encoding")).isEmpty();
  }
}
