// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.database;

/**
 * The embedded server ended although nobody asked it to.
 *
 * @param exitStatus of the server, or of the shell that watches it; 128 + n when signal n killed it
 * @param lastLines the end of the server's log, without values of any row
 */
public record UnexpectedEnd(int exitStatus, String lastLines) {
  /** A sentence for the terminal. */
  public String message() {
    return "The embedded PostgreSQL ended unexpectedly (status " + exitStatus
        + "). Start again; nothing committed is lost. "
        + "Its last lines: " + lastLines;
  }
}
