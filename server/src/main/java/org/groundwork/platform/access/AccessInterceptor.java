// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * The one door: every route says whom it is for, and one that says nothing is shut. A person who may not is told so; a
 * stranger to the local is told that there is no such page.
 */
public final class AccessInterceptor implements HandlerInterceptor {

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!(handler instanceof HandlerMethod route)) {
      return true; // static files
    }
    if (request.getMethod().equals("OPTIONS")) {
      throw new NotAllowed(NotAllowed.Reason.NOT_FOUND); // no other site's page may ask, so there is nothing to tell
    }
    if (route.hasMethodAnnotation(OpenRoute.class)) {
      return true;
    }
    var requires = route.getMethodAnnotation(Requires.class);
    if (requires != null) {
      return admit(requires.value());
    }
    var signedIn = route.getMethodAnnotation(SignedInRoute.class);
    if (signedIn != null) {
      return admit(signedIn);
    }
    throw new IllegalStateException("route says not whom it is for: " + route);
  }

  private static boolean admit(Power power) {
    return switch (Callers.current()) {
      case Caller.Anonymous _ -> throw new NotAllowed(NotAllowed.Reason.SIGN_IN);
      case Caller.Account _ -> throw new NotAllowed(NotAllowed.Reason.NOT_FOUND);
      case Caller.Actor actor when actor.may(power) -> true;
      case Caller.Actor actor when actor.holds(power) -> throw new NotAllowed(NotAllowed.Reason.WITHHELD);
      case Caller.Actor _ -> throw new NotAllowed(NotAllowed.Reason.ROLE);
    };
  }

  private static boolean admit(SignedInRoute route) {
    Caller caller = Callers.current();
    if (caller.accountId().isEmpty()) {
      throw new NotAllowed(NotAllowed.Reason.SIGN_IN);
    }
    if (route.ofInstallation() && !caller.isOfInstallation()) {
      throw new NotAllowed(NotAllowed.Reason.ROLE);
    }
    return true;
  }
}
