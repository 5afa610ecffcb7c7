// SPDX-License-Identifier: Apache-2.0
package org.groundwork.statements;

/**
 * Says that a line takes back an earlier one.
 *
 * @param reason the code of the reason, such as {@code MD06} for a refund the payer asked for; may be empty
 * @param detail what else is said of it; may be empty
 */
public record Returned(String reason, String detail) {}
