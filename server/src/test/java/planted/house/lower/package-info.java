// SPDX-License-Identifier: AGPL-3.0-or-later
/** A module that says it uses no other. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package planted.house.lower;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
