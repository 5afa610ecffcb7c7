// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundwork.support.Product;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * One address of the product and the method behind it.
 *
 * @param verbs the HTTP methods it answers; empty for all
 * @param pattern its path, variables in braces
 */
record Route(Set<String> verbs, String pattern, Method method) {

  /** Every route of the running product, in the order of their paths. */
  static List<Route> of(Product product) {
    return product.beans(RequestMappingHandlerMapping.class)
        .values()
        .stream()
        .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
        .flatMap(Route::paths)
        .sorted((a, b) -> a.toString().compareTo(b.toString()))
        .toList();
  }

  private static Stream<Route> paths(Map.Entry<RequestMappingInfo, HandlerMethod> mapped) {
    var verbs = mapped.getKey()
        .getMethodsCondition()
        .getMethods()
        .stream()
        .map(RequestMethod::name)
        .collect(Collectors.toUnmodifiableSet());
    return mapped.getKey()
        .getPatternValues()
        .stream()
        .map(pattern -> new Route(verbs, pattern, mapped.getValue().getMethod()));
  }

  boolean posts() { return verbs.contains("POST"); }

  boolean gets() { return verbs.contains("GET"); }

  boolean inALocal() { return pattern.contains("/{local}"); }

  /** The address in one local; every other variable stands for a thing that is not there. */
  String in(String handle) {
    return pattern.replace("{local}", handle)
        .replaceAll("\\{[^}]+}", UUID.nameUUIDFromBytes(new byte[]{1}).toString());
  }

  @Override
  public String toString() { return pattern + " " + verbs; }
}
