// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.jobs;

import java.util.List;

/** Ends a job with a reason people can read. What its steps committed stays. */
public final class JobFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key message key of the sentence
   * @param arguments of the sentence: numbers, or short texts without a person's name
   */
  public JobFailure(String key, Object... arguments) {
    super(key, null, false, false);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  /** Message key of the sentence. */
  public String key() { return key; }

  /** Arguments of the sentence. */
  public List<Object> arguments() { return arguments; }
}
