// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

/**
 * A sealed value did not open: it was changed, moved from another place, or sealed with a key that is gone. Names the
 * table and column, never the row's content.
 */
public final class SealedFieldException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What stood in the way. */
  public enum Cause {
    /** The key named in the header is not in the store. */
    KEY_UNKNOWN("its key is not here"),
    /** The value was changed, or belongs to another row, column, table or local. */
    NOT_AUTHENTIC("it was changed or belongs elsewhere"),
    /** Too short or too long to be a sealed value, or opened to something that was never sealed as such. */
    MALFORMED("it has not the form of a sealed value");

    private final String words;

    Cause(String words) { this.words = words; }
  }

  private final Cause why;

  SealedFieldException(FieldRef ref, Cause why) {
    super("cannot open " + ref.table() + "." + ref.column() + ": " + why.words);
    this.why = why;
  }

  /** What stood in the way. */
  public Cause why() { return why; }
}
