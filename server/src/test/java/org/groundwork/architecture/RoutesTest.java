// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.groundwork.platform.access.Power;
import org.groundwork.platform.access.Requires;
import org.groundwork.platform.access.Role;
import org.groundwork.platform.access.SignedInRoute;
import org.groundwork.support.FoundedLocal;
import org.groundwork.support.Page;
import org.groundwork.support.Product;
import org.groundwork.support.ProductExtension;
import org.groundwork.support.Visitor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import planted.routes.Doors;

/** Every door of the product: what it says of itself, and that it stays shut for whom it is not. */
@ExtendWith(ProductExtension.class)
class RoutesTest {
  private static final String NO_SUCH_LOCAL = "0123456789";
  private static final String NOT_YOURS = "This is not yours to open";
  private static final String EXPIRED = "The form has expired";

  @Test
  void everyRouteSaysOnceWhomItIsFor(Product product) { RouteRules.sayOnceWhomTheyAreFor(Route.of(product)).holds(); }

  @Test
  void complainsOfADoorThatSaysNothing() {
    RouteRules.sayOnceWhomTheyAreFor(List.of(planted("GET", "/l/{local}/x", "saysNothing")))
        .complainsOnceOf("/l/{local}/x", "says 0 times");
  }

  @Test
  void complainsOfADoorThatSaysTwoThings() {
    RouteRules.sayOnceWhomTheyAreFor(List.of(planted("GET", "/l/{local}/x", "saysTwoThings")))
        .complainsOnceOf("/l/{local}/x", "says 2 times");
  }

  @Test
  void complainsOfAnOpenDoorWithoutAReason() {
    RouteRules.sayOnceWhomTheyAreFor(List.of(planted("GET", "/x", "saysNotWhy"))).complainsOnceOf("/x", "says not why");
  }

  @Test
  void complainsOfALocalInAnUnknownPlace() {
    RouteRules.sayOnceWhomTheyAreFor(List.of(planted("GET", "/people/{local}", "saysOneThing")))
        .complainsOnceOf("/people/{local}", "unknown place");
  }

  @Test
  void noRouteChangesAnythingByGet(Product product) { RouteRules.changeNothingByGet(Route.of(product)).holds(); }

  @Test
  void complainsOfAChangeByGet() {
    RouteRules.changeNothingByGet(List.of(planted("GET", "/l/{local}/people/delete", "saysOneThing")))
        .complainsOnceOf("/l/{local}/people/delete", "by GET");
  }

  @Test
  void complainsOfARouteThatAnswersEveryMethod() {
    RouteRules.changeNothingByGet(List.of(new Route(Set.of(), "/x", method("saysOneThing"))))
        .complainsOnceOf("/x", "exactly one HTTP method");
  }

  @TestFactory
  Stream<DynamicTest> sendsAStrangerToTheSignIn(Product product, FoundedLocal local) {
    return each(product, route -> !isOpen(route), route -> {
      var answer = call(product.visitor(), route, local.handle());
      assertThat(answer.status()).isEqualTo(303);
      assertThat(answer.location()).hasValueSatisfying(to -> assertThat(to).startsWith("/sign-in?next="));
    });
  }

  @TestFactory
  Stream<DynamicTest> refusesAPersonWithoutTheMandate(Product product, FoundedLocal local) {
    return each(product, route -> power(route) != null, route -> {
      var power = Objects.requireNonNull(power(route));
      var others = Stream.of(Role.values()).filter(role -> !role.grants(power)).toArray(Role[]::new);
      var answer = call(local.person(others).visitor(), route, local.handle());
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains(NOT_YOURS);
    });
  }

  @TestFactory
  Stream<DynamicTest> looksToAPersonOfAnotherLocalLikeALocalThatIsNotThere(Product product, FoundedLocal local,
      FoundedLocal theirs) {
    return each(product, route -> route.inALocal() && power(route) != null, route -> {
      var visitor = theirs.founder().visitor();
      var here = call(visitor, route, local.handle());
      var nowhere = call(visitor, route, NO_SUCH_LOCAL);
      assertThat(here.status()).isEqualTo(404);
      assertThat(alike(here, local)).isEqualTo(alike(nowhere, local));
    });
  }

