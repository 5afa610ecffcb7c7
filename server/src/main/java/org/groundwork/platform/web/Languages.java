// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every text of the product, by language. Bundles are {@code messages/<module>_<language>.properties} in UTF-8 with
 * ICU message patterns, so that plurals are the language's own. A language exists where a bundle {@code platform_xx}
 * does; a key that is missing is a defect and fails.
 */
public final class Languages {
  private final Map<Locale, Map<String, String>> texts = new ConcurrentHashMap<>();
  private final Map<Locale, Map<String, MessageFormat>> formats = new ConcurrentHashMap<>();
  private final List<Locale> available;

  public Languages() { this(bundles()); }

  /** @throws IllegalStateException if a key stands twice in one language, in one bundle or in two: the last would win */
  Languages(List<Resource> bundles) {
    Map<Locale, Map<String, String>> where = new HashMap<>();
    for (Resource bundle : bundles) {
      String name = bundle.getFilename();
      if (name == null) {
        continue;
      }
      var locale = Locale
          .forLanguageTag(name.substring(name.lastIndexOf('_') + 1, name.length() - ".properties".length()));
      var into = texts.computeIfAbsent(locale, l -> new TreeMap<>());
      var defined = where.computeIfAbsent(locale, l -> new TreeMap<>());
      read(bundle, name).forEach((key, text) -> {
        String other = defined.put((String) key, name);
        if (other != null) {
          throw new IllegalStateException("both " + other + " and " + name + " define " + key);
        }
        into.put((String) key, (String) text);
      });
    }
    available = texts.keySet().stream().sorted((a, b) -> a.toLanguageTag().compareTo(b.toLanguageTag())).toList();
  }

  /** The languages there are, by their tags. */
  public List<Locale> available() { return available; }

  /** The keys of one language, for the test that compares them. */
  public Set<String> keys(Locale language) {
    return new TreeSet<>(texts.getOrDefault(language, Map.of()).keySet());
  }

  /** The best language we have for what a browser asks for, English if none fits. */
  public Locale best(List<Locale.LanguageRange> asked) {
    var found = Locale.lookup(asked, available);
    return found == null ? Locale.ENGLISH : found;
  }

  /** The language for a tag if we have it. */
  public java.util.Optional<Locale> known(String tag) {
    return available.stream().filter(l -> l.toLanguageTag().equals(tag)).findFirst();
  }

  /** Whether the language has this text. */
  public boolean has(Locale language, String key) {
    return texts.getOrDefault(language, Map.of()).containsKey(key);
  }

  /** The text for {@code key}, with {@code arguments} set in. */
  public String text(Locale language, String key, Object... arguments) {
    String pattern = texts.getOrDefault(language, Map.of()).get(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no text " + key + " in " + language);
    }
    if (arguments.length == 0 && pattern.indexOf('{') < 0) {
      return pattern.replace("''", "'");
    }
    var format = formats.computeIfAbsent(language, l -> new ConcurrentHashMap<>())
        .computeIfAbsent(key, k -> new MessageFormat(pattern, language));
    return format.clone().format(arguments);
  }

  private static List<Resource> bundles() {
    try {
      return new ArrayList<>(
          List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*_*.properties")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts by key; a key that stands twice is refused as it is read, since a table of properties keeps the last alone. */
  private static final class Keys extends Properties {
    private static final long serialVersionUID = 1L;
    private final String bundle;

    Keys(String bundle) { this.bundle = bundle; }

    @Override
    public synchronized Object put(Object key, Object text) {
      if (containsKey(key)) {
        throw new IllegalStateException(bundle + " defines " + key + " twice");
      }
      return super.put(key, text);
    }
  }

  private static Properties read(Resource bundle, String name) {
    var properties = new Keys(name);
    try (var in = new InputStreamReader(bundle.getInputStream(), StandardCharsets.UTF_8)) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
