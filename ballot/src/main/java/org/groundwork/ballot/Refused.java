// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot;

/** Something of an election that is not as it has to be. */
public final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final Reason reason;
  private final String where;

  /**
   * A refusal.
   *
   * @param where the part that is false, as "question 2, answer 1"; empty for the whole
   * @param message the reason in a sentence without a full stop
   */
  public Refused(Reason reason, String where, String message) {
    super(message);
    this.reason = reason;
    this.where = where;
  }

  /** Why. */
  public Reason reason() { return reason; }

  /** Which part; empty for the whole. */
  public String where() { return where; }

  /** The reason in a sentence. */
  public String sentence() {
    String message = getMessage();
    return message == null ? reason.word() : message;
  }

  /** The same, of a part of something larger. */
  public Refused within(String outer) {
    return new Refused(reason, where.isEmpty() ? outer : outer + ", " + where, sentence());
  }
}
