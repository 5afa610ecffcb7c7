// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.archive;

/**
 * An entry whose name was found to be its hash.
 *
 * @param from where its content begins in the file, in bytes
 */
public record Entry(Kind kind, Hash hash, long from, long length) {
  /** What the ending of its name says. */
  public enum Kind {
    /** Something that others refer to. */
    DATA,
    /** A link of the chain. */
    EVENT
  }

  /** Its name, as far as one that is read aloud needs it. */
  public String shortName() {
    return hash.toString().substring(0, 12) + (kind == Kind.DATA ? ".data" : ".event");
  }
}
