// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.booth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the booth's modules into one classic script, which a page may load that was opened from a disk, and a worker. Each
 * module becomes a function that returns what it exports, after those it imports. Of JavaScript it knows the few forms of
 * import and export that these modules have; with another one it fails.
 */
final class Bundle {
  private static final Pattern IMPORT = Pattern
      .compile("import (?:\\* as (\\w+)|\\{([^}]*)}) from ['\"]([^'\"]+)['\"];\\R");
  private static final Pattern EXPORT = Pattern.compile("(?m)^export (async function|function|class|const) (\\w+)");
  private static final Pattern LIST = Pattern.compile("(?m)^export \\{([^}]*)};\\R?");
  private static final Pattern COMMENT = Pattern
      .compile("(?ms)^[ \\t]*/\\*(?:(?!\\*/).)*\\*/[ \\t]*\\R|^[ \\t]*//[^\\n]*\\R");

  private final Path folder;
  private final Map<Path, String> modules = new LinkedHashMap<>();

  private Bundle(Path folder) { this.folder = folder; }

  /** The script that {@code booth.js} has to be. */
  static String of(Path folder) throws IOException {
    var bundle = new Bundle(folder);
    bundle.add(folder.resolve("src/booth.js"));
    String licence = Files.readString(folder.resolve("vendor/noble-curves/LICENSE")).strip();
    String frame = Files.readString(folder.resolve("src/frame.txt"));
    int at = frame.indexOf("MODULES");
    return frame.substring(0, at).replace("LICENCE", licence.replaceAll("(?m)^", " * ").replaceAll(" +$", ""))
        + String.join("\n", bundle.modules.values()) + frame.substring(at + "MODULES".length());
  }

  private void add(Path file) throws IOException {
    if (modules.containsKey(file)) {
      return;
    }
    String source = Files.readString(file);
    var exports = new ArrayList<String>();
    String code = COMMENT.matcher(source).replaceAll("");
    code = imports(file, code);
    Matcher named = EXPORT.matcher(code);
    while (named.find()) {
      exports.add(named.group(2));
    }
    code = named.replaceAll("$1 $2");
    Matcher list = LIST.matcher(code);
    while (list.find()) {
      exports.addAll(names(list.group(1)));
    }
    code = list.replaceAll("");
    if (Pattern.compile("(?m)^(import|export)\\b").matcher(code).find()) {
      throw new IllegalStateException("a form of import or export that is not known here, in " + file);
    }
    modules.put(file, "modules['" + name(file) + "'] = (() => {\n" + code.strip() + "\nreturn { "
        + String.join(", ", exports) + " };\n})();\n");
  }

  private String imports(Path file, String code) throws IOException {
    var result = new StringBuilder();
    Matcher matcher = IMPORT.matcher(code);
    while (matcher.find()) {
      Path other = resolve(file, matcher.group(3));
      add(other);
      String from = "modules['" + name(other) + "'];\n";
      String to = matcher.group(1) != null
          ? matcher.group(1)
          : "{ " + String.join(", ", names(matcher.group(2)).stream().map(each -> each.replace(" as ", ": ")).toList())
              + " }";
      matcher.appendReplacement(result, Matcher.quoteReplacement("const " + to + " = " + from));
    }
    return matcher.appendTail(result).toString();
  }

  private static List<String> names(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(each -> !each.isEmpty()).toList();
  }

  private Path resolve(Path file, String name) {
    return name.startsWith("@noble/")
        ? folder.resolve("vendor/noble-" + name.substring("@noble/".length()))
        : file.resolveSibling(name).normalize();
  }

  private String name(Path file) { return folder.relativize(file).toString(); }
}
