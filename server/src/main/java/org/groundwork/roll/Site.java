// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.roll;

import java.util.Optional;
import java.util.UUID;

/**
 * A workplace, building or campus.
 *
 * @param version raised by every change of it
 * @param name its address or what people call it
 * @param registerSite its identifier in a public register, if it was found there
 * @param laidOut whether its units have been entered
 */
public record Site(UUID id, long version, SiteKind kind, String name, Optional<String> registerSite, boolean laidOut) {}
