// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

/** A setting that this version does not know, or no longer; its message is a sentence for whoever starts the server. */
final class BadSetting extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BadSetting(String sentence) { super(sentence); }
}
