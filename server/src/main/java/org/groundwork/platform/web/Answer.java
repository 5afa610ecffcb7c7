// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

/** What a route answers. */
public sealed interface Answer {

  /** A page, with the HTTP status it is sent under. */
  record Show(View view, int status) implements Answer {}

  /** See another page (303), a path on this server that begins with a slash. */
  record GoTo(String path) implements Answer {
    public GoTo {
      if (!path.startsWith("/") || path.startsWith("//") || path.contains("\\")) {
        throw new IllegalArgumentException("an answer leads to a path on this server");
      }
    }
  }

  /** A page, all well. */
  static Answer show(View view) { return new Show(view, 200); }

  /** The same form again, with what was typed and what to change (422). */
  static Answer again(View view) {
    return new Show(view, 422);
  }

  /** Another page. */
  static Answer goTo(String path) { return new GoTo(path); }
}
