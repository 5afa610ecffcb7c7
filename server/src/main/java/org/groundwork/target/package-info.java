// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who can say yes: public registers, parties, links and networks shared by the installation, and each local's targets,
 * verdicts and research. Owns the schema {@code target} and publishes the views {@code target.api_site} and
 * {@code target.api_local_network}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "platform :: tenancy", "platform :: access", "platform :: audit",
    "platform :: web", "platform :: ids", "platform :: keys", "platform :: history", "platform :: money",
    "platform :: jobs", "roll"})
package org.groundwork.target;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
