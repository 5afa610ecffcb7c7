// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Safe uploads: what a file is, decided by its content; images decoded and written anew in a separate, limited process;
 * what was taken, kept sealed in the database. Modules use {@link FileIntake} outside a transaction and
 * {@link FileStore} within one.
 */
@NullMarked
@NamedInterface("files")
package org.groundwork.platform.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
