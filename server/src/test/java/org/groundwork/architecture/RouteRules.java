// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.groundwork.architecture.Verdict.Collector;
import org.groundwork.platform.access.OpenRoute;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.SignedInRoute;

/** Rules on what a route says of itself. */
final class RouteRules {
  /** Words that an address has only where something changes, and something changes only by POST. */
  private static final Set<String> CHANGING = Set.of("add", "delete", "remove", "undo", "save", "update", "create",
      "edit-done",
      "confirm", "split", "merge", "open", "close", "end", "give", "take", "send", "sign-out", "publish", "release");

  /** Where an address names its local: for its people, for reports and joining, for what it made public. */
  private static final List<String> OF_A_LOCAL = List.of("/l/{local}", "/r/{local}", "/p/{local}");

  private RouteRules() {}

  /** A route says once whom it is for, and an open one why a stranger may have it. */
  static Verdict sayOnceWhomTheyAreFor(List<Route> routes) {
    var found = new Collector();
    for (Route route : routes) {
      found.look();
      long said = Stream.<Class<? extends Annotation>>of(Requires.class, OpenRoute.class, SignedInRoute.class)
          .filter(route.method()::isAnnotationPresent)
          .count();
      found.complainIf(said != 1, "route " + route + " says " + said + " times whom it is for; say it once");
      var open = route.method().getAnnotation(OpenRoute.class);
      found.complainIf(open != null && open.why().length() < 8, "route " + route + " is open and says not why");
      found.complainIf(route.inALocal() != OF_A_LOCAL.stream().anyMatch(route.pattern()::startsWith),
          "route " + route + " names its local in an unknown place");
    }
    return found.verdict();
  }

  /** Pages that only ask; what they ask about is done by the POST of the same address. */
  private static final Set<String> ASKS_FIRST = Set.of("/l/{local}/mandates/give", "/l/{local}/people/{person}/delete",
      "/l/{local}/treasury/open", "/me/mail/confirm/{token}");

  /** A route answers GET or POST and not both, and an address that says it changes something is not for GET. */
  static Verdict changeNothingByGet(List<Route> routes) {
    var found = new Collector();
    for (Route route : routes) {
      found.look();
      boolean forFaults = route.pattern().equals("/error");
      found.complainIf(!forFaults && route.verbs().size() != 1,
          "route " + route + " answers not exactly one HTTP method");
      found.complainIf(
          route.gets() && !ASKS_FIRST.contains(route.pattern())
              && Stream.of(route.pattern().split("/", -1)).anyMatch(CHANGING::contains),
          "route " + route + " is named as if it changed something, by GET");
    }
    return found.verdict();
  }
}
