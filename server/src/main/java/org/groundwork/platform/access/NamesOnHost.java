// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.groundwork.platform.keys.KeyStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Port: the module that keeps the roll tells a command on the host what people are called. Found by
 * {@link java.util.ServiceLoader}, because no wiring runs there. Runs in a transaction of the current local.
 */
public interface NamesOnHost {

  /** What these people are called; those not of this local are left out. */
  Map<UUID, String> names(JdbcClient jdbc, KeyStore keys, Collection<UUID> people);
}
