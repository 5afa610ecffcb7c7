// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Limits every form that strangers can send, by address and form, before anything is read or looked up. */
final class RateInterceptor implements HandlerInterceptor {
  private final RateLimits limits;
  private final ClientAddress addresses;

  RateInterceptor(RateLimits limits, ClientAddress addresses) {
    this.limits = limits;
    this.addresses = addresses;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod route) {
      int perMinute = perMinute(route, request.getMethod());
      String form = route.getMethod().toString();
      if (perMinute > 0 && !limits.allows(form, addresses.prefixOf(request), perMinute)) {
        response.setHeader("Retry-After", "60");
        throw new NotAllowed(NotAllowed.Reason.TOO_OFTEN);
      }
    }
    return true;
  }

  private static int perMinute(HandlerMethod route, String method) {
    var limited = route.getMethodAnnotation(Limited.class);
    if (limited != null) {
      return limited.perMinute();
    }
    return route.hasMethodAnnotation(OpenRoute.class) && !method.equals("GET") && !method.equals("HEAD")
        ? RateLimits.USUAL
        : 0;
  }
}
