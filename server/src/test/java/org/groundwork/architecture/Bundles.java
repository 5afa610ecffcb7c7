// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.groundwork.architecture.Sources.TextFile;

/**
 * The texts of one language, over all bundles.
 *
 * @param language its tag
 * @param texts patterns by key
 */
record Bundles(String language, Map<String, String> texts) {

  /** Reads the bundles of one language from files named {@code <module>_<language>.properties}. */
  static Bundles of(String language, List<TextFile> files) {
    var texts = new TreeMap<String, String>();
    files.stream().filter(file -> file.name().endsWith("_" + language + ".properties")).forEach(file -> {
      var properties = new Properties();
      try {
        properties.load(new StringReader(file.text()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      properties.forEach((key, text) -> texts.put((String) key, (String) text));
    });
    return new Bundles(language, texts);
  }
}
