// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groundwork.architecture.Sources.TextFile;
import org.groundwork.architecture.Verdict.Collector;

/** Rules on what a module may use, beyond the types that Modulith sees. */
final class ModuleRules {
  private static final Pattern TEMPLATE_CALL = Pattern.compile("@template\\.([a-z]+)[.(]");
  private static final Pattern IMPORT = Pattern.compile("@import (?:static )?org\\.groundwork\\.([a-z]+)\\.");

  private ModuleRules() {}

  /** Every module has a place in the order and says it uses only modules that stand below it. */
  static Verdict standInOrder(Map<String, Set<String>> usedByModule) {
    var found = new Collector();
    usedByModule.forEach((module, used) -> {
      found.look();
      found.complainIf(!House.ORDER.contains(module), "module " + module + " has no place in the order of the house");
      used.stream()
          .filter(other -> other.equals(module) || !House.standsOn(module, other))
          .forEach(other -> found.complain("module " + module + " says it uses " + other + ", which stands above it"));
    });
    return found.verdict();
  }

  /** Tests come first on the class path: a package-info among them would stand in for the module's own. */
  static Verdict introductionsAreNotHidden(Set<String> amongTests, Set<String> inTheProduct) {
    var found = new Collector();
    for (String introduction : inTheProduct) {
      found.look();
      found.complainIf(amongTests.contains(introduction),
          "a test hides " + introduction + " of the product; delete it");
    }
    return found.verdict();
  }

  /** A template calls templates of its own module and of the platform, and shows types of modules it may use. */
  static Verdict templatesStayHome(List<TextFile> templates) {
    var found = new Collector();
    for (TextFile file : templates) {
      found.look();
      String module = file.folder();
      found.complainIf(!House.ORDER.contains(module), file.name() + " lies in the folder of no module");
      called(TEMPLATE_CALL, file).filter(other -> !other.equals(module) && !other.equals("platform"))
          .forEach(other -> found.complain(file.name() + " calls a template of " + other
              + "; let that module contribute through a port"));
      called(IMPORT, file).filter(other -> !other.equals(module) && !House.usedBy(module).contains(other))
          .forEach(
              other -> found.complain(file.name() + " shows types of " + other + ", which its module may not use"));
    }
    return found.verdict();
  }

  private static Stream<String> called(Pattern pattern, TextFile file) {
    return pattern.matcher(file.text()).results().map((MatchResult match) -> match.group(1)).distinct();
  }
}
