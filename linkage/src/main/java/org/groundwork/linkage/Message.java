// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.List;

/**
 * A sentence for people, in a form that a program can put into another language.
 *
 * @param key the sentence's name, for a message bundle; stable between versions
 * @param arguments what the sentence speaks about, in the order of the placeholders
 */
public record Message(String key, List<String> arguments) {
  public Message { arguments = List.copyOf(arguments); }

  /** A message with these arguments. */
  public static Message of(String key, String... arguments) {
    return new Message(key, List.of(arguments));
  }

  /**
   * The sentence in English.
   *
   * @throws java.util.MissingResourceException if the key is not one of this library's
   */
  public String english() { return Sentences.english(this); }
}
