// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a reader asked of the list of people, as it stands in the address.
 *
 * @param q a name to search for
 * @param row a floor or department of {@code site}
 * @param kind a kind of site
 * @param side {@code boss} for the people on the boss's side
 * @param own a field of the local's own and what it holds, as {@code field:value}; meaningful with a site
 */
public record PeopleQuery(@Nullable String q, @Nullable String site, @Nullable String row, @Nullable String kind,
    @Nullable String state, @Nullable String side, @Nullable String own, @Nullable String after,
    @Nullable String before) {

  boolean boss() { return "boss".equals(side); }

  /** The list in another state, from its first page. */
  public String inState(String other) {
    return path(null, site, row, kind, other, side, own);
  }

  /** The list from its first page, without what was filtered. */
  public String unfiltered() {
    return path(null, null, null, null, state, null, null);
  }

  /** The next page, after this person. */
  public String after(UUID person) {
    return joined(path(q, site, row, kind, state, side, own), "after", person);
  }

  /** The page before, up to this person. */
  public String before(UUID person) {
    return joined(path(q, site, row, kind, state, side, own), "before", person);
  }

  /** Whether anything is filtered besides the state. */
  public boolean filtered() {
    return !is(site).isEmpty() || !is(kind).isEmpty() || boss();
  }

  /** A value that stands in the address, empty if there is none. */
  static Optional<String> is(@Nullable String value) {
    return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
  }

  private static String joined(String path, String name, UUID person) {
    return path + (path.contains("?") ? "&" : "?") + name + "=" + person;
  }

  private static String path(@Nullable String q, @Nullable String site, @Nullable String row, @Nullable String kind,
      @Nullable String state, @Nullable String side, @Nullable String own) {
    var parts = new LinkedHashMap<String, @Nullable String>();
    parts.put("q", q);
    parts.put("site", site);
    parts.put("row", row);
    parts.put("kind", kind);
    parts.put("state", state);
    parts.put("side", side);
    parts.put("own", is(site).isEmpty() ? null : own);
    String query = parts.entrySet()
        .stream()
        .filter(part -> is(part.getValue()).isPresent())
        .map(PeopleQuery::encoded)
        .collect(Collectors.joining("&"));
    return query.isEmpty() ? "people" : "people?" + query;
  }

  private static String encoded(Map.Entry<String, @Nullable String> part) {
    return part.getKey() + "=" + URLEncoder.encode(is(part.getValue()).orElse(""), StandardCharsets.UTF_8);
  }
}
