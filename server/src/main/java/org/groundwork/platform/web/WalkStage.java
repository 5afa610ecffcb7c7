// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.web;

import java.util.function.BooleanSupplier;

/**
 * One screen of the ten-minute walk from an empty local to an open campaign. Each module contributes the screens of
 * what it owns, as beans; the walk puts them in order and knows from the data which are done, so going back, closing
 * the phone and coming again lose nothing.
 *
 * @param order position in the walk, lower first
 * @param path the screen's path within the local, without a leading slash
 * @param done whether the data says this stage is done; asked in a reading transaction of the local
 */
public record WalkStage(int order, String path, BooleanSupplier done) {}
