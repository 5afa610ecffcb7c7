// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.banking;

import java.util.Optional;
import java.util.UUID;
import org.groundwork.gifts.GiftClass;

/**
 * What somebody says of a line that was given.
 *
 * @param of its kind; no goods, since those do not come by a bank
 * @param person the member who gives; then {@code giver} is empty
 * @param giver who gives, if outside; may be empty for sales and collections
 * @param origin where a grant's money comes from; else empty
 * @param fund for which fund
 * @param note a sentence; may be empty
 * @param ask whether two officers shall look at it first, whoever gave it
 */
public record LineGift(GiftClass of, Optional<UUID> person, String giver, String origin, UUID fund, String note,
    boolean ask) {}
