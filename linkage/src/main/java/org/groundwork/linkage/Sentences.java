// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The library's sentences in English. */
final class Sentences {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.groundwork.linkage.sentences");

  private static final Map<String, String> PATTERNS = new ConcurrentHashMap<>();

  private Sentences() {}

  static String english(Message message) {
    String pattern = PATTERNS.computeIfAbsent(message.key(), BUNDLE::getString);
    var text = new StringBuilder(pattern.length() + 64);
    int from = 0;
    for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
      int close = pattern.indexOf('}', open);
      text.append(pattern, from, open);
      text.append(message.arguments().get(Integer.parseInt(pattern, open + 1, close, 10)));
      from = close + 1;
    }
    return text.append(pattern, from, pattern.length()).toString();
  }
}
