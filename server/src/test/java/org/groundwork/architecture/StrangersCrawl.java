// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.groundwork.support.Page;
import org.groundwork.support.StatementLog;

/**
 * Asks for pages as somebody who has never been here, with every method that asks for something, and follows all that
 * the answers point at. Keeps what came back and what it took of the database.
 */
final class StrangersCrawl {
  private static final HttpClient HTTP = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
  private static final Pattern POINTER = Pattern.compile("(?:href|src|data)=\"(/[^\"#]*)");
  private static final List<String> METHODS = List.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OF_THE_MOMENT = Set.of("date", "connection", "keep-alive");
  /** Pages about single networks of public registers: one for each network, and registers have many thousands. */
  private static final Pattern OF_A_REGISTER = Pattern.compile("/l/[a-z0-9]+/networks[/?].*");
  private static final int MOST_OF_A_REGISTER = 40;
  private static final int MOST = 4000;

  private final URI base;
  private final Map<String, String> headers;
  private final Map<String, Seen> seen = new TreeMap<>();
  private int ofARegister;

  /** @param headers sent with each request, such as a language or a cookie */
  StrangersCrawl(URI base, Map<String, String> headers) {
    this.base = base;
    this.headers = Map.copyOf(headers);
  }

  /**
   * An answer.
   *
   * @param asked method and path
   * @param statements what it took of the database
   */
  record Seen(String asked, int status, Map<String, List<String>> headers, String body, List<String> statements) {

    static Seen of(String asked, StatementLog.Told<Page> told) {
      return new Seen(asked, told.answer().status(), told.answer().headers().map(), told.answer().body(),
          told.statements());
    }

    /** All that came back, as text. */
    String all() { return status + "\n" + headers + "\n" + body; }

    /** All that came back but the hour and what is random in every answer: form tokens, cookies' values, private links. */
    String comparable() {
      String told = headers.entrySet()
          .stream()
          .filter(header -> !OF_THE_MOMENT.contains(header.getKey().toLowerCase(Locale.ROOT)))
          .map(header -> header.getKey().toLowerCase(Locale.ROOT) + ": " + header.getValue()
              .stream()
              .map(value -> header.getKey().equalsIgnoreCase("set-cookie")
                  ? value.replaceFirst("=[^;]*", "=").replaceFirst("Expires=[^;]*", "Expires=")
                  : value)
              .toList())
          .sorted()
          .collect(Collectors.joining("\n"));
      return status + "\n" + told + "\n" + body.replaceAll("name=\"(_csrf|once)\" value=\"[^\"]*\"", "name=\"$1\"")
          .replaceAll("/follow-up/[A-Za-z0-9_-]{43}", "/follow-up/");
    }

    Optional<String> header(String name) {
      return headers.entrySet()
          .stream()
          .filter(header -> header.getKey().equalsIgnoreCase(name))
          .flatMap(header -> header.getValue().stream())
          .findFirst();
    }
  }

  /** Asks for each path and for everything that the answers lead to. */
  void walk(Collection<String> paths) {
    for (String path : paths) {
      for (String method : METHODS) {
        ask(method, path);
      }
    }
  }

  /** Asks for each path, only to look at it, and for everything that the answers lead to. */
  void look(Collection<String> paths) {
    paths.forEach(path -> ask("GET", path));
  }

  private void ask(String method, String path) {
    String asked = method + " " + path;
    if (path.startsWith("/assets/") || seen.containsKey(asked) || enoughOfARegister(path)) {
      return;
    }
    if (seen.size() >= MOST) {
      throw new AssertionError("the crawl does not end");
    }
    var told = StatementLog.of(() -> send(method, path));
    var answer = told.answer();
    var one = new Seen(asked, answer.statusCode(), answer.headers().map(), answer.body(), told.statements());
    seen.put(asked, one);
    one.header("location").filter(to -> to.startsWith("/")).ifPresent(to -> ask("GET", to));
    POINTER.matcher(answer.body())
        .results()
        .map(found -> found.group(1).replace("&amp;", "&"))
        .forEach(to -> walk(List.of(to)));
  }

  /** What registers say is public and the same for everybody; a few dozen of its pages are looked at. */
  private boolean enoughOfARegister(String path) {
    return OF_A_REGISTER.matcher(path).matches() && ++ofARegister > MOST_OF_A_REGISTER;
  }

  private HttpResponse<String> send(String method, String path) {
    var request = HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(30))
        .method(method, HttpRequest.BodyPublishers.noBody());
    headers.forEach(request::header);
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What was asked and what came back, by what was asked. */
  Map<String, Seen> seen() { return Map.copyOf(seen); }
}
