// SPDX-License-Identifier: AGPL-3.0-or-later
/** A module with something to hide. */
@NullMarked
@ApplicationModule(allowedDependencies = "lower")
package planted.house.upper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
