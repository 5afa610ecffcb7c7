// SPDX-License-Identifier: Apache-2.0
package org.groundwork.linkage;

/**
 * A row that was not used.
 *
 * @param file the file's name as the caller gave it
 * @param line the line where the row starts, from 1; 0 where the file as a whole was refused
 * @param column the character where the trouble starts, from 1; 1 where it is the row as a whole
 * @param reason why
 */
public record RefusedRow(String file, long line, int column, Message reason) {}
