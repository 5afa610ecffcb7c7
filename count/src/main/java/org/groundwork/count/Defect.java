// SPDX-License-Identifier: Apache-2.0
package org.groundwork.count;

/**
 * What is wrong in a file, and where.
 *
 * @param line counts from one
 * @param column counts bytes from one
 * @param message in words, without the place
 */
public record Defect(int line, int column, String message) {}
