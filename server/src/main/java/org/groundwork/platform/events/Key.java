// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A text component of an event that is a word of the product, such as the kind of a grievance: lower case, digits,
 * hyphens, at most 40 characters. Publishing anything else fails.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {}
