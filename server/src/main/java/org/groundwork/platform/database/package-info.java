// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The database under everything: a PostgreSQL server that the installation keeps in a directory of its own, or one that
 * an administrator provides, and the roles through which the application reaches either.
 *
 * <p>Owns: the files of the embedded server, its start, watch and stop ({@link EmbeddedPostgres}); the four roles and
 * what each may do ({@link DatabaseRoles}). Publishes no events and no tables. Knows nothing of the framework above it.
 */
@NullMarked
package org.groundwork.platform.database;

import org.jspecify.annotations.NullMarked;
