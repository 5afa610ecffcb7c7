// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.metrics;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Measures every request but those that ask how the server is. */
final class DurationFilter extends OncePerRequestFilter {
  private final Durations durations;

  DurationFilter(Durations durations) { this.durations = durations; }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long began = System.nanoTime();
    boolean thrown = true;
    try {
      chain.doFilter(request, response);
      thrown = false;
    } finally {
      durations.add(RouteClass.of(request.getMethod(), request.getRequestURI()), System.nanoTime() - began,
          thrown || response.getStatus() >= 500);
    }
  }
}
