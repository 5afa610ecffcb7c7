// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What every module stands on: tenancy, access and mandates, audit, jobs, messages, files, disclosure, the web shell
 * and languages. It owns the schemas {@code platform} (tenant and shared tables) and {@code auth} (sign-in, reachable
 * only through the role {@code gw_auth}). It knows no word of organising.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.groundwork.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
