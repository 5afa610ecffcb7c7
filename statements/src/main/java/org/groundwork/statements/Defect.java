// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

/**
 * What is wrong in a file, and where.
 *
 * @param line counts from one
 * @param column counts characters from one; in XML it is where the tag or text ends that is wrong
 * @param message in words, without the place
 */
public record Defect(int line, int column, String message) {}
