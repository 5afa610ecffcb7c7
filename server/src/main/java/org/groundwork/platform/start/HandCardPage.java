// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.start;

import java.util.List;
import java.util.Optional;
import org.groundwork.platform.web.View;

/**
 * A steward's page for handing somebody a card.
 *
 * @param name what the person is called
 * @param has whether the person has a way in already, which the card would end
 * @param refused whether the card cannot be made here, because the person holds an office or is boss-side
 * @param groups the code in groups of four, once it is made
 * @param address where the person types it; empty where the server does not know its own address
 */
public record HandCardPage(String person, String name, boolean has, boolean refused, Optional<List<String>> groups,
    String address) implements View {}
