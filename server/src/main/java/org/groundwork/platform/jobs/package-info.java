// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Long work as rows in the database: started in the caller's transaction, done in steps whose work and checkpoint commit
 * together, taken over after a crash exactly where it was, with progress and a list of what was refused and why.
 */
@NullMarked
@NamedInterface("jobs")
package org.groundwork.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
