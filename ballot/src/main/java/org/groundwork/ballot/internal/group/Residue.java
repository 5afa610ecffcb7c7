// SPDX-License-Identifier: Apache-2.0
package org.groundwork.ballot.internal.group;

/** A number modulo p in Montgomery's form: the words, least first, of the number times 2^(64 · words) modulo p. */
final class Residue implements Element {
  final long[] words;

  Residue(long[] words) { this.words = words; }
}
