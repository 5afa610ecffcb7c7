// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.groundwork.roll.Csv;
import org.groundwork.roll.OwnData;
import tools.jackson.databind.json.JsonMapper;

/** What is held about a person as one file that other programs read: sections, records, fields. */
final class OwnFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private OwnFile() {}

  static byte[] json(List<OwnData.Section> sections) {
    var all = new LinkedHashMap<String, Object>();
    for (var section : sections) {
      all.put(section.name(), section.entries().stream().map(OwnFile::entry).toList());
    }
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
  }

  /** One field a line, with the words of the page, for whoever opens it in a spreadsheet. */
  static byte[] csv(List<OwnData.Section> sections, Function<String, String> words,
      Function<OwnData.Value, String> values) {
    var csv = new Csv(true);
    for (var section : sections) {
      int number = 0;
      for (var entry : section.entries()) {
        number++;
        for (var fact : entry.facts()) {
          csv.row(List.of(words.apply(section.title()), Integer.toString(number), words.apply(fact.label()),
              values.apply(fact.value())));
        }
      }
    }
    return csv.file();
  }

  private static Map<String, Object> entry(OwnData.Entry entry) {
    var fields = new LinkedHashMap<String, Object>();
    for (var fact : entry.facts()) {
      fields.merge(fact.name(), value(fact.value()), OwnFile::both);
    }
    return fields;
  }

  /** A field that is there several times becomes a list. */
  private static Object both(Object one, Object other) {
    var all = new ArrayList<Object>(one instanceof List<?> list ? list : List.of(one));
    all.add(other);
    return all;
  }

  private static Object value(OwnData.Value value) {
    return switch (value) {
      case OwnData.Text(String text) -> text;
      case OwnData.Word(String word, _) -> word;
      case OwnData.Day(var day) -> day.toString();
      case OwnData.Moment(var at) -> at.toString();
      case OwnData.Count(long number) -> number;
      case OwnData.YesNo(boolean yes) -> yes;
    };
  }
}
