// SPDX-License-Identifier: AGPL-3.0-or-later
package org.groundwork.platform.events;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name under which an event is stored: module, what happened, version, such as {@code campaign.opened/1}. A
 * component may be added within a version if it may be absent; anything else is a new version, which old and new nodes
 * publish and hear side by side until no old one runs.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType { String value(); }
