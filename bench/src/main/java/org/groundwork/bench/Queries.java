// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.bench;

import java.util.Random;

/** What people type into the search. */
final class Queries {
  static final int KINDS = 5;
  private final Random random;
  private final Names names;

  Queries(Random random, Names names) {
    this.random = random;
    this.names = names;
  }

  static String name(int kind) {
    return switch (kind) {
      case 0 -> "first name and surname";
      case 1 -> "the same with a slip";
      case 2 -> "first name, begun surname";
      case 3 -> "surname with a slip";
      case 4 -> "first name alone";
      default -> throw new IllegalArgumentException("no kind " + kind);
    };
  }

  String next(int kind) {
    return switch (kind) {
      case 0 -> names.first() + " " + names.surname();
      case 1 -> names.first() + " " + slip(names.surname());
      case 2 -> names.first() + " " + begun(names.surname());
      case 3 -> slip(names.surname());
      case 4 -> names.first();
      default -> throw new IllegalArgumentException("no kind " + kind);
    };
  }

  private static String begun(String word) { return word.substring(0, Math.min(4, word.length())); }

  /** A letter left out, doubled, or changed places with its neighbour. */
  private String slip(String word) {
    int at = 1 + random.nextInt(Math.max(1, word.length() - 2));
    return switch (random.nextInt(3)) {
      case 0 -> word.substring(0, at) + word.substring(at + 1);
      case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
      default -> word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    };
  }
}
