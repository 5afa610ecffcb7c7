// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who can say yes: public registers, parties, links and networks shared by the installation, and each local's targets,
 * verdicts, sales and research. Owns the schema {@code target} and publishes the views {@code target.api_site},
 * {@code target.api_local_network}, {@code target.api_past} and {@code target.api_local_past}; what may leave the house
 * comes from {@link org.groundwork.target.Dossiers} alone.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: history", "platform :: money",
    "platform :: jobs", "platform :: files", "roll"})
package org.groundwork.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
