// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.files;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.groundwork.platform.access.InstallationDoor;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses uploads before a byte of them is read: where no form takes one, where the sender may not, and what is far too
 * large. The limit leaves room for a form whose files are each too large, so that the form comes back with what was
 * typed and a sentence beside the file.
 */
final class UploadLimitFilter extends OncePerRequestFilter {
  static final long MOST_BYTES = 100L << 20;
  /** The forms that take files from anybody, as the address bar writes them; any other spelling takes none. */
  private static final Pattern OPEN = Pattern.compile("/r/[^/]+/(report|follow-up/evidence)");
  /** The forms of a local's own people that take files. */
  private static final Pattern OWN = Pattern.compile(
      "/l/[^/]+/(strikes/[^/]+/units/[^/]+/paper|cases/[0-9a-f-]{36}/evidence|actions/[0-9a-f-]{36}/picket/incident"
          + "|campaigns/[0-9a-f-]{36}/replies(/[0-9a-f-]{36}/correct)?|treasury/entries/(new|[0-9a-f-]{36}/papers)"
          + "|bank/accounts/[0-9a-f-]{36}/bring|dues/debits/returns|dues/brought"
          + "|spending/(new|bills/new|appropriations/new|[0-9a-f-]{36}/mend|petty-cash/[0-9a-f-]{36}/spent))");
  /** Public registers are larger; only who runs the installation may send one. */
  private static final String REGISTERS = "/installation/registers";
  private final InstallationDoor door;

  UploadLimitFilter(InstallationDoor door) { this.door = door; }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int refusal = upload(request) ? refusal(request) : 0;
    if (refusal == 0) {
      chain.doFilter(request, response);
    } else {
      response.sendError(refusal);
    }
  }

  private static boolean upload(HttpServletRequest request) {
    String type = request.getContentType();
    return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
  }

  /** The status that refuses an upload; 0 for none. */
  private int refusal(HttpServletRequest request) {
    if (request.getRequestURI().equals(REGISTERS)) {
      return door.opensFor(request) ? 0 : HttpServletResponse.SC_NOT_FOUND;
    }
    String path = request.getRequestURI();
    if (!OPEN.matcher(path).matches() && !OWN.matcher(path).matches()) {
      return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
    }
    long length = request.getContentLengthLong();
    if (length < 0) {
      return HttpServletResponse.SC_LENGTH_REQUIRED;
    }
    return length > MOST_BYTES ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE : 0;
  }
}
