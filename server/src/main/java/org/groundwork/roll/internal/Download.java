// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Sends a file that a browser keeps and does not show. */
final class Download {
  private Download() {}

  /** @param name says nothing of what is in it: it stays in the list of downloads of a phone */
  static void send(HttpServletResponse response, String name, String type, byte[] bytes) throws IOException {
    response.setStatus(HttpServletResponse.SC_OK);
    response.setContentType(type);
    response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