  @TestFactory
  Stream<DynamicTest> looksToAStrangerLikeALocalThatIsNotThere(Product product, FoundedLocal local) {
    return each(product, route -> route.inALocal() && !isOpen(route), route -> {
      var here = call(product.visitor(), route, local.handle());
      var nowhere = call(product.visitor(), route, NO_SUCH_LOCAL);
      assertThat(alike(here, local)).isEqualTo(alike(nowhere, local));
    });
  }

  @TestFactory
  Stream<DynamicTest> refusesAFormWithoutItsToken(Product product, FoundedLocal local) {
    return each(product, route -> route.posts() && !isHook(route), route -> {
      var answer = local.founder().visitor().postWithoutToken(route.in(local.handle()));
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.body()).contains(EXPIRED);
    });
  }

  /** What other services send has a signature in place of a token; whatever lacks it is told nothing. */
  @TestFactory
  Stream<DynamicTest> refusesAMessageThatIsNotSigned(Product product, FoundedLocal local) {
    return each(product, RoutesTest::isHook, route -> {
      assertThat(route.posts() && isOpen(route)).isTrue();
      for (String handle : List.of(local.handle(), NO_SUCH_LOCAL)) {
        var answer = local.founder()
            .visitor()
            .postWithoutToken(route.pattern().replaceAll("\\{[^}]+}", handle), "a", "b");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
      }
    });
  }

  private static boolean isHook(Route route) { return route.pattern().startsWith("/hooks/"); }

  @Test
  void refusesWhoDoesNotRunTheInstallation(Product product, FoundedLocal local) {
    Route.of(product)
        .stream()
        .filter(RoutesTest::isOfInstallation)
        .forEach(
            route -> assertThat(call(local.founder().visitor(), route, local.handle()).status()).as(route.toString())
                .isEqualTo(403));
  }

  /** Walks every GET route and every link it finds, and compares all the local keeps, its audit log aside. */
  @Test
  void readingChangesNothing(Product product, FoundedLocal local) {
    var before = Kept.by(product, local);
    var crawl = new Crawl(local);
    Route.of(product).stream().filter(Route::gets).forEach(route -> crawl.read(route.in(local.handle())));
    assertThat(crawl.shown()).isGreaterThan(5);
    assertThat(Kept.by(product, local)).isEqualTo(before);
  }

  @Test
  void noticesWhatIsWritten(Product product, FoundedLocal local) {
    var before = Kept.by(product, local);
    local.person();
    assertThat(Kept.by(product, local)).isNotEqualTo(before);
  }

  private interface Check {
    void on(Route route);
  }

  private static Stream<DynamicTest> each(Product product, Predicate<Route> which, Check check) {
    var routes = Route.of(product).stream().filter(which).toList();
    assertThat(routes).as("routes this rule looks at").isNotEmpty();
    return routes.stream().map(route -> DynamicTest.dynamicTest(route.toString(), () -> check.on(route)));
  }

  private static Page call(Visitor visitor, Route route, String handle) {
    return route.posts() ? visitor.post(route.in(handle)) : visitor.get(route.in(handle));
  }

  /** An answer without form tokens, and without the handle that the visitor wrote into the address. */
  private static String alike(Page page, FoundedLocal local) {
    return (page.status() + "\n" + page.comparableHeaders() + "\n" + page.bodyWithoutTokens())
        .replace(local.handle(), NO_SUCH_LOCAL);
  }

  private static boolean isOfInstallation(Route route) {
    var signedIn = route.method().getAnnotation(SignedInRoute.class);
    return signedIn != null && signedIn.ofInstallation();
  }

  private static boolean isOpen(Route route) {
    return power(route) == null && !route.method().isAnnotationPresent(SignedInRoute.class);
  }

  private static @Nullable Power power(Route route) {
    var requires = route.method().getAnnotation(Requires.class);
    return requires == null ? null : requires.value();
  }

  private static Route planted(String verb, String pattern, String method) {
    return new Route(Set.of(verb), pattern, method(method));
  }

  private static Method method(String name) {
    return Stream.of(Doors.class.getDeclaredMethods()).filter(m -> m.getName().equals(name)).findFirst().orElseThrow();
  }
}
