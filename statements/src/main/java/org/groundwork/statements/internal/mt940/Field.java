// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.mt940;

import org.groundwork.statements.BadFile;

/**
 * A field of a message.
 *
 * @param tag without colons, such as {@code 60F}
 * @param content with its line breaks
 * @param line where the tag begins
 * @param column where the content begins
 */
record Field(String tag, String content, int line, int column) {
  BadFile bad(String message) { return BadFile.at(line, column, message); }
}
