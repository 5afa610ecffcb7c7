// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

/**
 * Takes what a file holds while it is read, so that a file of any length needs no more memory. If the reader then throws a
 * {@link BadFile}, everything taken is to be thrown away.
 */
public interface StatementSink {
  /** Takes a line of the statement that comes next. */
  void line(Line line);

  /** Takes the statement whose lines came since the one before. */
  void statement(Statement statement);
}
