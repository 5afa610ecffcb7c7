// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A browser without JavaScript: keeps cookies, sends forms with the token of the page they stand on. */
final class Browser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private final HttpClient client;
  private final URI base;
  private String language = "en";

  Browser(int port, Optional<String> session) {
    var cookies = new CookieManager();
    base = URI.create("http://127.0.0.1:" + port);
    session.ifPresent(token -> {
      var cookie = new HttpCookie("gw-session", token);
      cookie.setPath("/");
      cookie.setVersion(0);
      cookies.getCookieStore().add(base, cookie);
    });
    client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();
  }

  /** An answer. */
  record Page(int status, String text, String location, String type) {}

  Browser speaking(String tag) {
    language = tag;
    return this;
  }

  Page get(String path) { return send(HttpRequest.newBuilder(base.resolve(path)).GET()); }

  /** Opens {@code form}, takes its token and posts to {@code path}. */
  Page postFrom(String form, String path, String... fields) {
    String page = get(form).text();
    var token = TOKEN.matcher(page);
    var all = new ArrayList<>(List.of(fields));
    if (token.find()) {
      all.add("_csrf");
      all.add(token.group(1));
    }
    var body = new StringBuilder();
    for (int i = 0; i < all.size(); i += 2) {
      body.append(i == 0 ? "" : "&").append(encoded(all.get(i))).append('=').append(encoded(all.get(i + 1)));
    }
    return send(HttpRequest.newBuilder(base.resolve(path))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  /** Posts from the page that has the form. */
  Page post(String path, String... fields) {
    return postFrom(path, path, fields);
  }

  private Page send(HttpRequest.Builder request) {
    HttpResponse<String> answer = House.call(() -> client.send(request.header("Accept-Language", language).build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
    return new Page(answer.statusCode(), answer.body(), answer.headers().firstValue("Location").orElse(""),
        answer.headers().firstValue("Content-Type").orElse(""));
  }

  private static String encoded(String text) { return URLEncoder.encode(text, StandardCharsets.UTF_8); }
}
