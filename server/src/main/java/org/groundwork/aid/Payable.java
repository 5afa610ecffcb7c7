// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.aid;

import java.time.Instant;
import java.util.UUID;

/**
 * What the treasurer pays: how much, and to whom or against which code. Not who asked, and not what for.
 *
 * @param name of this payment, so that a form that was left open pays nothing twice
 * @param to the code for cash, else to whom it goes
 */
public record Payable(UUID id, UUID name, long amount, PayWay way, String to, Instant since) {}
