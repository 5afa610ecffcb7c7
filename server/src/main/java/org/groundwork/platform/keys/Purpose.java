// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.keys;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What a key is for. Every local has keys of its own for every purpose.
 *
 * @param name 1 to 80 characters of {@code a-z}, {@code 0-9} and hyphen, beginning with a letter; it becomes part of a
 *     file name and must name no person
 * @param use whether the key seals or indexes
 * @param keeping whether the key can be destroyed
 */
public record Purpose(String name, Use use, Keeping keeping) implements Comparable<Purpose> {

  /** What a key of the purpose can do. */
  public enum Use {
    /** AES-256-GCM: encrypts, and detects any change. */
    SEAL,
    /** HMAC-SHA-256: keyed hashes for look-ups. */
    INDEX;

    String word() { return name().toLowerCase(Locale.ROOT); }
  }

  /** How long a key of the purpose lives. */
  public enum Keeping {
    /** As long as the local. */
    KEPT,
    /** Until {@link KeyStore#destroy}; stored in a directory of its own with a backup of its own. */
    DESTROYABLE;

    String word() { return name().toLowerCase(Locale.ROOT); }
  }

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,79}");

  /** @throws IllegalArgumentException if the name does not fit */
  public Purpose {
    if (!NAME.matcher(name).matches())
      throw new IllegalArgumentException("a purpose is named with a-z, 0-9 and hyphen, 80 at most");
  }

  /** A purpose whose key seals and is kept as long as the local. */
  public static Purpose sealing(String name) {
    return new Purpose(name, Use.SEAL, Keeping.KEPT);
  }

  /** A purpose whose key makes keyed hashes and is kept as long as the local. */
  public static Purpose indexing(String name) {
    return new Purpose(name, Use.INDEX, Keeping.KEPT);
  }

  /**
   * A purpose for one thing whose key can be destroyed with it.
   *
   * @param kind what sort of thing, for instance {@code sealed-book}
   * @param thing which one
   */
  public static Purpose destroyable(String kind, UUID thing) {
    return new Purpose(kind + "-" + thing, Use.SEAL, Keeping.DESTROYABLE);
  }

  boolean isDestroyable() { return keeping == Keeping.DESTROYABLE; }

  /** One word for each part, in the order in which the key file and the associated data spell them. */
  String path() {
    return keeping.word() + "/" + use.word() + "/" + name;
  }

  @Override
  public int compareTo(Purpose other) { return path().compareTo(other.path()); }
}
