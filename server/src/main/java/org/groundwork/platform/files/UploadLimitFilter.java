// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses uploads that are far too large before a byte of them is read. The limit leaves room for a form whose files are
 * each too large, so that the form comes back with what was typed and a sentence beside the file.
 */
final class UploadLimitFilter extends OncePerRequestFilter {
  static final long MOST_BYTES = 100L << 20;
  /** Public registers are larger; only who runs the installation may send one. */
  private static final String REGISTERS = "/installation/registers";

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String type = request.getContentType();
    boolean upload = type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")
        && !request.getRequestURI().equals(REGISTERS);
    long length = request.getContentLengthLong();
    if (upload && length < 0) {
      response.sendError(HttpServletResponse.SC_LENGTH_REQUIRED);
    } else if (upload && length > MOST_BYTES) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    } else {
      chain.doFilter(request, response);
    }
  }
}
