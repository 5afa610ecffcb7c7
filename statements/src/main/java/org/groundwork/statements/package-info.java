// SPDX-License-Identifier: Apache-2.0
/**
 * Reads what banks and payment services export into one exact form.
 *
 * <p>
 * {@link org.groundwork.statements.StatementReader} reads camt.052, camt.053, camt.054, MT940, MT942 and OFX;
 * {@link org.groundwork.statements.CsvStatements} reads CSV by a {@link org.groundwork.statements.CsvMapping}. Both hand out a
 * {@link org.groundwork.statements.Line} at a time and then the {@link org.groundwork.statements.Statement} they stood in.
 * Amounts are whole minor units; a file is read whole or refused with the place of each defect. What is read and what not
 * stands in {@code docs/statements.md}.
 */
@NullMarked
package org.groundwork.statements;

import org.jspecify.annotations.NullMarked;
