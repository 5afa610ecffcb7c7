// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How often one address may use a route in a minute. Every open route that changes something is limited, to
 * {@link RateLimits#USUAL}, also without this; a route that tempts to guess says less.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Limited { int perMinute(); }
