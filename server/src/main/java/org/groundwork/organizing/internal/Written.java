// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.organizing.internal;

import java.util.Optional;
import java.util.UUID;

/**
 * What was written down a moment ago.
 *
 * @param card where the one talked to answers themself what is asked, within the local
 * @param stays why it cannot be taken back, as the end of a message key; absent where it can
 * @param again where it is written down again, within the local
 */
public record Written(UUID site, UUID id, Optional<String> card, Optional<String> stays, Optional<String> again) {}
