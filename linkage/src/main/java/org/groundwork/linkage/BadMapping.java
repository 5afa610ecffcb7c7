// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/** A mapping that cannot be used: unknown name, unreadable file, or a line that says nothing sensible. */
public final class BadMapping extends Exception {
  private static final long serialVersionUID = 1L;
  private final String file;
  private final int line;
  private final transient Message reason;

  /** A complaint about one line, from 1, or about the whole (0). */
  public BadMapping(String file, int line, Message reason) {
    super(reason.english());
    this.file = file;
    this.line = line;
    this.reason = reason;
  }

  /** What is wrong, in a form that a program can put into another language. */
  public Message reason() {
    return reason;
  }

  /** The mapping's name or file. */
  public String file() { return file; }

  /** The line complained about, from 1; 0 for the whole. */
  public int line() { return line; }
}
