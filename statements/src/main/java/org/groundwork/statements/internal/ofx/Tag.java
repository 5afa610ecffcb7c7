// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements.internal.ofx;

import org.groundwork.statements.BadFile;

/**
 * A tag and the text behind it.
 *
 * @param name in capital letters, with a slash before it if it closes
 * @param value what stands between it and the next tag, without blanks around it
 * @param line where the tag begins
 * @param column where the tag begins
 */
record Tag(String name, String value, int line, int column) {
  BadFile bad(String message) { return BadFile.at(line, column, message); }
}
