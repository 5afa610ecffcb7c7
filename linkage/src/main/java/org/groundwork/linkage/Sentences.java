// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The library's sentences in English. */
final class Sentences {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.groundwork.linkage.sentences");

  private Sentences() {}

  static String english(Message message) {
    String pattern = BUNDLE.getString(message.key());
    return MessageFormat.format(pattern, message.arguments().toArray());
  }
}
