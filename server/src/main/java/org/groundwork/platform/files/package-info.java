// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Safe uploads: what a file is, decided by its content; images decoded and written anew in a separate, limited process.
 * Publishes {@link ImageIntake} and its result {@link Upload}. Storing is the caller's.
 */
@NullMarked
package org.groundwork.platform.files;

import org.jspecify.annotations.NullMarked;
