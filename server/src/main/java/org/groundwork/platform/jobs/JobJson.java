// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** How parameters, counts and sentences are written in the job tables: JSON, unknown fields passed over. */
final class JobJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private JobJson() {}

  static String write(Object value) { return JSON.writeValueAsString(value); }

  static <P> P read(String json, Class<P> type) { return JSON.readValue(json, type); }

  static Map<String, Long> counts(String json) {
    var counts = new TreeMap<String, Long>();
    JSON.readTree(json).forEachEntry((name, count) -> counts.put(name, count.asLong()));
    return counts;
  }

  static List<Object> arguments(String json) {
    return JSON.readTree(json)
        .valueStream()
        .<Object>map(v -> v.isNumber() ? (Object) v.asLong() : v.asString())
        .toList();
  }
}
