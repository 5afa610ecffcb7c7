// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A part of a JSON file; what is null or missing is the text "null". */
record Dump(Map<String, Dump> fields, List<Dump> list, String text) {
  static Dump of(String json) {
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      return value(parser, parser.nextToken());
    }
  }

  Dump at(String... path) {
    Dump here = this;
    for (String step : path) {
      here = here.fields.getOrDefault(step, new Dump(Map.of(), List.of(), "null"));
    }
    return here;
  }

  private static Dump value(JsonParser parser, JsonToken token) {
    Map<String, Dump> map = new LinkedHashMap<>();
    List<Dump> list = new ArrayList<>();
    if (token == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        map.put(parser.currentName(), value(parser, parser.nextToken()));
      }
    } else if (token == JsonToken.START_ARRAY) {
      for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
        list.add(value(parser, next));
      }
    }
    return new Dump(map, list, token == JsonToken.VALUE_NULL ? "null" : String.valueOf(parser.getString()));
  }
}
