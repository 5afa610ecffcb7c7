// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/** The modules from the ground up, what each may use, and which schema belongs to whom. */
final class House {
  /** From the ground up: a module may use those before it. The order is the one of docs/architecture.md. */
  static final List<String> ORDER = List.of("platform", "custody", "ledger", "roll", "target", "organizing", "dues",
      "grievance", "assembly", "campaign", "action", "pledge", "strike", "reinforcement", "defence", "treasury",
      "spending", "rounds", "gifts", "banking", "debits", "cards", "aid",
      "service", "outreach", "exchange",
      "federation", "deeds", "site", "demonstration");
  /** Plain libraries under the same name; they know nothing of the server. */
  static final List<String> LIBRARIES = List.of("linkage", "statements");
  private static final String ROOT = "org.groundwork.";
  private static final String PLANTED = "planted.";

  private House() {}

  /** The modules that exist in the compiled product, in order. */
  static List<String> modules() {
    return ORDER.stream().filter(module -> introduction(module).isPresent()).toList();
  }

  /** The names after {@code org.groundwork} that the compiled product has, in whatever order. */
  static Set<String> packagesFound() {
    return Compiled.product()
        .map(Compiled::packageName)
        .flatMap(name -> moduleOf(name).stream())
        .collect(Collectors.toSet());
  }

  /** The module of a class by its package, also of one planted for it; empty for the application class itself. */
  static Optional<String> moduleOf(String packageName) {
    return Stream.of(ROOT, PLANTED)
        .filter(packageName::startsWith)
        .map(root -> packageName.substring(root.length()).split("\\.", -1)[0])
        .findFirst();
  }

  /** The modules that {@code module} says it uses. */
  static Set<String> usedBy(String module) {
    return introduction(module).stream()
        .flatMap(introduction -> Stream.of(introduction.allowedDependencies()))
        .map(dependency -> dependency.split("::", -1)[0].strip())
        .collect(Collectors.toSet());
  }

  /** Whether {@code upper} stands above {@code lower}, or is the same. */
  static boolean standsOn(String upper, String lower) {
    return ORDER.contains(lower) && ORDER.indexOf(lower) <= ORDER.indexOf(upper);
  }

  /** The module that owns a database schema; empty for one of nobody's. */
  static Optional<String> ownerOf(String schema) {
    return schema.equals("auth") ? Optional.of("platform") : ORDER.stream().filter(schema::equals).findFirst();
  }

  /** Every schema a module of the order may own. */
  static List<String> schemas() {
    var schemas = new ArrayList<>(ORDER);
    schemas.add("auth");
    return schemas;
  }

  private static Optional<ApplicationModule> introduction(String module) {
    try {
      return Optional
          .ofNullable(Class.forName(ROOT + module + ".package-info").getAnnotation(ApplicationModule.class));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }
}
