// SPDX-License-Identifier: Apache-2.0
/** SEPA direct debits: the file a bank collects by, what it rejects, and the check digits of the identifiers in both. */
@NullMarked
package org.groundwork.statements.sepa;

import org.jspecify.annotations.NullMarked;
