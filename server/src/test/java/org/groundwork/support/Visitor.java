// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Somebody at a browser without scripts: keeps cookies and the form token of the last page, follows no redirect unless
 * told to. Not for several threads; take one visitor for each.
 */
public final class Visitor {
  private static final HttpClient HTTP = HttpClient.newBuilder()
      .followRedirects(HttpClient.Redirect.NEVER)
      .connectTimeout(Duration.ofSeconds(10))
      .build();
  private static final String A_PAGE_WITH_A_FORM = "/sign-in";

  private final URI product;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private Optional<String> token = Optional.empty();
  private String language = "en";

  Visitor(URI product) { this.product = product; }

  /** The same visitor, asking for pages in another language from now on. */
  public Visitor speaking(String languageTag) {
    language = languageTag;
    return this;
  }

  /** Gives the visitor a cookie, such as one of a session started without the pages. */
  public Visitor withCookie(String name, String value) {
    cookies.put(name, value);
    return this;
  }

  /** The value of a cookie the product set. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /** Another browser with the same cookies, for a second tab or thread. */
  public Visitor twin() {
    var twin = new Visitor(product);
    twin.cookies.putAll(cookies);
    twin.token = token;
    twin.language = language;
    return twin;
  }

  /** Fetches a page; {@code path} begins with a slash and may carry a query. */
  public Page get(String path) {
    return send(request(path).GET());
  }

  /** Fetches a file as it is; anything but a file that is handed out is an error. */
  public byte[] file(String path) {
    return file(request(path).GET());
  }

  /** Sends a form that is answered by a file. */
  public byte[] posted(String path, String... namesAndValues) {
    var fields = new ArrayList<>(List.of(namesAndValues));
    fields.addAll(List.of("_csrf", formToken()));
    return file(form(path, fields));
  }

  /** The same, with the headers under which it came. */
  public HttpResponse<byte[]> answered(String path, String... namesAndValues) {
    var fields = new ArrayList<>(List.of(namesAndValues));
    fields.addAll(List.of("_csrf", formToken()));
    return answer(form(path, fields));
  }

  private static byte[] file(HttpRequest.Builder request) { return answer(request).body(); }

  private static HttpResponse<byte[]> answer(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError("no file but " + answer.statusCode());
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Fetches a page and the pages it leads to, at most ten. */
  public Page follow(String path) {
    return follow(get(path));
  }

  /** Goes where {@code page} leads, until a page is shown; at most ten times. */
  public Page follow(Page page) {
    Page at = page;
    for (int hop = 0; hop < 10 && at.location().isPresent(); hop++) {
      at = get(at.location().get());
    }
    if (at.location().isPresent()) {
      throw new AssertionError("the redirects do not end: " + at.location().get());
    }
    return at;
  }

  /** Sends a form: names and values in turn, a name as often as it has values. The form token is added. */
  public Page post(String path, String... namesAndValues) {
    var fields = new ArrayList<>(List.of(namesAndValues));
    fields.addAll(List.of("_csrf", formToken()));
    return postWithoutToken(path, fields.toArray(String[]::new));
  }

  /** Sends a form as a page of somebody else would: without the token. */
  public Page postWithoutToken(String path, String... namesAndValues) {
    return send(form(path, List.of(namesAndValues)));
  }

  private HttpRequest.Builder form(String path, List<String> namesAndValues) {
    if (namesAndValues.size() % 2 != 0) {
      throw new IllegalArgumentException("a form has names and values in turn");
    }
    var pairs = new ArrayList<String>();
    for (int at = 0; at < namesAndValues.size(); at += 2) {
      pairs.add(encoded(namesAndValues.get(at)) + "=" + encoded(namesAndValues.get(at + 1)));
    }
    return request(path).header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(String.join("&", pairs)));
  }

  /** Sends a form with one file, as {@code multipart/form-data}; the form token is added. */
  public Page upload(String path, Upload upload, String... namesAndValues) {
    return upload(path, List.of(upload), namesAndValues);
  }

  /** Sends a form with several files, as {@code multipart/form-data}; the form token is added. */
  public Page upload(String path, List<Upload> uploads, String... namesAndValues) {
    String boundary = "groundwork-test-boundary";
    var fields = new ArrayList<>(List.of(namesAndValues));
    fields.addAll(List.of("_csrf", formToken()));
    return send(request(path).header("Content-Type", "multipart/form-data; boundary=" + boundary)
        .POST(HttpRequest.BodyPublishers.ofByteArray(Upload.body(boundary, fields, uploads))));
  }

  /** The token for the next form: of the last page seen, or of a page fetched for it. */
  private String formToken() {
    if (token.isEmpty()) {
      get(A_PAGE_WITH_A_FORM);
    }
    return token.orElseThrow(() -> new AssertionError("no page gave a form token"));
  }

  private HttpRequest.Builder request(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("a path begins with a slash: " + path);
    }
    var request = HttpRequest.newBuilder(product.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Accept", "text/html, */*;q=0.8")
        .header("Accept-Language", language);
    if (!cookies.isEmpty()) {
      request.header("Cookie", cookies.entrySet()
          .stream()
          .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
          .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private Page send(HttpRequest.Builder request) {
    try {
      var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      var page = new Page(answer.statusCode(), answer.headers(), answer.body());
      token = page.formToken().or(() -> token);
      return page;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String header) {
    String[] parts = header.split(";", -1);
    int equals = parts[0].indexOf('=');
    String name = parts[0].substring(0, equals).strip();
    boolean gone = List.of(parts).stream().anyMatch(part -> part.strip().equalsIgnoreCase("Max-Age=0"));
    if (gone) {
      cookies.remove(name);
    } else {
      cookies.put(name, parts[0].substring(equals + 1).strip());
    }
  }

  private static String encoded(String text) { return URLEncoder.encode(text, StandardCharsets.UTF_8); }
}
